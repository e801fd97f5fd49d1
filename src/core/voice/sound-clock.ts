const windowMs = 2000;

/**
 * Tells when a sound was made. Sound carries its own time, a count of samples; messages about it arrive late, by as much
 * as the page is busy. So its zero is the earliest that fits, of the last two to four seconds: the two clocks drift apart,
 * and a computer that slept, or a device that lost sound, shifts them.
 *
 * `arrived` takes the time of the sound in a message, in its own ms, and when the message arrived; the result is when the
 * sound was made, on the clock of the arrivals.
 */
export function soundClock(): { arrived: (soundMs: number, nowMs: number) => number } {
  let [earlier, earliest] = [Infinity, Infinity];
  let sinceMs = -Infinity;
  return {
    arrived: (soundMs, nowMs) => {
      const zeroMs = nowMs - soundMs;
      if (nowMs - sinceMs > windowMs) {
        // After a gap, what was before it says nothing.
        earlier = nowMs - sinceMs > 2 * windowMs ? Infinity : earliest;
        earliest = Infinity;
        sinceMs = nowMs;
      }
      earliest = Math.min(earliest, zeroMs);
      return soundMs + Math.min(earlier, earliest);
    },
  };
}
