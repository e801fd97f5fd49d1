import { useContext, useEffect, useState } from 'react';
import type { Result } from '../../core/contract/contract.ts';
import { useProgram, WindowContext } from './program-context.ts';
import type { PageTimer } from './timer.ts';

/** Runs and saved files come in bursts. */
const pauseMs = 500;

/** The latest data, and the error of a later answer; both null while the first answer is awaited. */
export interface QueryState<Data> {
  data: Data | null;
  error: string | null;
}

/**
 * Asks the program: at once whenever `ask` is another function, which must stay the same while its question does, and
 * again when the stories, the settings or the log change, and when the window gets the focus, since the date may have
 * changed. The last data stays until new data is here, so that nothing flickers; answers to an older question are
 * dropped. `ask` null asks nothing.
 */
export function useQuery<Data>(ask: (() => Promise<Result<Data>>) | null): QueryState<Data> {
  const { bridge, store } = useProgram();
  const win = useContext(WindowContext);
  const [query, setQuery] = useState<QueryState<Data>>({ data: null, error: null });
  useEffect(() => {
    if (ask === null) return undefined;
    let isCurrent = true;
    const refresher = setUpRefresher({
      read: async () => {
        const result = await ask();
        if (!isCurrent) return;
        setQuery(({ data }) => (result.ok ? { data: result.value, error: null } : { data, error: result.error }));
      },
      after: (delayMs, callback) => {
        const timer = win.setTimeout(callback, delayMs);
        return () => win.clearTimeout(timer);
      },
      pauseMs,
    });
    // Until the program is reached there is nobody to ask; its first state counts as a change.
    if (store.getState().app !== null) refresher.refresh();
    const endPractice = bridge.on('practiceChanged', refresher.refresh);
    const endStore = store.subscribe(({ app }, before) => {
      if (app?.library.stories !== before.app?.library.stories || app?.settings !== before.app?.settings)
        refresher.refresh();
    });
    win.addEventListener('focus', refresher.refresh);
    return () => {
      isCurrent = false;
      refresher.end();
      endPractice();
      endStore();
      win.removeEventListener('focus', refresher.refresh);
    };
  }, [ask, bridge, store, win]);
  return query;
}

interface Refresher {
  /** What was read may be out of date. */
  refresh: () => void;
  end: () => void;
}

interface RefresherOptions {
  read: () => Promise<void>;
  /** Calls back after a while; the function it returns cancels that. */
  after: PageTimer;
  /** The least time from an answer to the next question. */
  pauseMs: number;
}

/**
 * Reads at the first `refresh`. While an answer is awaited, or came less than the pause ago, any number of them lead to
 * one more reading.
 */
export function setUpRefresher({ read, after, pauseMs }: RefresherOptions): Refresher {
  let state: 'idle' | 'reading' | 'pausing' | 'ended' = 'idle';
  let isStale = false;
  let cancelPause = (): void => undefined;

  async function start(): Promise<void> {
    state = 'reading';
    isStale = false;
    await read();
    if (isEnded()) return;
    state = 'pausing';
    cancelPause = after(pauseMs, () => {
      state = 'idle';
      if (isStale) void start();
    });
  }
  /** The compiler can't see that it may have ended while `read` was awaited. */
  function isEnded(): boolean {
    return (state as string) === 'ended';
  }

  return {
    refresh: () => {
      if (state === 'idle') void start();
      else isStale = true;
    },
    end: () => {
      state = 'ended';
      cancelPause();
    },
  };
}
