import { useContext, useEffect, useState } from 'react';
import type { Result } from '../../core/contract/contract.ts';
import { useProgram, WindowContext } from './program-context.ts';
import { setUpRenewal } from './renewal.ts';

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
