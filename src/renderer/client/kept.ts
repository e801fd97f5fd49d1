/** A page's window, as far as it keeps anything. */
type Storing = Pick<Window, 'localStorage'> & { document: Pick<Document, 'cookie'> };

/**
 * Keeps a word under a name, for later pages on this computer: in a cookie, since the browser version has another port at
 * each start, and all other storage of a page belongs to its port; the desktop app's pages have no cookies, but always the
 * same address.
 */
export function keep(win: Storing, name: string, word: string): void {
  // Browsers keep no cookie longer than 400 days.
  win.document.cookie = `${name}=${word}; max-age=34560000; samesite=strict; path=/`;
  storageOf(win)?.setItem(name, word);
}

/** What an earlier page kept under a name; null if nothing, or in a browser that keeps nothing for sites. */
export function kept(win: Storing, name: string): string | null {
  const cookie = win.document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return cookie?.slice(name.length + 1) ?? storageOf(win)?.getItem(name) ?? null;
}

/** Null where the person's browser keeps nothing for sites. */
function storageOf(win: Pick<Window, 'localStorage'>): Storage | null {
  try {
    return win.localStorage;
  } catch {
    return null;
  }
}
