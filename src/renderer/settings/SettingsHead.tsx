import { useRef, type RefObject } from 'react';
import { commands, keyLabelsOn, type CommandId } from '../../core/contract/commands.ts';
import type { Platform } from '../../core/settings/platform.ts';
import type { Imported, SettingActions } from './setting-actions.ts';
import { abilitiesTitle, type ShownRows } from './shown-rows.ts';

interface SettingsHeadProps {
  search: string;
  setSearch: (search: string) => void;
  searchField: RefObject<HTMLInputElement | null>;
  shown: ShownRows;
  actions: SettingActions;
  platform: Platform;
  setImported: (imported: Imported | null) => void;
  /** Whether any setting has another value than its default. */
  canReset: boolean;
}

/** The search, the groups to jump to, and what can be done to all settings at once. */
export function SettingsHead({
  search,
  setSearch,
  searchField,
  shown,
  actions,
  platform,
  setImported,
  canReset,
}: SettingsHeadProps) {
  const tooltip = (id: CommandId): string => `${commands[id].title} (${keyLabelsOn(platform, id)[0]})`;
  return (
    <header className="settings-head">
      <h1>Settings</h1>
      <div className="settings-search">
        <input
          ref={searchField}
          className="field"
          type="search"
          aria-label="Search the settings"
          placeholder="Search the settings"
          spellCheck={false}
          autoComplete="off"
          value={search}
          data-writing={search !== ''}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            // Empty, it gives the keys back to the view; Escape then leads out of it.
            if (search === '') event.currentTarget.blur();
            else setSearch('');
          }}
        />
        <kbd aria-hidden="true">/</kbd>
        <output className="unseen">{search.trim() === '' ? '' : foundText(shown.count)}</output>
      </div>
      <nav className="settings-groups" aria-label="Groups">
        {shown.groups.map(({ group }) => (
          <button key={group} type="button" className="quiet" onClick={() => goTo(group)}>
            {group}
          </button>
        ))}
        {shown.abilities.length > 0 && (
          <button type="button" className="quiet" onClick={() => goTo('abilities')}>
            {abilitiesTitle}
          </button>
        )}
      </nav>
      <div className="settings-whole" role="toolbar" aria-label="All settings">
        <button type="button" className="button" title={tooltip('undo-setting')} onClick={actions.undo}>
          Undo
        </button>
        <button
          type="button"
          className="button"
          title="Reset all settings but your folders and interviews; Undo brings yours back"
          disabled={!canReset}
          onClick={actions.resetAll}
        >
          Reset all
        </button>
        <ExportButton actions={actions} />
        <ImportButton actions={actions} setImported={setImported} />
      </div>
    </header>
  );
}

function foundText(count: number): string {
  return count === 0 ? 'Nothing found' : count === 1 ? '1 found' : `${count} found`;
}

/** Scrolls a group into view and moves the focus there, so that Tab continues from it. */
function goTo(group: string): void {
  const heading = document.getElementById(`group-${group}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

const fileName = 'offbook-settings.json';

/** Saves the settings as a file. */
function ExportButton({ actions }: { actions: SettingActions }) {
  const exportFile = async (): Promise<void> => {
    const text = await actions.exportText();
    if (text === null) return;
    saveAs(document, fileName, text);
    actions.say({
      tone: 'info',
      text: `${fileName} has your settings. It’s in your downloads, or where you chose to save it.`,
    });
  };
  return (
    <button type="button" className="button" title="Save the settings as a file" onClick={() => void exportFile()}>
      Export
    </button>
  );
}

interface ImportButtonProps {
  actions: SettingActions;
  setImported: (imported: Imported | null) => void;
}

/** Reads settings from a file and shows what was applied and what was refused. */
function ImportButton({ actions, setImported }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // The report of an earlier file goes, so that each file has its own.
    setImported(null);
    const imported = await actions.importFile(file);
    setImported(imported);
    if (imported === null) return;
    const { applied, unconfirmed, refused } = imported;
    const waiting = Object.keys(unconfirmed).length;
    actions.say({
      tone: refused.length === 0 ? 'info' : 'error',
      text: `${file.name}: ${applied.length} applied, ${waiting === 0 ? '' : `${waiting} to confirm, `}${refused.length} refused. Undo brings your settings back.`,
    });
  };
  return (
    <>
      <button
        type="button"
        className="button"
        title="Read settings from an exported file"
        onClick={() => input.current?.click()}
      >
        Import
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="File with settings"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // So that choosing the same file again counts as a change.
          event.target.value = '';
        }}
      />
    </>
  );
}

/** Saves a text as a file of that name, as the browser saves files. */
function saveAs(doc: Document, fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = doc.createElement('a');
  link.href = address;
  link.download = fileName;
  doc.body.append(link);
  link.click();
  link.remove();
  // Not at once: the download starts after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
