import type { CommandId } from '../../core/contract/commands.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import { acceleratorLabel, sameAccelerator } from '../ui/keys/accelerator-text.ts';
import { insideKey } from './inside-key.ts';
import type { Platform } from '../ui/keys/platform.ts';

/**
 * What keeps a command's hotkey from working, as a sentence that names the key which works inside Offbook;
 * null where nothing does, or where the shell has no hotkeys at all.
 */
export function hotkeyTrouble(
  command: CommandId,
  accelerator: string | null,
  capabilities: Pick<Capabilities, 'shell' | 'hotkeys'>,
  platform: Platform,
): string | null {
  if (accelerator === null || capabilities.shell === 'browser') return null;
  const held = capabilities.hotkeys.find(
    (hotkey) => hotkey.command === command && sameAccelerator(hotkey.accelerator, accelerator, platform),
  );
  if (held?.state === 'registered') return null;
  const label = acceleratorLabel(accelerator, platform);
  const why =
    held === undefined
      ? `${label} is no key combination, or another command has it.`
      : `Another program holds ${label}, or the system doesn’t give it.`;
  return `${why} ${insteadOf(command, platform)}`;
}

function insteadOf(command: CommandId, platform: Platform): string {
  const key = insideKey(command, platform);
  return `${key === null ? '' : `Inside Offbook, ${key} still does it. `}Press another combination for it.`;
}
