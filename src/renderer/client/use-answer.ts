import { useEffect, useState } from 'react';
import { useProgram } from './program-context.ts';

/**
 * What the program answers to `ask`, asked anew when `ask` is another function or the stories changed. Until an
 * answer is there the one before stays, so that nothing flickers; answers that come too late are dropped.
 * `ask` null asks nothing; null before the first answer.
 */
export function useAnswer<Answer>(ask: (() => Promise<Answer>) | null): Answer | null {
  const { store } = useProgram();
  const [answer, setAnswer] = useState<{ value: Answer } | null>(null);
  useEffect(() => {
    if (ask === null) return undefined;
    let asked = 0;
    const askNow = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const value = await ask();
      if (mine === asked) setAnswer({ value });
    };
    void askNow();
    const end = store.subscribe((now, before) => {
      if (now.app?.library.stories !== before.app?.library.stories) void askNow();
    });
    return () => {
      asked = -1;
      end();
    };
  }, [store, ask]);
  return answer?.value ?? null;
}
