import { infoForMs } from '../../core/reading-time.ts';
import type { ReadDocument } from '../../core/contract/contract.ts';
import type { ViewStore } from './store.ts';

/** What a person can do about a remark, as data; components run it and label its button. */
export type RemarkAction =
  | { type: 'choose-folder' }
  | { type: 'look-again' }
  | { type: 'show-problems' }
  | { type: 'next-story' }
  | { type: 'show-library' }
  | { type: 'rehearse' }
  | { type: 'copy-path'; path: string }
  | { type: 'dismiss-notice'; id: number }
  | { type: 'dismiss-outcome' }
  | { type: 'hide'; key: string };

/** What became of something that the person did on this page. */
export interface Outcome {
  tone: 'info' | 'error';
  text: string;
  /** What to do next. With one, the prompter shows what went well, too. */
  next?: readonly RemarkAction[];
}

/** Documents on their way into the person’s folder; see the dialog for stories. */
export interface Incoming {
  isReading: boolean;
  documents: readonly ReadDocument[];
  /** Sentences about what isn’t taken at all. */
  refused: readonly string[];
  /** Where the documents would be kept; null until that is known. */
  folder: string | null;
}

/** Says on the prompter, too, what a key can’t do here; just long enough to read it. */
export function showForAWhile(store: ViewStore, text: string): void {
  const outcome: Outcome = { tone: 'info', text, next: [] };
  store.setState({ outcome });
  setTimeout(() => store.setState((now) => (now.outcome === outcome ? { outcome: null } : now)), infoForMs(text));
}
