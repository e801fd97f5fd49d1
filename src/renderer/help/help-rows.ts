import { commandIds, commands, keyLabelsOf, type CommandId, type ViewName } from '../../core/commands.ts';
import type { Capabilities } from '../../core/contract.ts';
import { acceleratorLabel } from '../settings/accelerator-text.ts';
import type { Platform } from '../settings/platform.ts';

/** A line of the help sheet. */
export interface HelpRow {
  command: CommandId;
  title: string;
  keys: string[];
  /** The key that works everywhere; null where it has none here. */
  hotkey: string | null;
  /** The system didn't give the hotkey. */
  isRefused: boolean;
}

/** All commands of a view, in the table's order. On a Mac, Command stands where others have Control. */
export function helpRows(view: ViewName, { hotkeys }: Pick<Capabilities, 'hotkeys'>, platform: Platform): HelpRow[] {
  const isOfView = (id: CommandId): boolean => (commands[id].views as readonly ViewName[]).includes(view);
  // The nine pins come last: they would push apart what one looks for.
  const ids = commandIds.filter(isOfView);
  const isPin = (id: CommandId): boolean => /^story-\d$/u.test(id);
  return [...ids.filter((id) => !isPin(id)), ...ids.filter(isPin)].map((command) => {
    const held = hotkeys.find((hotkey) => hotkey.command === command);
    return {
      command,
      title: commands[command].title,
      keys: keysHere(keyLabelsOf(command), platform),
      hotkey: held === undefined ? null : acceleratorLabel(held.accelerator, platform),
      isRefused: held?.state === 'refused',
    };
  });
}

/** Of two keys that differ in Control and Command only, the one that this system's people use. */
function keysHere(labels: readonly string[], platform: Platform): string[] {
  const other = platform === 'macos' ? 'Control ' : 'Meta ';
  const here = labels.filter((label) => !label.startsWith(other));
  return here.map((label) =>
    label
      .replace(/^Meta /u, '⌘ ')
      .replace(/^Control /u, 'Ctrl ')
      .replace(/(?<= )[a-z]$/u, (letter) => letter.toUpperCase()),
  );
}
