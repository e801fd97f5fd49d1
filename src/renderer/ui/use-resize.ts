import { useContext } from 'react';
import { keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { isSizeCommand, lowestPx, sizeAfter, type Size, type SizeCommand } from '../../core/prompter/window-sizes.ts';
import { useProgram, useView, WindowContext } from '../client/program-context.ts';
import { showForAWhile } from '../client/outcome.ts';
import { showError } from '../client/store.ts';
import type { Float } from './use-float.ts';

/**
 * Changes the size of the prompter's window by a command, in a browser: that of the floating window, else of this one.
 * False where that is another command, or the desktop app's to do.
 */
export function useResize(float: Float | null): (command: CommandId) => boolean {
  const { store } = useProgram();
  const isBrowser = useView(({ app }) => app?.capabilities.shell !== 'electron');
  const here = useContext(WindowContext);
  return (command) => {
    if (!isSizeCommand(command) || !isBrowser) return false;
    const floating = float?.win ?? null;
    if (floating === null && here.matchMedia('(display-mode: browser)').matches) {
      showForAWhile(store, float === null ? noWindow : floatFirst);
    } else if (!resize(floating ?? here, command)) {
      showError(store, `The browser allows it only to a key pressed in the prompter’s own window. ${pressThere}`);
    }
    return true;
  };
}

const pressThere = `Click there, then press ${keyLabel('toggle-line')}.`;
const noWindow = 'A browser’s tab has no size of its own.';
const floatFirst = `${noWindow} Press ${keyLabel('toggle-prompter')} to float the prompter, and then ${keyLabel('toggle-line')} there.`;

const sizesBefore = new WeakMap<Window, Size>();

/** Gives a window its next size; false if the browser refused. */
function resize(win: Window, command: SizeCommand): boolean {
  const now = { width: win.innerWidth, height: win.innerHeight };
  const { width, height } = sizeAfter(command, now, sizesBefore.get(win) ?? null);
  if (now.height >= lowestPx) sizesBefore.set(win, now);
  try {
    win.resizeBy(width - now.width, height - now.height);
    return true;
  } catch {
    return false;
  }
}
