import { commandIds, commands, type CommandId } from '../../core/contract/commands.ts';
import { acceleratorLabel, sameAccelerator } from '../ui/keys/accelerator-text.ts';
import type { Platform } from '../ui/keys/platform.ts';

/**
 * Why a command can't have a hotkey: what has it already, as a sentence for the person; null where nothing
 * has. Keys with a modifier that work inside Offbook count too, since the hotkey would never let them through.
 */
export function clashOf(
  accelerator: string,
  command: CommandId,
  hotkeys: Readonly<Record<string, string | null>>,
  platform: Platform,
): string | null {
  const isSame = (other: string): boolean => sameAccelerator(accelerator, other, platform);
  const label = acceleratorLabel(accelerator, platform);
  const rival = commandIds.find((id) => {
    const held = hotkeys[id];
    return id !== command && held !== null && held !== undefined && isSame(held);
  });
  if (rival !== undefined) {
    return `${label} is the hotkey for “${commands[rival].title}”. Press another one, or turn that one off first.`;
  }
  const inside = commandIds.find((id) => commands[id].keys.some((key) => key.includes('+') && isSame(windowKey(key))));
  return inside === undefined
    ? null
    : `${label} is the key for “${commands[inside].title}” inside Offbook. Press another one.`;
}

/** A key of the commands' table, which names keys as the browser does, as an accelerator. */
function windowKey(key: string): string {
  return key.replace(/Arrow(?=Up|Down|Left|Right)/u, '');
}
