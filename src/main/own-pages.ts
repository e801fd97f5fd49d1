import { contentSecurityPolicy, contentTypeOf, fileOfPath } from '../services/system/page-files.ts';

/** Where the built pages live: `app://offbook/…`. */
export const scheme = 'app';
const host = 'offbook';
const pageOrigin = `${scheme}://${host}`;
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

/** As much of Electron's WebFrameMain as tells who called. */
interface CallingFrame {
  readonly origin: string;
  readonly parent: object | null;
}

/**
 * Whether a call may be answered: it must come from the main frame of one of the program's own windows
 * while that shows the program's own page. A frame that is gone or has navigated is null.
 */
export function mayCall(frame: CallingFrame | null, contentsId: number, ownContentsIds: readonly number[]): boolean {
  if (frame === null || frame.parent !== null || frame.origin !== pageOrigin) return false;
  return ownContentsIds.includes(contentsId);
}

/** Whether an address is one of the program's own pages; empty before the first is loaded. */
export function isOwnPage(address: string): boolean {
  const parsed = URL.parse(address);
  const own = new URL(pageUrl);
  // Not its origin: to Node a scheme of ours has none.
  return parsed?.protocol === own.protocol && parsed.host === own.host && parsed.username === '';
}
