import type { CommandId } from '../contract/commands.ts';

/** In CSS pixels, or in the system's own for a window on the desktop. */
export interface Size {
  width: number;
  height: number;
}

/** The sizes that a key gives the prompter's window: as it first opens, beside a camera, and as little as possible. */
export const windowSizes = {
  small: { width: 460, height: 260 },
  wide: { width: 900, height: 200 },
  oneLine: { width: 460, height: 64 },
} as const satisfies Record<string, Size>;

/** A lower window shows the current row beside the clock, and nothing else. prompter.css says the same. */
export const lowestPx = 90;

const commandsOfSize = ['toggle-line', 'next-size'] as const satisfies CommandId[];
export type SizeCommand = (typeof commandsOfSize)[number];

export function isSizeCommand(command: CommandId): command is SizeCommand {
  return (commandsOfSize as readonly CommandId[]).includes(command);
}

/**
 * The size of the prompter's window after a command. `toggle-line` leads to one line, and back to `before`, the last size
 * that wasn't one; `next-size` goes through the sizes, beginning with the small one.
 */
export function sizeAfter(command: SizeCommand, now: Size, before: Size | null): Size {
  const isLine = now.height < lowestPx;
  if (command === 'toggle-line') return isLine ? (before ?? windowSizes.small) : windowSizes.oneLine;
  const sizes = Object.values(windowSizes);
  const at = sizes.findIndex(({ width, height }) => width === now.width && height === now.height);
  return sizes[(at + 1) % sizes.length] ?? windowSizes.small;
}
