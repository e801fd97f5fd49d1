import type { BrowserWindow } from 'electron';
import type { RequestedView } from '../../core/contract/contract.ts';
import type { LibraryWindow } from './library-window.ts';
import type { PrompterWindow } from './prompter-window.ts';

/** The program's windows. */
export interface Windows {
  prompter: PrompterWindow;
  library: LibraryWindow;
  /** The one with the focus, or null. */
  focused: () => BrowserWindow | null;
}

export function gatherWindows(prompter: PrompterWindow, library: LibraryWindow): Windows {
  const focused = (): BrowserWindow | null =>
    [prompter.window(), library.window()].find((window) => window?.isFocused() === true) ?? null;
  return { prompter, library, focused };
}

/** The window for a requested view; null while it doesn't exist. */
export function windowFor(view: RequestedView, { prompter, library, focused }: Windows): BrowserWindow | null {
  if (view === 'palette' || view === 'help') return focused() ?? prompter.window();
  return view === 'prompter' ? prompter.window() : library.window();
}
