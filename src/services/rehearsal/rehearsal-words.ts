import type { Ask } from '../../core/rehearsal/questions.ts';
import type { Flow } from './rehearsal-flow.ts';

/** That these questions can't be asked any more; null where there are none. */
export function missingSentence(missing: readonly Ask[]): string | null {
  const [first] = missing;
  if (first === undefined) return null;
  const others = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
  return `The story for “${first.question}”${others} is no longer in your files, so it was left out.`;
}

/** That a rehearsal ended with questions left that nobody has seen; null where it was the last one. */
export function endedEarlySentence({ at, asks }: Pick<Flow, 'at' | 'asks'>): string | null {
  const asked = at + 1;
  return asked === asks.length ? null : `The rehearsal is over: ${asked} of ${asks.length} questions were asked.`;
}
