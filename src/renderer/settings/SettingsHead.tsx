import { type RefObject, useRef } from 'react';
import { type CommandId, commands, keyLabelsOn } from '../../core/contract/commands.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import type { Imported, SettingActions } from './setting-actions.ts';
import type { ShownRows } from './shown-rows.ts';

interface SettingsHeadProps {
  search: string;
  setSearch: (search: string) => void;
  searchField: RefObject<HTMLInputElement | null>;
  shown: ShownRows;
  actions: SettingActions;
  platform: Platform;
  setImported: (imported: Imported | null) => void;
  /** Whether anything isn't as it was at first. */
  canReset: boolean;
}

/** The search, the groups to jump to, and what is done to all settings at once. */
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
            if (event.key === 'Escape') setSearch('');
          }}
        />
        <kbd aria-hidden="true">/</kbd>
        <output className="unseen">{search.trim() === '' ? '' : foundText(shown.count)}</output>
      </div>
      <nav className="settings-groups" aria-label="Groups">
        {shown.groups.map(({ group }) => (
          <button key={group} type="button" className="settings-jump" onClick={() => goTo(group)}>
            {group}
          </button>
        ))}
        {shown.abilities.length > 0 && (
          <button type="button" className="settings-jump" onClick={() => goTo('abilities')}>
            This computer
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
          title="Put all settings back as they were at first; Undo brings yours back"
          disabled={!canReset}
          onClick={actions.resetAll}
        >
          Reset all
        </button>
        <ExportButton actions={actions} />
        <ImportButton actions={actions} setImported={setImported} />
      </div>
      <ViewLinks className="settings-leave" buttonClass="settings-jump" withKeys />
    </header>
  );
}

function foundText(count: number): string {
  return count === 0 ? 'Nothing found' : count === 1 ? '1 found' : `${count} found`;
}

/** Scrolls a group into view and puts the focus there, so that Tab goes on from it. */
function goTo(group: string): void {
  const heading = document.getElementById(`group-${group}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

const fileName = 'offbook-settings.json';

/** Gives the person their settings as a file. */
function ExportButton({ actions }: { actions: SettingActions }) {
  const exportFile = async (): Promise<void> => {
    const text = await actions.exportText();
    if (text === null) return;
    saveAs(document, fileName, text);
    actions.say({
      tone: 'info',
      text: `${fileName} holds your settings. It goes to your downloads, or where you choose.`,
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

/** Takes settings out of a file; what was applied and what was refused is shown. */
function ImportButton({ actions, setImported }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // The report of an earlier file goes, and each has one of its own.
    setImported(null);
    const imported = await actions.importFile(file);
    setImported(imported);
    if (imported === null) return;
    const { applied, refused } = imported;
    actions.say({
      tone: refused.length === 0 ? 'info' : 'error',
      text: `${file.name}: ${applied.length} applied, ${refused.length} refused. Undo brings your settings back.`,
    });
  };
  return (
    <>
      <button
        type="button"
        className="button"
        title="Take settings out of a file that was exported"
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
          // The same file chosen again is a change again.
          event.target.value = '';
        }}
      />
    </>
  );
}

/** Hands the person a text as a file of that name, by the browser's own way of saving. */
function saveAs(doc: Document, fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = doc.createElement('a');
  link.href = address;
  link.download = fileName;
  doc.body.append(link);
  link.click();
  link.remove();
  // Not at once: the download begins after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
