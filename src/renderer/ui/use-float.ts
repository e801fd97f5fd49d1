import { useEffect, useState } from 'react';
import { windowSizes, type Size } from '../../core/prompter/window-sizes.ts';
import { keep, kept } from '../client/kept.ts';
import { useProgram } from '../client/program-context.ts';
import { showError } from '../client/store.ts';

export interface Float {
  /** The floating window; null while the prompter is in the page. */
  win: Window | null;
  /** It floats for the first time on this computer. */
  isFirst: boolean;
  toggle: () => void;
}

/** The prompter’s floating window, in browsers that have them. Null in Electron, whose own window floats. */
export function useFloat(isBrowser: boolean): Float | null {
  const { store } = useProgram();
  const [{ win, isFirst }, setFloating] = useState<Pick<Float, 'win' | 'isFirst'>>(notFloating);
  useEffect(() => {
    if (win === null) return undefined;
    const closed = (): void => setFloating(notFloating);
    const resized = (): void => keep(window, keptSize, `${win.innerWidth}x${win.innerHeight}`);
    win.addEventListener('pagehide', closed);
    win.addEventListener('resize', resized);
    return () => {
      win.removeEventListener('pagehide', closed);
      win.removeEventListener('resize', resized);
    };
  }, [win]);

  if (!isBrowser || !canFloat(window)) return null;
  const open = async (): Promise<void> => {
    try {
      const floating = await openFloat(window, sizeOf(kept(window, keptSize)));
      setFloating({ win: floating, isFirst: kept(window, floatedBefore) === null });
      keep(window, floatedBefore, 'yes');
    } catch (error) {
      showError(store, error instanceof Error ? error.message : String(error));
    }
  };
  return {
    win,
    isFirst,
    toggle: () => {
      if (win === null) void open();
      else win.close();
    },
  };
}

/** The part of Document Picture-in-Picture that is used here; TypeScript’s DOM types don’t have it. */
interface PictureInPicture extends EventTarget {
  requestWindow: (options: { width: number; height: number }) => Promise<Window>;
  /** Null while nothing floats. An `enter` event says that one has opened. */
  window: Window | null;
}

const notFloating = { win: null, isFirst: false };
const floatedBefore = 'offbook-floated';
const keptSize = 'offbook-float-size';

/** The size that the floating window had last, such as `460x260`; else as the desktop app's first opens. */
export function sizeOf(word: string | null): Size {
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/u.exec(word ?? '') ?? [];
  return width === undefined ? windowSizes.small : { width: Number(width), height: Number(height) };
}

/** Whether this browser can show part of a page in a small window above all others. */
export function canFloat(win: Window): boolean {
  return pictureInPictureOf(win) !== undefined;
}

/**
 * Opens the small window with this page's styles in it. Needs a key press or a click just before. Rejects
 * with a sentence for the person if the browser refuses.
 */
async function openFloat(win: Window, size: Size): Promise<Window> {
  const pictureInPicture = pictureInPictureOf(win);
  if (pictureInPicture === undefined) {
    throw new Error('This browser has no floating windows. Chrome and Edge from version 116 on have.');
  }
  const float = await pictureInPicture.requestWindow(size).catch((error: unknown) => {
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

/** Undefined in a browser without floating windows. */
export function pictureInPictureOf(win: Window): PictureInPicture | undefined {
  return (win as Window & { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;
}
