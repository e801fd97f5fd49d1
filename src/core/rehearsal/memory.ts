import { fsrs } from 'ts-fsrs';
import { isFuture, type DatedRun } from './run-date.ts';
import { ratings, type Rating } from './rating.ts';
import type { RunRecord } from './record.ts';
import { suggestRating } from './suggest-rating.ts';

/** How well a story sits, by the FSRS model of spaced repetition. */
export interface Memory {
  /** Days until the chance of telling it well falls to 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** The day of the last run that counted. */
  lastDay: number;
  /** From this day on it is to be told again. */
  dueDay: number;
}

/** No story rests longer than this: in two months a team, a figure or a wording has changed. */
const longestRestDays = 60;

/**
 * FSRS-6 with its published default weights and 90 % retention. Without fuzz, so that the same log always
 * gives the same dates; with the short-term rule, since in the week before a call a story is told several times
 * a day. Only its formulas are used: they take whole days and need no clock.
 */
const model = fsrs({
  request_retention: 0.9,
  maximum_interval: longestRestDays,
  enable_fuzz: false,
  enable_short_term: true,
});

type Strength = Pick<Memory, 'stability' | 'difficulty'>;

/**
 * What a story's runs, in the order of time, left in memory on a day; null where none counted. A run without a
 * rating counts by what was suggested if it was finished, else not at all; one dated in the future doesn't count. A
 * day before the last one, as after a flight west or with a clock set back, counts as the same day.
 */
export function memoryOf(runs: readonly DatedRun[], today: number): Memory | null {
  const counted = runs.flatMap((dated) => {
    const rating = isFuture(dated, today) ? null : ratingOf(dated.run);
    return rating === null ? [] : [{ rating, day: dated.day }];
  });
  let before: Strength | null = null;
  let strength: Strength | null = null;
  let restedDays = 0;
  let lastDay = counted[0]?.day ?? 0;
  for (const { rating, day } of counted) {
    restedDays = Math.max(0, day - lastDay);
    lastDay += restedDays;
    before = strength;
    strength = afterRating(before, rating, restedDays);
  }
  const last = counted.at(-1);
  if (last === undefined || strength === null) return null;
  const { stability, difficulty } = strength;
  return { stability, difficulty, lastDay, dueDay: lastDay + restDays(before, restedDays)[last.rating] };
}

/** In how many days a story would be due again if it were rated now; 0 is today. `memory` is null before the first run. */
export function restsAfter(memory: Memory | null, today: number): Record<Rating, number> {
  return restDays(memory, memory === null ? 0 : Math.max(0, today - memory.lastDay));
}

/** The chance, 0 to 1, of telling it well on a day. */
export function recallOn(memory: Memory, day: number): number {
  return model.forgetting_curve(Math.max(0, day - memory.lastDay), memory.stability);
}

/** What a run counts as; null where it doesn't count. */
export function ratingOf(run: RunRecord): Rating | null {
  if (run.rating !== null) return run.rating;
  return run.finished ? (run.suggested ?? suggestRating(run).rating) : null;
}

/**
 * A better rating always rests longer, by a day at least, and "hard" at most half as long as "good": late in a
 * story's life the model alone gives all of them nearly the same. What went badly is told again the same day.
 */
function restDays(before: Strength | null, restedDays: number): Record<Rating, number> {
  const rest = (rating: Rating) => model.next_interval(afterRating(before, rating, restedDays).stability, restedDays);
  const good = Math.min(Math.max(rest('good'), 2), longestRestDays - 1);
  const hard = Math.max(1, Math.min(rest('hard'), Math.floor(good / 2)));
  return { again: 0, hard, good, easy: Math.max(rest('easy'), good + 1) };
}

function afterRating(before: Strength | null, rating: Rating, restedDays: number): Strength {
  const strength = before && { stability: before.stability, difficulty: before.difficulty };
  return model.next_state(strength, restedDays, ratings.indexOf(rating) + 1);
}
