import { pageOrigin, pageUrl } from './assets.ts';

/** As much of Electron's WebFrameMain as tells who called. */
export interface CallingFrame {
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
