import { contentSecurityPolicy, contentTypeOf, fileOfPath, permissionsPolicy } from '../services/system/page-files.ts';
import { recordingOfPath } from '../services/voice/serve-recording.ts';

/** The built pages are at `app://offbook/…`. */
export const scheme = 'app';
const host = 'offbook';
const pageOrigin = `${scheme}://${host}`;
export const pageUrl = `${pageOrigin}/`;

/** The headers of a response; `file` is null if it is only a sentence. */
export function assetHeaders(file: string | null): Record<string, string> {
  return {
    'Content-Type': file === null ? 'text/plain; charset=utf-8' : contentTypeOf(file),
    'Content-Security-Policy': contentSecurityPolicy,
    'Permissions-Policy': permissionsPolicy,
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The id of the recording that a URL names; null if it isn't the URL of one. */
export function recordingOfAddress(address: string): string | null {
  const parsed = URL.parse(address);
  if (parsed?.protocol !== `${scheme}:` || parsed.host !== host) return null;
  return recordingOfPath(parsed.pathname);
}

/** The file for a URL, relative to the folder of the pages; null if the URL isn't one of Offbook's. */
export function fileOfAddress(address: string): string | null {
  const parsed = URL.parse(address);
  if (parsed?.protocol !== `${scheme}:` || parsed.host !== host) return null;
  return fileOfPath(parsed.pathname === '' ? '/' : parsed.pathname);
}

/** The part of Electron's WebFrameMain that identifies the caller. */
interface CallingFrame {
  readonly origin: string;
  readonly parent: object | null;
}

/**
 * Whether a call may be answered: it has to come from the main frame of one of Offbook's windows, while that shows one
 * of Offbook's pages. `frame` is null if it is gone or has navigated.
 */
export function mayCall(frame: CallingFrame | null, contentsId: number, ownContentsIds: readonly number[]): boolean {
  if (frame === null || frame.parent !== null || frame.origin !== pageOrigin) return false;
  return ownContentsIds.includes(contentsId);
}

/** Whether a URL is one of Offbook's own pages. Before the first one is loaded, the URL is empty. */
export function isOwnPage(address: string): boolean {
  const parsed = URL.parse(address);
  const own = new URL(pageUrl);
  // Not by origin: in Node, a custom scheme has none.
  return parsed?.protocol === own.protocol && parsed.host === own.host && parsed.username === '';
}
