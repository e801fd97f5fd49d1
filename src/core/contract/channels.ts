import type { EventName } from './contract.ts';

/** The channel that calls take from the desktop program's pages to its main process. */
export const callChannel = 'offbook:call';

/** The channel that an event takes the other way. */
export function eventChannel(name: EventName): string {
  return `offbook:event:${name}`;
}
