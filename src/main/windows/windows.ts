import type { BrowserWindow } from 'electron';
import type { RequestedView } from '../../core/contract/contract.ts';
import type { LibraryWindow } from './library-window.ts';
import type { Prompter } from './prompter-window.ts';

/** The program's windows. */
export interface Windows {
  prompter: Prompter;
  library: LibraryWindow;
  /** The one that has the focus; null where none of them has. */
  focused: () => BrowserWindow | null;
}

export function gatherWindows(prompter: Prompter, library: LibraryWindow): Windows {
  const focused = (): BrowserWindow | null =>
    [prompter.window(), library.window()].find((window) => window?.isFocused() === true) ?? null;
  return { prompter, library, focused };
}

/** The window that is told of a view somebody asked for; null while it is only being opened. */
export function windowFor(view: RequestedView, { prompter, library, focused }: Windows): BrowserWindow | null {
  if (view === 'palette' || view === 'help') return focused() ?? prompter.window();
  return view === 'prompter' ? prompter.window() : library.window();
}
