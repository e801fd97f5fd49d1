import { commandIds, commands, keyLabelsOf, type CommandId, type ViewName } from '../../../core/contract/commands.ts';
import type { Capabilities } from '../../../core/contract/contract.ts';
import { acceleratorLabel } from '../../ui/keys/accelerator-text.ts';
import type { Platform } from '../../ui/keys/platform.ts';

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

/** What of a shell decides which commands it can carry out. */
export type HelpAbilities = Pick<Capabilities, 'shell' | 'alwaysOnTop' | 'opacity' | 'clickThrough' | 'hotkeys'> & {
  /** The prompter can be shown and hidden: the desktop's window, or a floating one of the browser. */
  canFloat: boolean;
};

/** What must be there for a command to do anything; all others work everywhere. */
const needs: Partial<Readonly<Record<CommandId, (able: HelpAbilities) => boolean>>> = {
  'more-opaque': ({ opacity }) => opacity,
  'less-opaque': ({ opacity }) => opacity,
  'toggle-top': ({ alwaysOnTop }) => alwaysOnTop,
  'toggle-click-through': ({ clickThrough }) => clickThrough,
  'to-camera': ({ shell }) => shell === 'electron',
  'toggle-prompter': ({ shell, canFloat }) => shell === 'electron' || canFloat,
};

/**
 * All commands of a view that can work here, in the table's order. On a Mac, Command stands where others have Control.
 */
export function helpRows(view: ViewName, able: HelpAbilities, platform: Platform): HelpRow[] {
  const { hotkeys } = able;
  const isOfView = (id: CommandId): boolean =>
    (commands[id].views as readonly ViewName[]).includes(view) && needs[id]?.(able) !== false;
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
