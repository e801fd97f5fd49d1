import { useContext, useLayoutEffect, useRef, useState } from 'react';
import type { CommandId } from '../../core/contract/commands.ts';
import { platformOf } from '../../core/settings/platform.ts';
import { useKeys } from '../client/keys.ts';
import { usePanel, useRunCommand, useView, ViewContext } from '../client/program-context.ts';
import { canFloat } from '../ui/use-float.ts';
import { Icon } from '../ui/Icon.tsx';
import { helpGroups, type HelpGroup, type HelpRow } from './help-rows.ts';

/** The keys of the view, by group; clicking a command runs it. Escape closes the sheet and gives the focus back. */
export function HelpSheet() {
  const { closePanel } = usePanel();
  const view = useContext(ViewContext);
  const runCommand = useRunCommand();
  const capabilities = useView(({ app }) => app?.capabilities);
  const [words, setWords] = useState('');
  const sheet = useRef<HTMLDialogElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    sheet.current?.showModal();
    // The filter comes first, but would take the key that closes the sheet.
    close.current?.focus();
  }, []);
  useKeys(
    ({ name, command, place }) => {
      const isFilter = name === '/' && place !== 'writing';
      if (isFilter) filter.current?.focus();
      if (command === 'show-help') closePanel();
      return isFilter || command === 'show-help';
    },
    { isModal: true },
  );
  /** At once: the browser tells of the close later, and a key pressed meanwhile would be lost. */
  const closeNow = (): void => {
    sheet.current?.close();
    closePanel();
  };
  const run = (command: CommandId): void => {
    closePanel();
    runCommand(command);
  };

  const able = capabilities && { ...capabilities, canFloat: canFloat(window) };
  const groups = able === undefined ? [] : helpGroups(view, able, platformOf(navigator.platform), words);
  const hasHotkeys = (capabilities?.hotkeys.length ?? 0) > 0;
  return (
    <dialog
      className="sheet help-sheet"
      ref={sheet}
      aria-labelledby="help-title"
      onCancel={closeNow}
      onClose={closePanel}
    >
      <header className="sheet-head">
        <h2 id="help-title">Keys</h2>
        <input
          ref={filter}
          className="field"
          type="search"
          aria-label="Filter the keys"
          placeholder="Filter  /"
          spellCheck={false}
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button
          ref={close}
          type="button"
          className="control"
          aria-label="Close"
          title="Close (Esc)"
          onClick={closePanel}
        >
          <Icon name="dismiss" />
        </button>
      </header>
      <div className="help-groups">
        {groups.map((group) => (
          <GroupTable key={group.title} {...{ group, hasHotkeys, run }} />
        ))}
      </div>
      {groups.length === 0 && <p className="help-foot">No key here has these words.</p>}
      <p className="help-foot">
        {hasHotkeys
          ? 'You can change the hotkeys in the settings.'
          : 'Global hotkeys, and commands for the prompter’s window, need the desktop app.'}
      </p>
    </dialog>
  );
}

interface GroupTableProps {
  group: HelpGroup;
  hasHotkeys: boolean;
  run: (command: CommandId) => void;
}

function GroupTable({ group: { title, rows }, hasHotkeys, run }: GroupTableProps) {
  return (
    <table className="help">
      <caption>{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.title}>
            <th scope="row">
              <RowTitle row={row} run={run} />
            </th>
            <td>
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </td>
            {hasHotkeys && (
              <td>
                {row.hotkey !== null && (
                  <kbd data-refused={row.isRefused} title="Works anywhere">
                    <span className="unseen">Anywhere: </span>
                    {row.hotkey}
                  </kbd>
                )}
                {row.isRefused && <span className="help-none">not available</span>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowTitle({ row: { command, title }, run }: { row: HelpRow; run: GroupTableProps['run'] }) {
  if (command === null) return title;
  return (
    <button type="button" className="quiet" title={`offbook --do ${command}`} onClick={() => run(command)}>
      {title}
    </button>
  );
}
