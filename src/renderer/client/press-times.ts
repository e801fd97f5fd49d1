import { isRecord } from '../../core/values.ts';
import type { Bridge, CallName, Result } from '../../core/contract/contract.ts';
import { bridgeOver } from './socket.ts';

/** The calls whose moment counts: they start, stop and mark. */
const timed: ReadonlySet<string> = new Set<CallName>(['runCommand', 'moveCursor', 'actOnRun', 'nextAsk']);

/**
 * The same bridge, with the moment of the key press or the click in each call that it led to: a busy page or program is
 * late, but the time isn’t. `pressedAtMs` is on the services’ clock; null outside of a press.
 */
export function withPressTimes(bridge: Bridge, pressedAtMs: () => number | null): Bridge {
  return bridgeOver(
    (name, input) => {
      // A call that knows its moment wasn’t made by the event that is being handled.
      const isOpen = timed.has(name) && isRecord(input) && input['atMs'] === undefined;
      const atMs = isOpen ? pressedAtMs() : null;
      const call = bridge[name as CallName] as (input: unknown) => Promise<Result<unknown>>;
      return call(atMs === null ? input : { ...(input as object), atMs });
    },
    (name, listener) => bridge.on(name as Parameters<Bridge['on']>[0], listener),
  );
}

/** What tells when an event happened. */
type TimedEvent = Pick<Event, 'timeStamp' | 'isTrusted'> & {
  view?: { performance: Pick<Performance, 'timeOrigin'> } | null;
};

/**
 * When the event that is being handled happened, on the page’s monotonic clock, in milliseconds; null outside of one. A
 * floating window has a clock of its own, which began when it opened.
 */
export function eventAtMs(event: TimedEvent | undefined, pageOriginMs: number): number | null {
  if (event === undefined || !event.isTrusted) return null;
  return event.timeStamp + ((event.view?.performance.timeOrigin ?? pageOriginMs) - pageOriginMs);
}
