import { useContext, useEffect, useState } from 'react';
import type { Result } from '../../core/contract/contract.ts';
import { useProgram, WindowContext } from './program-context.ts';

/** Runs and saved files come in bursts. */
const pauseMs = 500;

/** An answer of the program, or why there is none; null for both before the first one. */
export interface Renewed<Value> {
  value: Value | null;
  error: string | null;
}

/**
 * What the program answers to `ask`, asked anew when the log, the stories or the settings changed, and when the
 * window is looked at again, since the day may be another. The answer before stays until the next one is there.
 * `ask` null asks nothing.
 */
export function useRenewed<Value>(ask: (() => Promise<Result<Value>>) | null): Renewed<Value> {
  const { bridge, store } = useProgram();
  const win = useContext(WindowContext);
  const [renewed, setRenewed] = useState<Renewed<Value>>({ value: null, error: null });
  useEffect(() => {
    if (ask === null) return undefined;
    let isOver = false;
    const renewal = setUpRenewal({
      read: async () => {
        const result = await ask();
        if (isOver) return;
        setRenewed((before) =>
          result.ok ? { value: result.value, error: null } : { value: before.value, error: result.error },
        );
      },
      after: (delayMs, callback) => {
        const timer = win.setTimeout(callback, delayMs);
        return () => win.clearTimeout(timer);
      },
      pauseMs,
    });
    renewal.renew();
    const endPractice = bridge.on('practiceChanged', renewal.renew);
    const endStore = store.subscribe((now, before) => {
      const isOther = now.app?.library.stories !== before.app?.library.stories;
      if (isOther || now.app?.settings !== before.app?.settings || now.connection !== before.connection)
        renewal.renew();
    });
    win.addEventListener('focus', renewal.renew);
    return () => {
      isOver = true;
      renewal.end();
      endPractice();
      endStore();
      win.removeEventListener('focus', renewal.renew);
    };
  }, [ask, bridge, store, win]);
  return renewed;
}

/** Reads something anew whenever it may be another, without asking more often than it is answered. */
interface Renewal {
  /** What was read may be old. */
  renew: () => void;
  end: () => void;
}

interface RenewalOptions {
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
