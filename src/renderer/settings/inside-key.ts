import { keyLabelsOf, type CommandId } from '../../core/contract/commands.ts';
import type { Platform } from '../ui/keys/platform.ts';

/**
 * The key that runs a command inside Offbook, as people on that system read it: `Space`, `Ctrl Z`, on a Mac
 * `⌘ Z`. Null where it has none.
 */
export function insideKey(command: CommandId, platform: Platform): string | null {
  const other = platform === 'macos' ? 'Control ' : 'Meta ';
  const label = keyLabelsOf(command).find((key) => !key.startsWith(other));
  return (
    label
      ?.replace('Meta ', '⌘ ')
      .replace('Control ', 'Ctrl ')
      .replace(/\b[a-z]$/u, upper) ?? null
  );
}

function upper(letter: string): string {
  return letter.toUpperCase();
}
