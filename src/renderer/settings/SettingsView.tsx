import { useMemo, useRef, useState } from 'react';
import { platformOf } from '../../core/settings/platform.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { useKeys } from '../client/use-keys.ts';
import { AbilityPanel } from './AbilityPanel.tsx';
import { changedSettings } from './changed-settings.ts';
import { DeskContext } from './settings-context.ts';
import { ImportReport } from './ImportReport.tsx';
import { settingActions, type Imported, type Said } from './setting-actions.ts';
import { SettingGroup } from './SettingGroup.tsx';
import './settings.css';
import { SettingsHead } from './SettingsHead.tsx';
import { SettingsSaid } from './SettingsSaid.tsx';
import { shownRows } from './shown-rows.ts';

/** All settings, made from their table, and what this computer really does. */
export function SettingsView() {
  const { bridge } = useProgram();
  const app = useView((state) => state.app);
  const [search, setSearch] = useState('');
  const [said, say] = useState<Said | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const actions = useMemo(() => settingActions(bridge, say), [bridge]);
  const shown = useMemo(() => shownRows(search, app?.capabilities.panel ?? []), [search, app?.capabilities.panel]);
  const changed = useMemo(() => (app === null ? new Set<never>() : changedSettings(app.settings)), [app]);
  const platform = platformOf(navigator.platform);
  useKeys(({ name, command, place }) => {
    if ((name === '/' && place !== 'field' && place !== 'writing') || command === 'show-settings') {
      searchField.current?.focus();
      return true;
    }
    // Here it says what it undid.
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
        <DeskContext value={{ app, actions, platform }}>
          <div className="settings-rows">
            {imported !== null && <ImportReport imported={imported} close={() => setImported(null)} />}
            {shown.count === 0 && <p className="settings-none">No setting has these words in its name or its help.</p>}
            {shown.groups.map(({ group, keys }) => (
              <SettingGroup key={group} {...{ group, keys, changed }} commands={shown.commands} />
            ))}
            {shown.abilities.length > 0 && <AbilityPanel abilities={shown.abilities} />}
          </div>
        </DeskContext>
      )}
      <SettingsSaid said={said} clear={() => say(null)} />
    </main>
  );
}
