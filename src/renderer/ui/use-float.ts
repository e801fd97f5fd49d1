import { useEffect, useState } from 'react';
import { useProgram } from '../client/program-context.ts';
import { showError } from '../client/store.ts';

export interface Float {
  /** The floating window; null while the prompter is in the page. */
  win: Window | null;
  toggle: () => void;
}

/** The prompter’s floating window, in browsers that have them. Null in Electron, whose own window floats. */
export function useFloat(isBrowser: boolean): Float | null {
  const { store } = useProgram();
  const [win, setWin] = useState<Window | null>(null);
  useEffect(() => {
    if (win === null) return undefined;
    const closed = (): void => setWin(null);
    win.addEventListener('pagehide', closed);
    return () => win.removeEventListener('pagehide', closed);
  }, [win]);

  if (!isBrowser || !canFloat(window)) return null;
  const open = async (): Promise<void> => {
    try {
      setWin(await openFloat(window));
    } catch (error) {
      showError(store, error instanceof Error ? error.message : String(error));
    }
  };
  return {
    win,
    toggle: () => {
      if (win === null) void open();
      else win.close();
    },
  };
}

/** The part of Document Picture-in-Picture that is used here; TypeScript’s DOM types don’t have it. */
interface PictureInPicture {
  requestWindow: (options: { width: number; height: number }) => Promise<Window>;
}

/** The prompter’s size, as in Electron. */
const floatSize = { width: 460, height: 260 };

/** Whether this browser can show part of a page in a small window above all others. */
export function canFloat(win: Window): boolean {
  return pictureInPictureOf(win) !== undefined;
}

/**
 * Opens the small window with this page's styles in it. Needs a key press or a click just before. Rejects
 * with a sentence for the person if the browser refuses.
 */
async function openFloat(win: Window): Promise<Window> {
  const pictureInPicture = pictureInPictureOf(win);
  if (pictureInPicture === undefined) {
    throw new Error('This browser has no floating windows. Chrome and Edge from version 116 on have.');
  }
  const float = await pictureInPicture.requestWindow(floatSize).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The browser didn’t open a floating window: ${reason}. Press Float again.`, { cause: error });
  });
  float.document.documentElement.lang = win.document.documentElement.lang;
  float.document.title = win.document.title;
  await copyStyles(win.document, float.document);
  return float;
}

/** As links, since the content policy allows no inline styles. Waits, so that nothing appears unstyled. */
async function copyStyles(from: Document, to: Document): Promise<void> {
  const links = [...from.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(
    links.map(({ href }) => {
      const link = to.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      // Without a style the page is plain, which is better than no page.
      const settled = new Promise<void>((resolve) => {
        link.addEventListener('load', () => resolve());
        link.addEventListener('error', () => resolve());
      });
      to.head.append(link);
      return settled;
    }),
  );
}

function pictureInPictureOf(win: Window): PictureInPicture | undefined {
  return (win as Window & { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;
}
