/*
 * Chromium knows no scheme of a program's own, so a page of `app://offbook/x` is one of
 * `https://offbook.app.stand-in.invalid/x` there. A path is carried as it is written, not decoded.
 */

const suffix = 'stand-in.invalid';

/** An address as the browser gets it. Those that it knows stay as they are. */
export function toBrowser(url: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  if (scheme === undefined || scheme === 'https' || scheme === 'http') return url;
  return `https://${host}.${scheme}.${suffix}${rest}`;
}

/** An address, or an origin, as the program gets it. */
export function toProgram(url: string): string {
  const [, host, scheme, rest] = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/s.exec(url) ?? [];
  return scheme === undefined ? url : `${scheme}://${host}${rest}`;
}

/** Whether it is one that the program answers itself. */
export function isPrograms(url: string): boolean {
  return toProgram(url) !== url;
}
