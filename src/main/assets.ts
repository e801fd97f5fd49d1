import { contentSecurityPolicy, contentTypeOf, fileOfPath } from '../services/system/page-files.ts';

/** Where the built pages live: `app://offbook/…`. */
export const scheme = 'app';
const host = 'offbook';
export const pageOrigin = `${scheme}://${host}`;
export const pageUrl = `${pageOrigin}/`;

/** The headers of an answer; `file` is null where it is only a sentence. */
export function assetHeaders(file: string | null): Record<string, string> {
  return {
    'Content-Type': file === null ? 'text/plain; charset=utf-8' : contentTypeOf(file),
    // The page reaches the program by the preload's bridge alone.
    'Content-Security-Policy': contentSecurityPolicy("'none'"),
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The file that an address means, below the folder of the pages; null where it means none. */
export function fileOfAddress(address: string): string | null {
  const parsed = URL.parse(address);
  if (parsed?.protocol !== `${scheme}:` || parsed.host !== host) return null;
  return fileOfPath(parsed.pathname === '' ? '/' : parsed.pathname);
}
