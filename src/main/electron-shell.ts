import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { Shell } from '../services/app-types.ts';
import { capabilitiesOf, type Desktop } from './desktop.ts';
import type { Hotkeys } from './hotkeys.ts';
import type { Prompter } from './prompter-window.ts';

/** What the desktop program can do beyond the contract. */
export function electronShell(desktop: Desktop, prompter: Prompter, hotkeys: Hotkeys): Shell {
  return {
    capabilities: () => capabilitiesOf(desktop, hotkeys.list()),
    chooseFolder: () => chooseFolder(desktop, prompter.window()),
    togglePrompter: () => {
      prompter.toggle();
      return null;
    },
  };
}

/** Only macOS has a dialog for both a folder and a file. */
async function chooseFolder(desktop: Desktop, above: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Choose your stories',
    message: 'Choose the folder that holds your stories, or one Markdown file.',
    buttonLabel: 'Read stories',
    properties: desktop === 'macos' ? ['openDirectory', 'openFile'] : ['openDirectory'],
    filters: [{ name: 'Markdown', extensions: ['md', 'markdown'] }],
  };
  // Without its window above, the dialog would open behind the prompter, which stays on top.
  const chosen = await (above?.isVisible() === true
    ? dialog.showOpenDialog(above, options)
    : dialog.showOpenDialog(options));
  return chosen.filePaths[0] ?? null;
}
