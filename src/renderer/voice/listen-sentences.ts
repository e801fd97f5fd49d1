import { infoForMs } from '../../core/reading-time.ts';
import type { Outcome } from '../client/outcome.ts';
import type { ViewStore } from '../client/store.ts';
import type { PageTimer } from '../client/timer.ts';

/** What listening says on the status line. Nothing here takes away what others say there. */
export interface ListenSentences {
  /**
   * Why something doesn’t work; null once it does. The sentence stays as long as it takes to read, since it covers a row
   * of the outline; the dot beside the clock keeps the words. After a lost connection, it is there again.
   */
  trouble: (of: 'microphone' | 'following', text: string | null) => void;
  /** Something failed, once. */
  fail: (text: string) => void;
  sayFor: (forMs: number, text: string) => void;
  /** Takes the troubles away. */
  close: () => void;
}

interface Trouble {
  outcome: Outcome;
  cancel: () => void;
}

/** On this page’s status line. */
export function listenSentences(store: ViewStore, after: PageTimer): ListenSentences {
  const troubles = new Map<string, Trouble>();
  const clear = (outcome: Outcome): void => {
    if (store.getState().outcome === outcome) store.setState({ outcome: null });
  };
  const showFor = (forMs: number, outcome: Outcome): (() => void) => {
    store.setState({ outcome });
    return after(forMs, () => clear(outcome));
  };
  const forget = (of: string): void => {
    const known = troubles.get(of);
    if (known === undefined) return;
    troubles.delete(of);
    known.cancel();
    clear(known.outcome);
  };
  const showTrouble = (of: string, text: string): void => {
    const outcome: Outcome = { tone: 'error', text };
    troubles.set(of, { outcome, cancel: showFor(infoForMs(text), outcome) });
  };
  const stopWatching = store.subscribe(({ connection }, before) => {
    if (connection !== 'connected' || before.connection === 'connected') return;
    for (const [of, { outcome, cancel }] of [...troubles]) {
      cancel();
      showTrouble(of, outcome.text);
    }
  });
  return {
    trouble: (of, text) => {
      if (text === (troubles.get(of)?.outcome.text ?? null)) return;
      forget(of);
      if (text !== null) showTrouble(of, text);
    },
    fail: (text) => store.setState({ outcome: { tone: 'error', text } }),
    sayFor: (forMs, text) => void showFor(forMs, { tone: 'info', text, next: [] }),
    close: () => {
      stopWatching();
      for (const of of [...troubles.keys()]) forget(of);
    },
  };
}
