import { useContext, useLayoutEffect, useRef } from 'react';
import type { CommandId } from '../../../core/contract/commands.ts';
import { platformOf } from '../../../core/settings/platform.ts';
import { canFloat } from '../../ui/use-float.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useProgram, useRunCommand, useView, ViewContext } from '../../client/program-context.ts';
import { useKeys } from '../../client/use-keys.ts';
import { helpRows } from './help-rows.ts';

/** Every command of the view with its keys; pressing one runs it. Escape closes it and gives the focus back. */
export function HelpSheet() {
  const { store } = useProgram();
  const view = useContext(ViewContext);
  const runCommand = useRunCommand();
  const capabilities = useView(({ app }) => app?.capabilities);
  const sheet = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => sheet.current?.showModal(), []);
  const close = (): void => store.setState({ panel: 'none' });
  useKeys(
    ({ command }) => {
      if (command === 'show-help') close();
      return command === 'show-help';
    },
    { isModal: true },
  );
  const run = (command: CommandId): void => {
    close();
    runCommand(command);
  };

  const rows =
    capabilities === undefined
      ? []
      : helpRows(view, { ...capabilities, canFloat: canFloat(window) }, platformOf(navigator.platform));
  const hasHotkeys = rows.some(({ hotkey }) => hotkey !== null);
  return (
    <dialog className="sheet" ref={sheet} aria-labelledby="help-title" onClose={close}>
      <header className="sheet-head">
        <h2 id="help-title">Keys</h2>
        <button type="button" className="control" aria-label="Close" title="Close (Esc)" onClick={close}>
          <Icon name="dismiss" />
        </button>
      </header>
      <table className="help">
        <thead>
          <tr>
            <th scope="col">Command</th>
            <th scope="col">Key here</th>
            {hasHotkeys && <th scope="col">Key everywhere</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ command, title, keys, hotkey, isRefused }) => (
            <tr key={command}>
              <th scope="row">
                <button type="button" className="quiet" title={`offbook --do ${command}`} onClick={() => run(command)}>
                  {title}
                </button>
              </th>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
                {keys.length === 0 && <span className="help-none">none</span>}
              </td>
              {hasHotkeys && (
                <td>
                  {hotkey !== null && <kbd data-refused={isRefused}>{hotkey}</kbd>}
                  {isRefused && <span className="help-none">could not be had</span>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help-foot">
        {hasHotkeys
          ? 'Keys can be changed in the settings. '
          : 'Keys that work in every program come with the desktop program, and so do those for its window. '}
        Each command also runs from a terminal, or from the system’s own key settings, by offbook --do and its name,
        which its tooltip tells.
      </p>
    </dialog>
  );
}
