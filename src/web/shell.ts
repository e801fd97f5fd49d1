import type { Shell } from '../services/app-types.ts';

/** What a browser tab can do beyond the contract: nothing of its own. The views show that, and offer to float. */
export function browserShell(): Shell {
  return {
    capabilities: () => ({
      shell: 'browser',
      chooseFolder: false,
      alwaysOnTop: false,
      opacity: false,
      hotkeys: [],
    }),
    chooseFolder: () => Promise.resolve(null),
    togglePrompter: () =>
      'Only the desktop program can show and hide its window. In the browser, the Float button puts the prompter into a small window above the others.',
  };
}
