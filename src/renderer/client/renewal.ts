/** Reads something anew whenever it may be another, without asking more often than it is answered. */
export interface Renewal {
  /** What was read may be old. */
  renew: () => void;
  end: () => void;
}

export interface RenewalOptions {
  read: () => Promise<void>;
  /** Calls back after a while; the function that comes back takes that back. */
  after: (delayMs: number, callback: () => void) => () => void;
  /** The least time from an answer to the next question. */
  pauseMs: number;
}

/**
 * The first `renew` reads at once. While an answer is awaited, or came less than the pause ago, any number of them
 * lead to one more reading.
 */
export function setUpRenewal({ read, after, pauseMs }: RenewalOptions): Renewal {
  let state: 'idle' | 'reading' | 'pausing' | 'ended' = 'idle';
  let isOld = false;
  let takeBack = (): void => undefined;

  async function start(): Promise<void> {
    state = 'reading';
    isOld = false;
    await read();
    if (isEnded()) return;
    state = 'pausing';
    takeBack = after(pauseMs, () => {
      state = 'idle';
      if (isOld) void start();
    });
  }
  /** It may have been ended while something was awaited, which the compiler can't see. */
  function isEnded(): boolean {
    return (state as string) === 'ended';
  }

  return {
    renew: () => {
      if (state === 'idle') void start();
      else isOld = true;
    },
    end: () => {
      state = 'ended';
      takeBack();
    },
  };
}
