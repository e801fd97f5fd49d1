import type { Ability } from '../core/contract/contract.ts';
import type { Shell } from '../services/base/program.ts';

/** What a browser can't do, and what does it instead. */
const panel: Ability[] = [
  {
    id: 'alwaysOnTop',
    title: 'On top of other windows',
    state: 'partly',
    text: 'Only the desktop program keeps its own window on top. Here, the Float button of the prompter puts it into a small window above the others, in Chrome and Edge.',
  },
  {
    id: 'hotkeys',
    title: 'Hotkeys',
    state: 'partly',
    text: 'Only the desktop program has hotkeys. Here, keys work while the prompter has the focus; a shortcut in the keyboard settings of your desktop can run "offbook --do" with a command.',
  },
  {
    id: 'opacity',
    title: 'See-through',
    state: 'no',
    text: 'Only the desktop program can be see-through. A browser’s window is always opaque.',
  },
  {
    id: 'clickThrough',
    title: 'Click-through',
    state: 'no',
    text: 'Only the desktop program can let clicks through to the window behind it.',
  },
  {
    id: 'contentProtection',
    title: 'Hidden from screen sharing',
    state: 'no',
    text: 'A browser’s window is seen by whoever sees your screen. Share a single window or tab instead.',
  },
  {
    id: 'place',
    title: 'Place remembered',
    state: 'no',
    text: 'Where its window stands is up to the browser.',
  },
  {
    id: 'startAtLogin',
    title: 'Start at login',
    state: 'no',
    text: 'Only the desktop program can start when you log in.',
  },
];

/**
 * What a browser tab can do beyond the contract: nothing of its own. The views show that, and offer to float.
 * `openOutside` opens an address or a file in the system's own program for it; `version` is Offbook's.
 */
export function browserShell(openOutside: Shell['openOutside'], version: string): Shell {
  return {
    capabilities: () => ({
      shell: 'browser',
      chooseFolder: false,
      alwaysOnTop: false,
      opacity: false,
      dropFiles: false,
      clickThrough: false,
      contentProtection: false,
      startAtLogin: false,
      hotkeys: [],
      panel,
    }),
    chooseFolder: () => Promise.resolve(null),
    // A page would ask and answer here, and whoever has its token could do the same.
    confirm: null,
    facts: () => ({ Offbook: `${version}, in the browser` }),
    moveUnderCamera: () =>
      'Only the desktop program can move its window. In the browser, drag it, or float the prompter first.',
    togglePrompter: () =>
      'Only the desktop program can show and hide its window. In the browser, the Float button puts the prompter into a small window above the others.',
    // Each view shows itself, at the event that tells all of them.
    showView: () => {},
    toggleClickThrough: () => 'Only the desktop program can let clicks through to the window behind it.',
    suspendHotkeys: () => {},
    openOutside,
    giveFocusBack: () => {},
  };
}
