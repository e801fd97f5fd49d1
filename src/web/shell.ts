import type { Ability } from '../core/contract/contract.ts';
import type { Shell } from '../services/base/program.ts';

/** What a browser can't do, and what to use instead. */
const panel: Ability[] = [
  {
    id: 'alwaysOnTop',
    title: 'On top of other windows',
    state: 'partly',
    text: 'Only the desktop app can keep its window on top. Here, the prompter’s Float button moves it into a small window above the others, in Chrome and Edge.',
  },
  {
    id: 'hotkeys',
    title: 'Hotkeys',
    state: 'partly',
    text: 'Only the desktop app has hotkeys. Here, keys work while the prompter has the focus; a shortcut in your desktop’s keyboard settings can run “offbook --do” with a command.',
  },
  {
    id: 'mediaKeys',
    title: 'Media keys',
    state: 'partly',
    text: 'The setting “Media keys” lets play, next and previous of a keyboard or headset work without the focus. For that, the page plays silence. Music or a call in the browser can take the keys; press any key here to have them back.',
  },
  {
    id: 'microphone',
    title: 'Microphone',
    state: 'unproved',
    text: 'The browser asks you the first time. While “Listen” is on, “Try it” in the settings shows whether it works.',
  },
  {
    id: 'opacity',
    title: 'Transparency',
    state: 'no',
    text: 'Transparency needs the desktop app. A browser’s window is always opaque.',
  },
  {
    id: 'clickThrough',
    title: 'Click-through',
    state: 'no',
    text: 'Click-through needs the desktop app.',
  },
  {
    id: 'contentProtection',
    title: 'Hidden from screen sharing',
    state: 'no',
    text: 'Everybody who sees your screen sees a browser’s window. Share a single window or tab instead.',
  },
  {
    id: 'place',
    title: 'Remembered position',
    state: 'no',
    text: 'The browser decides where its window opens.',
  },
  {
    id: 'startAtLogin',
    title: 'Start at login',
    state: 'no',
    text: 'Only the desktop app can start when you log in.',
  },
];

/**
 * What a browser tab can do beyond the contract: nothing. The views say so, and offer to float the prompter.
 * `openOutside` opens a URL or a file in the system's program for it; `version` is Offbook's.
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
      mediaKeys: true,
      microphone: true,
      hotkeys: [],
      panel,
    }),
    chooseFolder: () => Promise.resolve(null),
    // Here a page would both ask and answer, and so could anybody with its token.
    confirm: null,
    facts: () => ({ Offbook: `${version}, in the browser` }),
    moveUnderCamera: () =>
      'Only the desktop app can move its window. In the browser, drag it, or float the prompter first.',
    resizePrompter: () =>
      'In the browser, only the prompter’s own key can change its size, in a window that floats or has no tabs.',
    togglePrompter: () =>
      'Only the desktop app can show and hide its window. In the browser, the Float button moves the prompter into a small window above the others.',
    // The event reaches every view, and each shows itself.
    showView: () => {},
    toggleClickThrough: () => 'Click-through needs the desktop app.',
    suspendHotkeys: () => {},
    openOutside,
    giveFocusBack: () => {},
  };
}
