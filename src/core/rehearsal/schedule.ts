import { freshDays, isDue, isNear, type DueStory, type NextRun } from './due.ts';
import { type DatedRun, isFuture } from './history.ts';
import { dayName } from './iso-time.ts';
import { type Rating, ratings, suggestRating } from './rating.ts';
import { fsrs } from 'ts-fsrs';
import type { RunRecord } from './record.ts';
import { isRehearsed } from './rehearsed.ts';

/** The next interview that a story is in, as day numbers (see iso-time.ts). */
export interface NextInterview {
  day: number;
  /** The last day for a rehearsal: the day itself, or the one before if it begins too early. */
  lastDay: number;
}

/** The days that matter, in the person’s time zone. */
export interface Days {
  /** A day number. */
  today: number;
  /** Null for a story that no interview to come is about. */
  nextInterview: (storyId: string) => NextInterview | null;
}

/**
 * When each story is due, the most pressing first: stories never rehearsed for an interview that is near; stories due
 * again, those most likely forgotten first; other stories never rehearsed, as listed; then the rest by date. `runsOf`
 * returns a story’s runs, oldest first.
 *
 * An interview compresses this: each of its stories gets one rehearsal in the `freshDays` days before it. Stories without
 * one before today are spread evenly, as listed, over the days left, and each is due on its day at the latest. Each day
 * spreads what is left again, so that nothing is ever overdue. A story that isn’t ready is due before the interview,
 * whatever its rating.
 */
export function dueStories(
  storyIds: readonly string[],
  runsOf: (storyId: string) => readonly DatedRun[],
  days: Days,
): DueStory[] {
  const awaited = storyIds.filter((storyId) => isAwaited(runsOf(storyId), days.today, days.nextInterview(storyId)));
  const byInterview = Map.groupBy(awaited, (storyId) => days.nextInterview(storyId)?.day);
  const due = storyIds.map((storyId): DueStory => {
    const { today } = days;
    const next = days.nextInterview(storyId);
    const memory = memoryOf(runsOf(storyId), today);
    if (memory === null) {
      const interviewInDays = next === null ? null : next.day - today;
      return { storyId, dueDay: dayName(today), inDays: 0, why: 'new', recall: null, interviewInDays, isReady: false };
    }
    const together = byInterview.get(next?.day) ?? [];
    const place = { index: Math.max(0, together.indexOf(storyId)), count: together.length };
    return { storyId, ...comesBack(memory, place, today, next), recall: recallOn(memory, today) };
  });
  return due.sort(byPressing);
}

/** When a story would be due again after each rating today. For the result. `runsBefore` are its runs, oldest first. */
export function nextByRating(
  storyId: string,
  storyIds: readonly string[],
  runsBefore: readonly DatedRun[],
  days: Days,
): Record<Rating, NextRun> {
  const { today } = days;
  const rests = restsAfter(memoryOf(runsBefore, today), today);
  const next = days.nextInterview(storyId);
  // The place matters only before the last days, while each story still has its day in them.
  const together = storyIds.filter((id) => days.nextInterview(id)?.day === next?.day);
  const place = { index: Math.max(0, together.indexOf(storyId)), count: together.length };
  const nextOf = (rating: Rating): NextRun => {
    const rated = { lastDay: today, lastRating: rating, dueDay: today + rests[rating] };
    const { inDays, interviewInDays, isReady } = comesBack(rated, place, today, next);
    return { inDays, interviewInDays, isReady };
  };
  return { again: nextOf('again'), hard: nextOf('hard'), good: nextOf('good'), easy: nextOf('easy') };
}

/** Whether a story had no rehearsal in the last days before its interview when today began. */
function isAwaited(runs: readonly DatedRun[], today: number, next: NextInterview | null): boolean {
  if (next === null) return false;
  const firstFreshDay = next.day - freshDays;
  return !runs.some(({ run, day }) => day >= firstFreshDay && day < today && ratingOf(run) !== null);
}

/** A story’s index among those of one interview that are still without a rehearsal in the last days. */
interface Place {
  index: number;
  count: number;
}

type Remembered = Pick<Memory, 'lastDay' | 'lastRating' | 'dueDay'>;

function comesBack(
  { lastDay, lastRating, dueDay }: Remembered,
  place: Place,
  today: number,
  next: NextInterview | null,
): NextRun & Pick<DueStory, 'dueDay' | 'why'> {
  const interviewInDays = next === null ? null : next.day - today;
  const wentWell = lastRating === 'good' || lastRating === 'easy';
  const isFresh = next !== null && lastDay >= next.day - freshDays;
  const mustBeFresh = next !== null && next.day - today <= freshDays;
  const isReady = wentWell && (mustBeFresh ? isFresh && dueDay > next.day : dueDay > today);
  const latest = latestDay(place, isFresh, today, next);
  // What is ready for an interview soon isn’t due before it, and its date after it is its own.
  const isCapped = latest !== null && dueDay > latest && !(isReady && mustBeFresh);
  const day = isCapped ? latest : dueDay;
  return {
    dueDay: dayName(day),
    inDays: day - today,
    why: isCapped ? 'interview' : 'rested',
    interviewInDays,
    isReady,
  };
}

/** The day by which to rehearse a story for its interview; null without one. Never before today. */
function latestDay(
  { index, count }: Place,
  isFresh: boolean,
  today: number,
  next: NextInterview | null,
): number | null {
  if (next === null) return null;
  const lastDay = Math.max(today, next.lastDay);
  if (isFresh) return lastDay;
  const firstDay = Math.max(today, next.day - freshDays);
  return Math.min(lastDay, firstDay + Math.floor((index * (next.day - firstDay)) / Math.max(1, count)));
}

/** Equal stories keep their listed order. */
function byPressing(one: DueStory, other: DueStory): number {
  if (!isDue(one) || !isDue(other)) return Math.max(0, one.inDays) - Math.max(0, other.inDays);
  return pressing(one) - pressing(other);
}

/** From −1 up, the most pressing first, of stories that are due. */
function pressing(story: DueStory): number {
  return story.recall ?? (isNear(story) ? -1 : 2);
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
  /** The rating of that run. */
  lastRating: Rating;
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
  const dueDay = lastDay + restDays(before, restedDays)[last.rating];
  return { stability, difficulty, lastDay, dueDay, lastRating: last.rating };
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
