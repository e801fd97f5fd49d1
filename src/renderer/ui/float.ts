/** The part of Document Picture-in-Picture that is used here; TypeScript's DOM doesn't know it. */
interface PictureInPicture {
  requestWindow: (options: { width: number; height: number }) => Promise<Window>;
}

/** The prompter's own size, as in Electron. */
const floatSize = { width: 460, height: 260 };

/** Whether this browser can show a page's part in a small window above all others. */
export function canFloat(win: Window): boolean {
  return pictureInPictureOf(win) !== undefined;
}

/**
 * Opens the small window with this page's styles in it. Needs a key press or a click just before. Rejects
 * with a sentence for the person where the browser doesn't give one.
 */
export async function openFloat(win: Window): Promise<Window> {
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

/** By links, since the content policy allows no inline styles; waits, so that nothing is ever seen bare. */
async function copyStyles(from: Document, to: Document): Promise<void> {
  const links = [...from.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(
    links.map(({ href }) => {
      const link = to.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      // A style that can't be had leaves a plain page, which is better than none.
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
