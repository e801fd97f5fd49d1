/*
 * When a story is due, as data. Apart from the model that finds it out (schedule.ts), which views needn’t load.
 */

/** When to rehearse a story next. */
export interface DueStory extends NextRun {
  storyId: string;
  /** As `2026-11-22`. */
  dueDay: string;
  /** Never rehearsed; rested long enough; or moved up so that it is fresh on the day of the interview. */
  why: 'new' | 'rested' | 'interview';
  /** The chance, 0 to 1, of telling it well today; null if never rehearsed. */
  recall: number | null;
}

/** When a story comes back, and whether it is ready for the next interview that it is in. */
export interface NextRun {
  /** Days from today; due at 0 or less. For a story that is ready, maybe after the interview. */
  inDays: number;
  /** Days from today to the next interview that the story is in; null without one. */
  interviewInDays: number | null;
  /**
   * It went well last time, and will still be remembered today; in the last days before an interview: it was rehearsed in
   * them, and will be remembered until after it.
   */
  isReady: boolean;
}

/** A story rehearsed in the last days before the interview is fresh on that day. */
export const freshDays = 3;

/** Whether the next interview is so near that a story must be fresh for it. */
export function isNear({ interviewInDays }: Pick<NextRun, 'interviewInDays'>): boolean {
  return interviewInDays !== null && interviewInDays <= freshDays;
}

/** After this long without a rehearsal, nobody tells a story fluently: two weeks. */
export const staleAfterDays = 14;
/** Whether a story is due today. */
export function isDue({ inDays }: Pick<NextRun, 'inDays'>): boolean {
  return inDays <= 0;
}
