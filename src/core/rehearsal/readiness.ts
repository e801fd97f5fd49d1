import { answerMs } from '../prompter/shown-times.ts';
import type { UpcomingInterview } from './interviews.ts';
import { isDue, type DueStory } from './due.ts';

/** How ready a person is with some stories. */
export interface Readiness {
  ready: DueStory[];
  /** The others, weakest first. */
  again: DueStory[];
  /** The story most likely to go wrong; null if there are no stories. */
  weakest: DueStory | null;
}

/** How ready a person is with these stories. */
export function readinessOf(due: readonly DueStory[]): Readiness {
  const order = weakestFirst(due);
  return {
    ready: order.filter(({ isReady }) => isReady),
    again: order.filter(({ isReady }) => !isReady),
    weakest: order[0] ?? null,
  };
}

/**
 * Stories in the order to rehearse them in: those that aren’t ready before the others, then those never rehearsed, then
 * those most likely forgotten, which are the oldest; of equals, those that come back first.
 */
export function weakestFirst<Story extends DueStory>(due: readonly Story[]): Story[] {
  return due.toSorted(
    (one, other) =>
      Number(one.isReady) - Number(other.isReady) ||
      (one.recall ?? -1) - (other.recall ?? -1) ||
      one.inDays - other.inDays,
  );
}

/**
 * Those items of a list that fit into some time, in its order; one that is too long for what is left makes room for the
 * next. The first one always fits, because nobody stops before an answer. `lengthOf` gives milliseconds, and
 * null means no limit.
 */
export function fitInto<Item>(
  items: readonly Item[],
  budgetMs: number | null,
  lengthOf: (item: Item) => number,
): Item[] {
  if (budgetMs === null) return [...items];
  let leftMs = budgetMs;
  return items.filter((item, index) => {
    const lengthMs = lengthOf(item);
    if (index > 0 && lengthMs > leftMs) return false;
    leftMs -= lengthMs;
    return true;
  });
}

/** What decides how long a rehearsed answer takes, in milliseconds. */
export interface AnswerTimes {
  /** How long the text takes; null without a full answer. */
  estimateMs: number | null;
  /** The story’s own target; null if it has none. */
  targetMs: number | null;
}

/** How long a story takes to rehearse: the longer of its text and its target, and the time to think. In milliseconds. */
export function rehearsalMs(
  { estimateMs, targetMs }: AnswerTimes,
  given: { targetMs: number | null; ownTargetMs: number; thinkMs: number },
): number {
  return answerMs(estimateMs, given.targetMs ?? targetMs ?? given.ownTargetMs) + given.thinkMs;
}

/** What there is to do before an interview that begins within a day. */
export interface DayPlan {
  ready: DueStory[];
  /** What to rehearse now, weakest first, as far as it fits. */
  now: DueStory[];
  /** What is due now but doesn’t fit any more. */
  tooMany: DueStory[];
  /** What is due again before the interview, but not today. */
  later: DueStory[];
}

/** The last quarter of an hour is for the other things: the window, the light, a glass of water. */
const lastMinutes = 15;

/** From this long before an interview its checklist is shown. */
const checklistMinutes = 24 * 60;

/** Whether an interview begins within a day; one without a time, if it is today or tomorrow. */
export function isWithinADay({ minutesLeft, inDays }: UpcomingInterview): boolean {
  return minutesLeft === null ? inDays <= 1 : minutesLeft <= checklistMinutes;
}

/** The plan for an interview, of the stories that it is about. `lengthOf` gives milliseconds. */
export function dayPlan(
  due: readonly DueStory[],
  { minutesLeft }: Pick<UpcomingInterview, 'minutesLeft'>,
  lengthOf: (story: DueStory) => number,
): DayPlan {
  const { ready, again } = readinessOf(due);
  const open = again.filter((story) => isDue(story));
  const leftMs = minutesLeft === null ? null : (minutesLeft - lastMinutes) * 60_000;
  // Here even the first one must end in time.
  const short = open.filter((story) => leftMs === null || lengthOf(story) <= leftMs);
  const now = fitInto(short, leftMs, lengthOf);
  return {
    ready,
    now,
    tooMany: open.filter((story) => !now.includes(story)),
    later: again.filter((story) => !isDue(story)),
  };
}
