type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Chromium's switches for a system. In a Wayland session with an X server at hand the program runs as an X one,
 * since a native Wayland window can neither keep itself on top nor be put somewhere (electron#50403).
 */
export function chromiumSwitches(platform: NodeJS.Platform, env: Environment): string[] {
  const isWayland = env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']);
  return platform === 'linux' && isWayland && env['DISPLAY'] ? ['--ozone-platform=x11'] : [];
}

/** What decides between the two shells before anything is tried. */
export interface Circumstances {
  /** Electron's runtime is on this computer already. */
  runtime: boolean;
  screen: boolean;
  /** The person wants something opened; otherwise only an address, which only the browser shell has. */
  open: boolean;
}

/** Why to go to the browser shell at once, as a sentence; null when Electron is to be tried. */
export function reasonForBrowser({ runtime, screen, open }: Circumstances): string | null {
  if (open && screen) return null;
  if (!runtime) {
    const also = open ? ', and there is no screen for its window' : '';
    return `Electron's runtime is not on this computer ("npx install-electron" gets it)${also}: using the browser shell.`;
  }
  if (!open) return 'With --no-open there is only an address to print: using the browser shell.';
  return "There is no screen for Electron's window (DISPLAY and WAYLAND_DISPLAY are not set): using the browser shell.";
}

/** The sentence for a runtime that could not be fetched. */
export function fetchFailed(why: string): string {
  return `Electron's runtime could not be fetched (${why}); "npx install-electron" gets it: using the browser shell.`;
}

/** The sentence for a runtime that ended as soon as it was started. */
export function electronFailed(why: string): string {
  return `Electron could not start (${why}): using the browser shell.`;
}
