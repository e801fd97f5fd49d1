import { clamp } from './values.ts';

/** A press that waited longer counts as this old: nobody knows any more what happened in between. */
export const longestWaitMs = 5000;

/** A clock that tells when the person acted, which is before a busy program hears of it. */
export interface PressClock {
  /** The moment of the press that is being carried out, else now. Monotonic, in milliseconds. */
  nowMs: () => number;
  /**
   * Carries out what a press at `atMs` asked for; without a moment, as of now. A moment in the future counts as now, an
   * old one as five seconds ago. Only what `act` does before it awaits anything counts as done at that moment.
   */
  during: <Done>(atMs: number | undefined, act: () => Done) => Done;
}

/** `nowMs` is the monotonic clock that presses are measured by. */
export function setUpPressClock(nowMs: () => number): PressClock {
  let pressedMs: number | null = null;
  return {
    nowMs: () => pressedMs ?? nowMs(),
    during: (atMs, act) => {
      const before = pressedMs;
      const now = nowMs();
      pressedMs = atMs === undefined ? null : clamp(atMs, now - longestWaitMs, now);
      try {
        return act();
      } finally {
        pressedMs = before;
      }
    },
  };
}
