import { toSecond } from '../prompter/shown-times.ts';
import type { RunRecord } from './record.ts';

/** How an answer went, from worst to best. Sets when the story is due again. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

export interface Suggestion {
  rating: Rating;
  /** The reasons, for the person: `9 s over`, `1 left out`. */
  reasons: string[];
}

/** What a suggestion is based on: everything but the ratings themselves. */
type Facts = Omit<RunRecord, 'rating' | 'suggested'>;

/** One thing a run shows, and the best rating that it allows. */
interface Flaw {
  reason: string;
  best: Rating;
}

/**
 * The share from which a flaw costs a rating: up to `fine` it is only mentioned, from `bad` on the story is due again
 * today. An interviewer doesn’t notice a tenth over the target; half as much again is a different answer. Missed items
 * and peeks are shares of the outline’s items.
 */
const limits = {
  over: { fine: 0.15, bad: 0.5 },
  missed: { fine: 0.2, bad: 0.5 },
  peeks: { fine: 0.2, bad: 0.5 },
} as const;

/** Below this share of the target something was left out, ticked or not; below the second, nearly everything. */
const tooShort = 0.5;
const muchTooShort = 0.25;
/** This close to the target, with the text hidden and no flaw, it is easy. */
const easyWithin = 0.1;

/** The rating that a run’s figures suggest: its worst flaw decides. The person can choose another. */
export function suggestRating(record: Facts): Suggestion {
  const flaws = [ending(record), time(record), leftOut(record), peeked(record)].filter((found) => found !== null);
  const reasons = flaws.map((flaw) => flaw.reason);
  if (isEasy(record)) return { rating: 'easy', reasons: ['from memory', ...reasons] };
  const worst = Math.min(...flaws.map(({ best }) => ratings.indexOf(best)), ratings.indexOf('good'));
  return { rating: ratings[worst] ?? 'good', reasons };
}

function ending({ finished }: Facts): Flaw | null {
  return finished ? null : { reason: 'stopped early', best: 'again' };
}

function time({ totalMs, targetMs, finished }: Facts): Flaw | null {
  const seconds = Math.abs(toSecond(totalMs) - toSecond(targetMs)) / 1000;
  if (totalMs > targetMs && seconds > 0) {
    return { reason: `${seconds} s over`, best: bestFor(totalMs / targetMs - 1, limits.over) };
  }
  if (!finished || totalMs >= targetMs * tooShort) return null;
  return { reason: `${seconds} s short`, best: totalMs < targetMs * muchTooShort ? 'again' : 'hard' };
}

function leftOut({ missed, items }: Facts): Flaw | null {
  if (missed.length === 0) return null;
  return { reason: `${missed.length} left out`, best: bestFor(missed.length / Math.max(1, items), limits.missed) };
}

function peeked({ peeks, items }: Facts): Flaw | null {
  if (peeks === 0) return null;
  const reason = peeks === 1 ? '1 peek' : `${peeks} peeks`;
  return { reason, best: bestFor(peeks / Math.max(1, items), limits.peeks) };
}

function bestFor(share: number, limit: { fine: number; bad: number }): Rating {
  if (share >= limit.bad) return 'again';
  return share > limit.fine ? 'hard' : 'good';
}

function isEasy({ level, levelChanges, totalMs, targetMs, finished, missed, peeks }: Facts): boolean {
  if (!finished || missed.length > 0 || peeks > 0) return false;
  const levels = [level, ...levelChanges.map((change) => change.level)];
  const hidden = levels.every((shown) => shown === 'initials' || shown === 'nothing');
  return hidden && Math.abs(totalMs - targetMs) <= targetMs * easyWithin;
}
