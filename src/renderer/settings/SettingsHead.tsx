import type { RefObject } from 'react';
import { commands, keyLabelsOn, type CommandId } from '../../core/contract/commands.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { ExportButton, ImportButton } from './SettingsFile.tsx';
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
          <button key={group} type="button" className="quiet" onClick={() => goTo(group)}>
            {group}
          </button>
        ))}
        {shown.abilities.length > 0 && (
          <button type="button" className="quiet" onClick={() => goTo('abilities')}>
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
      <ViewLinks className="settings-leave" withKeys />
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
