import type { CommandId } from '../../core/contract/commands.ts';
import type { Hotkey } from '../../core/contract/contract.ts';
import type { App } from '../../services/base/program-types.ts';
import { desktopTraits, type Desktop } from '../desktop.ts';
import type { PrompterWindow } from './prompter-window.ts';

/** What ends it without a click: itself, and showing the prompter anew. */
const waysBack: readonly CommandId[] = ['toggle-click-through', 'toggle-prompter'];

/** Why clicks can't be let through now, as a sentence: nobody must be left with a window that can't be clicked. */
export function clickThroughRefusal(desktop: Desktop, hotkeys: readonly Hotkey[]): string | null {
  if (!desktopTraits[desktop].hotkeysWork) {
    return 'Clicks can’t be let through here: on Wayland hotkeys may not reach Offbook, so nothing would lead back.';
  }
  const back = hotkeys.some(({ command, state }) => state === 'registered' && waysBack.includes(command));
  if (back) return null;
  return 'Clicks can’t be let through yet, since no hotkey would lead back. Set one for “Show or hide the prompter” first.';
}

/** Ends it as soon as nothing leads back any more: the hotkey was changed, switched off, or taken by another program. */
export function setUpClickThrough(offbook: App, prompter: PrompterWindow, desktop: Desktop): void {
  offbook.on('capabilitiesChanged', ({ hotkeys }) => {
    if (!prompter.isClickThrough() || clickThroughRefusal(desktop, hotkeys) === null) return;
    prompter.setClickThrough(false);
    offbook.notify('info', 'Clicks reach the prompter again, since no hotkey would lead back any more.');
  });
}
