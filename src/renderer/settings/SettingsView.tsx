import { type ReactNode, useEffect, useMemo, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { commands } from '../../core/contract/commands.ts';
import type { Ability } from '../../core/contract/contract.ts';
import { platformOf } from '../../core/settings/platform.ts';
import { defaultSettings, isSameSetting, type Settings, type SettingsPatch } from '../../core/settings/schema.ts';
import { settingKeys, type SettingKey } from '../../core/settings/table.ts';
import { useKeys } from '../client/keys.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { Icon } from '../ui/Icon.tsx';
import { useOpeningFocus } from '../ui/focus.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import { importRows, type ImportRow } from './import-rows.ts';
import { settingActions, type Imported } from './setting-actions.ts';
import { SettingsContext, useSettingsContext } from './settings-context.ts';
import { SettingsHead } from './SettingsHead.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { abilitiesTitle, shownRows } from './shown-rows.ts';
import './settings.css';

/** All settings, made from their table, and what works on this computer. */
export function SettingsView() {
  const { bridge, store } = useProgram();
  const app = useView((state) => state.app);
  const [search, setSearch] = useState('');
  const [imported, setImported] = useState<Imported | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const actions = useMemo(() => settingActions(bridge, (outcome) => store.setState({ outcome })), [bridge, store]);
  const shown = useMemo(() => shownRows(search, app?.capabilities.panel ?? []), [search, app?.capabilities.panel]);
  const changed = useMemo(() => (app === null ? new Set<never>() : changedSettings(app.settings)), [app]);
  const platform = platformOf(navigator.platform);
  useKeys(({ name, command, place }) => {
    if ((name === '/' && place !== 'field' && place !== 'writing') || command === 'show-settings') {
      searchField.current?.focus();
      return true;
    }
    // Here, so that the status line says what it undid.
    if (command === 'undo-setting') actions.undo();
    return command === 'undo-setting';
  });

  return (
    <main className="settings" aria-label="Settings">
      <SettingsHead
        {...{ search, setSearch, searchField, shown, actions, platform, setImported }}
        canReset={changed.size > 0}
      />
      {app !== null && (
        <SettingsContext value={{ app, actions, platform }}>
          <Rows>
            {imported !== null && <ImportReport imported={imported} setImported={setImported} />}
            {shown.count === 0 && <p className="settings-none">No setting has these words in its name or help.</p>}
            {shown.groups.map(({ group, keys }) => (
              <SettingsSection
                key={group}
                {...{ group, keys, changed }}
                commands={shown.commands}
                isSearching={search.trim() !== ''}
              />
            ))}
            {shown.abilities.length > 0 && <AbilityPanel abilities={shown.abilities} />}
          </Rows>
        </SettingsContext>
      )}
      <StatusLine className="settings-said" />
    </main>
  );
}

/** What scrolls; it has the focus at first, so that the keyboard scrolls it. */
function Rows({ children }: { children: ReactNode }) {
  const rows = useOpeningFocus<HTMLDivElement>();
  return (
    <div className="settings-rows" tabIndex={-1} ref={rows}>
      {children}
    </div>
  );
}

/** The settings that differ from their defaults. */
export function changedSettings(settings: Settings): ReadonlySet<SettingKey> {
  const defaults = defaultSettings();
  return new Set(settingKeys.filter((key) => !isSameSetting(settings[key], defaults[key])));
}

interface ImportReportProps {
  imported: Imported;
  setImported: Dispatch<SetStateAction<Imported | null>>;
}

/** What was imported from a file, what waits for the person, and what was refused and why. */
export function ImportReport({ imported, setImported }: ImportReportProps) {
  const { file, applied, unconfirmed, refused } = imported;
  const { app, actions, platform } = useSettingsContext();
  const title = useRef<HTMLHeadingElement>(null);
  // The rows may be scrolled far down: this brings the report into view and has it read out.
  useEffect(() => title.current?.focus(), []);
  /** The row goes, and its button with it, so the focus goes to the heading. */
  const settle = ({ key, name }: ImportRow, isUsed: boolean): void => {
    setImported((now) => {
      if (now === null) return null;
      const waiting = { ...now.unconfirmed, [key]: undefined };
      return { ...now, unconfirmed: waiting, applied: isUsed ? [...now.applied, name] : now.applied };
    });
    title.current?.focus();
  };
  const take = async (row: ImportRow): Promise<void> => {
    const patch: SettingsPatch = { [row.key]: unconfirmed[row.key] };
    if (await actions.tryChange(patch, `${row.name} is as in ${file}.`)) settle(row, true);
  };
  const rows = importRows(unconfirmed, app.settings, platform);
  return (
    <section className="import" aria-labelledby="import-title">
      <h2 id="import-title" ref={title} tabIndex={-1}>
        From {file}
      </h2>
      <button
        type="button"
        className="control panel-close"
        aria-label="Close"
        title="Close"
        onClick={() => setImported(null)}
      >
        <Icon name="dismiss" />
      </button>
      <p>
        <span className="import-word">✓ Applied:</span> {applied.length === 0 ? 'nothing' : applied.join(', ')}
      </p>
      {rows.length > 0 && (
        <>
          <p className="import-word" data-tone="ask">
            ? To confirm, because it reaches beyond Offbook:
          </p>
          <ul className="import-rows" aria-label="To confirm">
            {rows.map((row) => (
              <li key={row.key}>
                <strong>{row.name}</strong>
                {row.lines.map((line) => (
                  <span key={line} className="import-value">
                    {line}
                  </span>
                ))}
                <span className="import-choice">
                  <button
                    type="button"
                    className="button"
                    aria-label={`Use ${row.name}`}
                    onClick={() => void take(row)}
                  >
                    Use
                  </button>
                  <button
                    type="button"
                    className="button"
                    aria-label={`Leave ${row.name} as it is`}
                    onClick={() => settle(row, false)}
                  >
                    Leave
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <>
          <p className="import-word" data-tone="error">
            ✕ Refused:
          </p>
          <ul>
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A sign and a word, so that more than colour shows the state. */
const states = {
  yes: { sign: '✓', word: 'Works' },
  partly: { sign: '◐', word: 'Partly' },
  unproved: { sign: '?', word: 'Unverified' },
  no: { sign: '✕', word: 'No' },
} as const satisfies Record<Ability['state'], { sign: string; word: string }>;

/** What really works on this computer. */
export function AbilityPanel({ abilities }: { abilities: readonly Ability[] }) {
  const { app, actions } = useSettingsContext();
  return (
    <section className="settings-group" aria-labelledby="group-abilities">
      <h2 id="group-abilities" tabIndex={-1}>
        {abilitiesTitle}
      </h2>
      <p className="setting-help">
        {app.capabilities.shell === 'browser'
          ? 'Offbook runs in a browser here. A browser tab can’t do everything the desktop app can.'
          : 'Checked on this computer where possible.'}
      </p>
      <ul aria-label={abilitiesTitle}>
        {abilities.map(({ id, title, state, text }) => (
          <li key={id} className="ability" data-state={state}>
            <span className="ability-state">
              <span aria-hidden="true">{states[state].sign}</span> {states[state].word}
            </span>
            <span className="ability-title">{title}</span>
            <span className="ability-text">{text}</span>
          </li>
        ))}
      </ul>
      <p className="ability-report">
        <button type="button" className="button" title="offbook --do report-problem" onClick={actions.reportProblem}>
          {commands['report-problem'].title}
        </button>
        <span className="setting-help">
          Writes versions, capabilities, settings and the log’s last lines to a file, without your stories’ texts and
          titles, for you to read and pass on. Nothing is sent.
        </span>
      </p>
    </section>
  );
}
