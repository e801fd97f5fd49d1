import { commands, type CommandId } from '../../core/contract/commands.ts';
import type { Hotkey } from '../../core/contract/contract.ts';
import type { OffbookApp } from '../../services/base/program.ts';
import { desktopTraits, type Desktop } from '../desktop.ts';
import type { PrompterWindow } from './prompter-window.ts';

/** The commands that turn it off without a click. */
const waysBack: readonly CommandId[] = ['toggle-click-through', 'toggle-prompter'];

/** Why click-through isn't possible now, as a sentence: nobody may be left with a window that can't be clicked. */
export function clickThroughRefusal(desktop: Desktop, hotkeys: readonly Hotkey[]): string | null {
  if (!desktopTraits[desktop].hotkeysWork) {
    return 'Click-through isn’t available here: on Wayland, hotkeys may not reach Offbook, so you couldn’t turn it off again.';
  }
  const canTurnOff = hotkeys.some(({ command, state }) => state === 'registered' && waysBack.includes(command));
  if (canTurnOff) return null;
  return `Click-through needs a hotkey that can turn it off again. Set one for “${commands['toggle-prompter'].title}” first.`;
}

/** What to say once it is on or off. */
export function clickThroughNotice(desktop: Desktop, isOn: boolean): string {
  if (!isOn) return 'Click-through is off.';
  const doubt = desktop === 'x11' ? 'Try a click first: on X11 it may fail. ' : '';
  return `Click-through is on. ${doubt}The same hotkey, or hiding and showing the prompter, turns it off.`;
}

/** Turns it off as soon as no hotkey can do that any more: it was changed, removed, or taken by another program. */
export function setUpClickThrough(offbook: OffbookApp, prompter: PrompterWindow, desktop: Desktop): void {
  offbook.on('capabilitiesChanged', ({ hotkeys }) => {
    if (!prompter.isClickThrough() || clickThroughRefusal(desktop, hotkeys) === null) return;
    prompter.setClickThrough(false);
    offbook.notify('info', 'Click-through is off: no hotkey is left to turn it off.');
  });
}
