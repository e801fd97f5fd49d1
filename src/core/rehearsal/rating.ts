import { offTime, toSecond } from '../prompter/shown-times.ts';
import type { RunRecord } from './record.ts';

/** How an answer went, from worst to best. Sets when the story is due again. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

export interface Suggestion {
  rating: Rating;
  /** The reasons, for the person: `9 s over`, `1 left out`, `1:34 under`. */
  reasons: string[];
}

/** What a suggestion is based on: everything but the ratings themselves. */
type Facts = Omit<RunRecord, 'rating' | 'suggested'>;

/** One thing a run shows, and the best rating that it allows. */
interface Flaw {
  kind: 'stopped' | 'over' | 'under' | 'leftOut' | 'peeks';
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

/** What a run shows, also what costs no rating. */
export function flawsOf(record: Facts): Flaw[] {
  return [ending(record), time(record), leftOut(record), peeked(record)].filter((found) => found !== null);
}

/** The rating that a run has for now: the person’s own, else the suggested one. */
export function ratingShown({ rating, suggested }: Pick<RunRecord, 'rating' | 'suggested'>): Rating | null {
  return rating ?? suggested;
}

/** The rating that a run’s figures suggest: its worst flaw decides. The person can choose another. */
export function suggestRating(record: Facts): Suggestion {
  const flaws = flawsOf(record);
  const reasons = flaws.map((flaw) => flaw.reason);
  if (isEasy(record)) return { rating: 'easy', reasons: ['from memory', ...reasons] };
  const worst = Math.min(...flaws.map(({ best }) => ratings.indexOf(best)), ratings.indexOf('good'));
  return { rating: ratings[worst] ?? 'good', reasons };
}

function ending({ finished }: Facts): Flaw | null {
  return finished ? null : { kind: 'stopped', reason: 'stopped early', best: 'again' };
}

function time({ totalMs, targetMs, finished }: Facts): Flaw | null {
  const reason = offTime(totalMs, targetMs);
  if (toSecond(totalMs) > toSecond(targetMs)) {
    return { kind: 'over', reason, best: bestFor(totalMs / targetMs - 1, limits.over) };
  }
  if (!finished || totalMs >= targetMs * tooShort) return null;
  return { kind: 'under', reason, best: totalMs < targetMs * muchTooShort ? 'again' : 'hard' };
}

function leftOut({ missed, items }: Facts): Flaw | null {
  if (missed.length === 0) return null;
  const best = bestFor(missed.length / Math.max(1, items), limits.missed);
  return { kind: 'leftOut', reason: `${missed.length} left out`, best };
}

function peeked({ peeks, items }: Facts): Flaw | null {
  if (peeks === 0) return null;
  const reason = peeks === 1 ? '1 peek' : `${peeks} peeks`;
  return { kind: 'peeks', reason, best: bestFor(peeks / Math.max(1, items), limits.peeks) };
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
