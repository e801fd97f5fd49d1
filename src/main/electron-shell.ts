import {
  app,
  type BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  screen,
  shell,
} from 'electron';
import type { RequestedView } from '../core/contract/contract.ts';
import type { Confirmation, Shell } from '../services/base/program.ts';
import { outsideLink } from '../services/system/open-outside.ts';
import { capabilitiesOf } from './capabilities.ts';
import { clickThroughNotice, clickThroughRefusal } from './windows/click-through.ts';
import { type Desktop, desktopTraits } from './desktop.ts';
import type { Hotkeys } from './hotkeys.ts';
import { displaySetName } from './windows/window-place.ts';
import type { Windows } from './windows/windows.ts';

/** What the desktop app can do beyond the contract. */
export function electronShell(desktop: Desktop, windows: Windows, hotkeys: Hotkeys): Shell {
  const { prompter } = windows;
  return {
    capabilities: () => capabilitiesOf(desktop, hotkeys.list(), prompter.isOnTop()),
    chooseFolder: () => chooseFolder(desktop, windows.focused() ?? prompter.window()),
    confirm: (question) => confirm(question, windows.focused() ?? prompter.window()),
    facts: () => ({
      Offbook: `${app.getVersion()}${app.isPackaged ? '' : ', not packaged'}`,
      Desktop: desktop,
      Displays: displaySetName(screen.getAllDisplays()),
    }),
    moveUnderCamera: () => {
      if (!desktopTraits[desktop].placeable) {
        return 'On Wayland, programs can’t move their windows. Drag the prompter under the camera instead.';
      }
      prompter.moveUnderCamera();
      return null;
    },
    resizePrompter: (command) => {
      prompter.resize(command);
      return null;
    },
    togglePrompter: () => {
      prompter.toggle();
      return null;
    },
    showView: (view) => showView(view, windows),
    toggleClickThrough: () => {
      const refusal = prompter.isClickThrough() ? null : clickThroughRefusal(desktop, hotkeys.list());
      if (refusal !== null) return refusal;
      prompter.setClickThrough(!prompter.isClickThrough());
      return clickThroughNotice(desktop, prompter.isClickThrough());
    },
    suspendHotkeys: hotkeys.suspend,
    openOutside,
    giveFocusBack: prompter.giveFocusBack,
  };
}

/** The search and the help sheet open in the focused window, or else in the prompter. */
function showView(view: RequestedView, { prompter, library, focused }: Windows): void {
  if (view === 'prompter') prompter.show();
  else if (view !== 'palette' && view !== 'help') library.show(view);
  else if (focused() === null) prompter.takeFocus();
}

async function openOutside(target: string): Promise<void> {
  const link = outsideLink(target);
  if (link !== null) return shell.openExternal(link);
  const why = await shell.openPath(target);
  if (why !== '') throw new Error(`${target} can’t be opened: ${why}.`);
}

/** Only macOS has a dialog for both a folder and a file. */
async function chooseFolder(desktop: Desktop, parent: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Choose your stories',
    message: 'Choose the folder with your stories, or one Markdown file.',
    buttonLabel: 'Read stories',
    properties: desktop === 'macos' ? ['openDirectory', 'openFile'] : ['openDirectory'],
    filters: [{ name: 'Markdown', extensions: ['md', 'markdown'] }],
  };
  // Without a parent window, the dialog would open behind the prompter, which stays on top.
  const chosen = await (parent?.isVisible() === true
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return chosen.filePaths[0] ?? null;
}

/** Enter and Escape mean no: people may be typing when it opens. */
async function confirm({ message, detail, yes, no }: Confirmation, parent: BrowserWindow | null): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message,
    detail,
    buttons: [yes, no],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (parent?.isVisible() === true
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options));
  return response === 0;
}
