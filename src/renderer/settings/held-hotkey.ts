import { acceleratorLabel, hotkeyProblem, sameAccelerator } from '../../core/settings/accelerators.ts';
import { keyLabelsOn, type CommandId } from '../../core/contract/commands.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import type { Platform } from '../../core/settings/platform.ts';

/**
 * What keeps a command's hotkey from working, as a sentence that names the key which works inside Offbook;
 * null where nothing does, or where the shell has no hotkeys at all.
 */
export function hotkeyTrouble(
  command: CommandId,
  hotkeys: Readonly<Record<string, string | null>>,
  capabilities: Pick<Capabilities, 'shell' | 'hotkeys'>,
  platform: Platform,
): string | null {
  const accelerator = hotkeys[command] ?? null;
  if (accelerator === null || capabilities.shell === 'browser') return null;
  const held = capabilities.hotkeys.find(
    (hotkey) => hotkey.command === command && sameAccelerator(hotkey.accelerator, accelerator, platform),
  );
  if (held?.state === 'registered') return null;
  const problem = hotkeyProblem(accelerator, command, hotkeys, platform);
  const label = acceleratorLabel(accelerator, platform);
  const why = problem ?? `Another program holds ${label}, or the system doesn’t give it.`;
  return `${why} ${insteadOf(command, platform)}`;
}

function insteadOf(command: CommandId, platform: Platform): string {
  const [key] = keyLabelsOn(platform, command);
  return `${key === undefined ? '' : `Inside Offbook, ${key} still does it. `}Press another combination for it.`;
}
