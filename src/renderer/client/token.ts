const storageKey = 'offbook-token';

/**
 * The token that lets this page speak to the program. It comes in the address's fragment, is taken out of
 * it (so that it isn't bookmarked or shown in a shared screen) and kept for reloads of this tab. Null where
 * neither has one.
 */
export function takeToken(win: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string | null {
  const { location, history } = win;
  const storage = storageOf(win);
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null || given === '') return storage?.getItem(storageKey) ?? null;
  storage?.setItem(storageKey, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/** Null where the person's browser keeps nothing for sites: then a reload needs the address again. */
function storageOf(win: Pick<Window, 'sessionStorage'>): Storage | null {
  try {
    return win.sessionStorage;
  } catch {
    return null;
  }
}
