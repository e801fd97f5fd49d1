import { acceleratorLabel } from '../../../core/settings/accelerators.ts';
import {
  commandIds,
  commands,
  keyLabelsOn,
  type CommandId,
  type Need,
  type ViewName,
} from '../../../core/contract/commands.ts';
import type { Capabilities } from '../../../core/contract/contract.ts';
import type { Platform } from '../../../core/settings/platform.ts';

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

function abilities({ shell, canFloat, ...able }: HelpAbilities): Readonly<Record<Need, boolean>> {
  const desktop = shell === 'electron';
  return { desktop, floating: desktop || canFloat, ...able };
}

/** All commands of a view that can work here, in the table's order. */
export function helpRows(view: ViewName, able: HelpAbilities, platform: Platform): HelpRow[] {
  const { hotkeys } = able;
  const has = abilities(able);
  const isOfView = (id: CommandId): boolean => {
    const { views, needs } = commands[id];
    return views.includes(view) && (needs === undefined || has[needs]);
  };
  // The nine pins come last: they would push apart what one looks for.
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
