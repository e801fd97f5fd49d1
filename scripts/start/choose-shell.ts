/** What decides between Electron and the browser before anything is tried. */
export interface Circumstances {
  /** Electron's runtime is installed already. */
  runtime: boolean;
  screen: boolean;
  /** Something should be opened; otherwise an address is printed, which only the browser shell has. */
  open: boolean;
  /** In a tab of the browser. */
  tab: boolean;
}

/** Why to use the browser at once, as a sentence; null if Electron should be tried. */
export function reasonForBrowser({ runtime, screen, open, tab }: Circumstances): string | null {
  if (tab) return 'With --tab, Offbook opens in a tab: using the browser.';
  if (open && screen) return null;
  if (!runtime) {
    const also = open ? ', and its window would need a screen' : '';
    return `Electron’s runtime isn’t installed (“npx install-electron” gets it)${also}: using the browser.`;
  }
  if (!open) return 'With --no-open there’s only an address to print: using the browser.';
  return 'Electron’s window needs a screen (DISPLAY and WAYLAND_DISPLAY aren’t set): using the browser.';
}

/** The sentence for a runtime that couldn't be downloaded. `proxy` is the variable that names one. */
export function fetchFailed(why: string, proxy: string | null): string {
  const through = proxy === null ? '' : ` through the proxy in ${proxy}`;
  const isNetwork = /fetch failed|nothing arrived/u.test(why);
  const hint = isNetwork && proxy === null ? ' If your network needs a proxy, set HTTPS_PROXY and start again.' : '';
  return `Electron’s runtime couldn’t be downloaded${through} (${why}): using the browser.${hint}`;
}

/** The sentence for a runtime that quit as soon as it was started. */
export function electronFailed(why: string): string {
  return `Electron couldn’t start (${why}): using the browser.`;
}
