import { toSecond } from '../prompter/shown-times.ts';
import type { RunRecord } from './record.ts';

/** How an answer went, from worst to best: what sets when a story is due again. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

export interface Suggestion {
  rating: Rating;
  /** What speaks for it, for the person: `9 s over`, `1 left out`. */
  reasons: string[];
}

/** What a suggestion goes by: all but the ratings themselves. */
type Facts = Omit<RunRecord, 'rating' | 'suggested'>;

/** What a run says about how well the story sits, and the best rating that it allows. */
interface Finding {
  reason: string;
  best: Rating;
}

/**
 * From which share on a slip costs a rating: below `fine` it is mentioned only, from `bad` on the story is to
 * be told again today. A tenth over the target is what an interviewer doesn't notice; half as much again is
 * another answer. Missed items and peeks are taken as shares of the outline's items.
 */
const limits = {
  over: { fine: 0.15, bad: 0.5 },
  missed: { fine: 0.2, bad: 0.5 },
  peeks: { fine: 0.2, bad: 0.5 },
} as const;

/** Told in less than this share of the target, something was left out, ticked or not; in less than that, nearly all. */
const tooShort = 0.5;
const muchTooShort = 0.25;
/** Within this share of the target, with the text hidden and nothing amiss, it is easy. */
const easyWithin = 0.1;

/** The rating that a run's figures speak for: the worst of what was amiss. A suggestion, which the person overrules. */
export function suggestRating(record: Facts): Suggestion {
  const findings = [ending(record), time(record), leftOut(record), peeked(record)].filter((found) => found !== null);
  const reasons = findings.map((finding) => finding.reason);
  if (isEasy(record)) return { rating: 'easy', reasons: ['from memory', ...reasons] };
  const worst = Math.min(...findings.map(({ best }) => ratings.indexOf(best)), ratings.indexOf('good'));
  return { rating: ratings[worst] ?? 'good', reasons };
}

function ending({ finished }: Facts): Finding | null {
  return finished ? null : { reason: 'left half-way', best: 'again' };
}

function time({ totalMs, targetMs, finished }: Facts): Finding | null {
  const seconds = Math.abs(toSecond(totalMs) - toSecond(targetMs)) / 1000;
  if (totalMs > targetMs && seconds > 0) {
    return { reason: `${seconds} s over`, best: bestFor(totalMs / targetMs - 1, limits.over) };
  }
  if (!finished || totalMs >= targetMs * tooShort) return null;
  return { reason: `${seconds} s short`, best: totalMs < targetMs * muchTooShort ? 'again' : 'hard' };
}

function leftOut({ missed, items }: Facts): Finding | null {
  if (missed.length === 0) return null;
  return { reason: `${missed.length} left out`, best: bestFor(missed.length / Math.max(1, items), limits.missed) };
}

function peeked({ peeks, items }: Facts): Finding | null {
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
