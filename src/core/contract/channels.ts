import type { EventName } from './contract.ts';

/** The IPC channel for calls from the desktop app's pages to its main process. */
export const callChannel = 'offbook:call';

/** The IPC channel for an event from the main process to the pages. */
export function eventChannel(name: EventName): string {
  return `offbook:event:${name}`;
}
