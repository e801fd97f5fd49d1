import { useContext, useLayoutEffect, useRef } from 'react';
import {
  commandIds,
  commands,
  keyLabelsOn,
  type CommandId,
  type Need,
  type ViewName,
} from '../../core/contract/commands.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import { acceleratorLabel } from '../../core/settings/accelerators.ts';
import { platformOf, type Platform } from '../../core/settings/platform.ts';
import { useKeys } from '../client/keys.ts';
import { usePanel, useRunCommand, useView, ViewContext } from '../client/program-context.ts';
import { canFloat } from '../ui/use-float.ts';
import { Icon } from '../ui/Icon.tsx';

/** Every command of the view with its keys; clicking one runs it. Escape closes the sheet and gives the focus back. */
export function HelpSheet() {
  const { closePanel } = usePanel();
  const view = useContext(ViewContext);
  const runCommand = useRunCommand();
  const capabilities = useView(({ app }) => app?.capabilities);
  const sheet = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => sheet.current?.showModal(), []);
  useKeys(
    ({ command }) => {
      if (command === 'show-help') closePanel();
      return command === 'show-help';
    },
    { isModal: true },
  );
  const run = (command: CommandId): void => {
    closePanel();
    runCommand(command);
  };

  const rows =
    capabilities === undefined
      ? []
      : helpRows(view, { ...capabilities, canFloat: canFloat(window) }, platformOf(navigator.platform));
  const hasHotkeys = rows.some(({ hotkey }) => hotkey !== null);
  return (
    <dialog className="sheet" ref={sheet} aria-labelledby="help-title" onClose={closePanel}>
      <header className="sheet-head">
        <h2 id="help-title">Keys</h2>
        <button type="button" className="control" aria-label="Close" title="Close (Esc)" onClick={closePanel}>
          <Icon name="dismiss" />
        </button>
      </header>
      <table className="help">
        <thead>
          <tr>
            <th scope="col">Command</th>
            <th scope="col">Key</th>
            {hasHotkeys && <th scope="col">Global hotkey</th>}
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
                  {isRefused && <span className="help-none">not available</span>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help-foot">
        {hasHotkeys
          ? 'You can change the hotkeys in the settings. '
          : 'Global hotkeys, and commands for the prompter’s window, need the desktop app. '}
        Every command also runs from a terminal or a shortcut of your system, as “offbook --do” with the name in its
        tooltip.
      </p>
    </dialog>
  );
}

/** A line of the help sheet. */
interface HelpRow {
  command: CommandId;
  title: string;
  keys: string[];
  /** Null where it has none here. */
  hotkey: string | null;
  /** The system refused the hotkey. */
  isRefused: boolean;
}

/** The parts of the capabilities that decide which commands work. */
export type HelpAbilities = Pick<Capabilities, 'shell' | 'alwaysOnTop' | 'opacity' | 'clickThrough' | 'hotkeys'> & {
  /** The prompter can be shown and hidden: the desktop's window, or a floating one of the browser. */
  canFloat: boolean;
};

function abilities({ shell, canFloat, ...able }: HelpAbilities): Readonly<Record<Need, boolean>> {
  const desktop = shell === 'electron';
  return { desktop, floating: desktop || canFloat, ...able };
}

/** The commands of a view that work here, in the table's order. */
export function helpRows(view: ViewName, able: HelpAbilities, platform: Platform): HelpRow[] {
  const { hotkeys } = able;
  const has = abilities(able);
  const isOfView = (id: CommandId): boolean => {
    const { views, needs } = commands[id];
    return views.includes(view) && (needs === undefined || has[needs]);
  };
  // The nine pins come last: they would push the others apart.
  const ids = commandIds.filter(isOfView);
  const isPin = (id: CommandId): boolean => /^story-\d$/u.test(id);
  return [...ids.filter((id) => !isPin(id)), ...ids.filter(isPin)].map((command) => {
    const held = hotkeys.find((hotkey) => hotkey.command === command);
    return {
      command,
      title: commands[command].title,
      keys: keyLabelsOn(platform, command),
      hotkey: held === undefined ? null : acceleratorLabel(held.accelerator, platform),
      isRefused: held?.state === 'refused',
    };
  });
}
