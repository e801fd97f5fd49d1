import { type DatedRun, isFuture } from './history.ts';
import { dayName } from './iso-time.ts';
import { type Rating, ratings, suggestRating } from './rating.ts';
import { fsrs } from 'ts-fsrs';
import type { RunRecord } from './record.ts';
import { isRehearsed } from './rehearsed.ts';

/** When to rehearse a story next. */
export interface DueStory {
  storyId: string;
  /** As `2026-11-22`. */
  dueDay: string;
  /** Days from today; due at 0 or less. */
  inDays: number;
  /** Never rehearsed; rested long enough; or moved up so that it is fresh on the day of the interview. */
  why: 'new' | 'rested' | 'interview';
  /** The chance, 0 to 1, of telling it well today; null if never rehearsed. */
  recall: number | null;
}

/** The days that matter, as day numbers (see iso-time.ts), in the person’s time zone. */
export interface Days {
  today: number;
  /** Null if none is planned. */
  interview: number | null;
}

/** A story rehearsed in the last days before the interview is fresh on that day. */
export const freshDays = 3;

/**
 * When each story is due, the most pressing first: stories due again, those most likely forgotten first; then stories
 * never rehearsed, as listed; then the rest by date. `runsOf` returns a story’s runs, oldest first.
 *
 * An interview compresses this: every story gets one rehearsal in the `freshDays` days before it. Stories without one
 * before today are spread evenly, as listed, over the days left, and each is due on its day at the latest. Each day
 * spreads what is left again, so that nothing is ever overdue.
 */
export function dueStories(
  storyIds: readonly string[],
  runsOf: (storyId: string) => readonly DatedRun[],
  days: Days,
): DueStory[] {
  const awaited = storyIds.filter((storyId) => isAwaited(runsOf(storyId), days));
  const places = new Map(awaited.map((storyId, place) => [storyId, place]));
  const due = storyIds.map((storyId) => {
    const memory = memoryOf(runsOf(storyId), days.today);
    if (memory === null) return { storyId, dueDay: dayName(days.today), inDays: 0, why: 'new', recall: null } as const;
    const deadline = deadlineOf(places.get(storyId) ?? 0, awaited.length, memory.lastDay, days);
    return { storyId, ...dueBy(memory.dueDay, deadline, days.today), recall: recallOn(memory, days.today) };
  });
  return due.sort(byPressing);
}

/** The ids of the stories due today, the most pressing first. */
export function dueToday(due: readonly DueStory[]): string[] {
  return due.filter((story) => story.inDays <= 0).map((story) => story.storyId);
}

/**
 * In how many days a story would be due again after each rating today; 0 is today. For the result sheet. `runsBefore`
 * are its earlier runs, oldest first.
 */
export function daysByRating(
  storyId: string,
  storyIds: readonly string[],
  runsBefore: readonly DatedRun[],
  days: Days,
): Record<Rating, number> {
  const rests = restsAfter(memoryOf(runsBefore, days.today), days.today);
  // The deadline matters only before the last days, while each story still has its day in them.
  const deadline = deadlineOf(Math.max(0, storyIds.indexOf(storyId)), storyIds.length, days.today, days);
  const daysOf = (rating: Rating) => dueBy(days.today + rests[rating], deadline, days.today).inDays;
  return { again: daysOf('again'), hard: daysOf('hard'), good: daysOf('good'), easy: daysOf('easy') };
}

/** Whether a story had no rehearsal in the last days before the interview when today began. */
function isAwaited(runs: readonly DatedRun[], { today, interview }: Days): boolean {
  const firstFreshDay = (interview ?? Infinity) - freshDays;
  return !runs.some(({ run, day }) => day >= firstFreshDay && day < today && ratingOf(run) !== null);
}

/**
 * The day by which to rehearse a story for the interview; null without an interview, after it, or if the story is fresh.
 * `place` is its index among the `count` stories still without a rehearsal in the last days.
 */
function deadlineOf(place: number, count: number, lastDay: number, { today, interview }: Days): number | null {
  if (interview === null || today > interview) return null;
  const firstFreshDay = interview - freshDays;
  if (lastDay >= firstFreshDay) return null;
  const firstDay = Math.max(today, firstFreshDay);
  return firstDay + Math.floor((place * (interview - firstDay)) / Math.max(1, count));
}

function dueBy(dueDay: number, deadline: number | null, today: number): Pick<DueStory, 'dueDay' | 'inDays' | 'why'> {
  if (deadline === null || dueDay <= deadline)
    return { dueDay: dayName(dueDay), inDays: dueDay - today, why: 'rested' };
  return { dueDay: dayName(deadline), inDays: deadline - today, why: 'interview' };
}

/** Equal stories keep their listed order. */
function byPressing(one: DueStory, other: DueStory): number {
  const [oneIsDue, otherIsDue] = [one.inDays <= 0, other.inDays <= 0];
  if (!oneIsDue || !otherIsDue) return Math.max(0, one.inDays) - Math.max(0, other.inDays);
  return (one.recall ?? 2) - (other.recall ?? 2);
}

/** How well the person remembers a story, by the FSRS model of spaced repetition. */
export interface Memory {
  /** Days until the chance of telling it well falls to 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** The day of the last run that counted. */
  lastDay: number;
  /** From this day on it is due again. */
  dueDay: number;
}

/** No story rests longer than this: within two months, teams, numbers and wordings change. */
const longestRestDays = 60;

/**
 * FSRS-6 with its published default weights and 90 % retention. Without fuzz, so that the same log always gives the same
 * dates; with the short-term rule, because in the week before a call people rehearse a story several times a day. Uses
 * only the formulas, which take whole days and need no clock.
 */
const model = fsrs({
  request_retention: 0.9,
  maximum_interval: longestRestDays,
  enable_fuzz: false,
  enable_short_term: true,
});

type Strength = Pick<Memory, 'stability' | 'difficulty'>;

/**
 * What a story’s runs (oldest first) left in memory on a day; null if none counted. A run without a rating counts by its
 * suggestion if it was finished, else not at all; one dated in the future doesn’t count. A day before the last one, as
 * after a flight west or with a clock set back, counts as the same day.
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

/** In how many days a story would be due again after each rating; 0 is today. `memory` is null before the first run. */
export function restsAfter(memory: Memory | null, today: number): Record<Rating, number> {
  return restDays(memory, memory === null ? 0 : Math.max(0, today - memory.lastDay));
}

/** The chance, 0 to 1, of telling it well on a day. */
export function recallOn(memory: Memory, day: number): number {
  return model.forgetting_curve(Math.max(0, day - memory.lastDay), memory.stability);
}

/** The rating that a run counts as; null if it doesn’t count. */
function ratingOf(run: RunRecord): Rating | null {
  if (!isRehearsed(run)) return null;
  return run.rating ?? run.suggested ?? suggestRating(run).rating;
}

/**
 * A better rating always rests at least a day longer, and “hard” at most half as long as “good”: late in a story’s life
 * the model alone makes them nearly equal. After “again” the story is due the same day.
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
