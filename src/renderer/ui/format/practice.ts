import { isDue, isNear, type DueStory, type NextRun } from '../../../core/rehearsal/due.ts';
import type { PracticedStory } from '../../../core/rehearsal/statistics.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';
import { agoWords, inDaysWords } from './day.ts';
import { counted } from './story.ts';
import { interviewDayWords } from './interview.ts';

/** What the library’s list shows of a story’s rehearsals. */
export interface PracticeMark {
  /** `rehearsed 3 days ago · 2:08, closest to target 1:58`; null while nothing has been rehearsed. */
  words: string | null;
  /** Beside its title; null for none. */
  mark: 'due' | 'new' | null;
}

/** By story id. */
export type PracticeMarks = ReadonlyMap<string, PracticeMark>;

/** The mark and words of each story, by its id. While the log is empty there are none: a list of “never” helps nobody. */
export function practiceMarks(
  stories: readonly PracticedStory[],
  due: readonly DueStory[],
  today: string,
): PracticeMarks {
  if (stories.every(({ runs }) => runs === 0)) return new Map();
  const dueIds = new Set(due.filter(isDue).map(({ storyId }) => storyId));
  return new Map(
    stories.map((story) => {
      const mark = story.last === null ? 'new' : dueIds.has(story.storyId) ? 'due' : null;
      return [story.storyId, { words: rehearsedWords(story, today), mark }];
    }),
  );
}

/** `rehearsed 3 days ago · 2:08, closest to target 1:58`. Leaves out the closest if it is also the last. */
export function rehearsedWords({ runs, last, best }: Omit<PracticedStory, 'storyId'>, today: string): string {
  if (last === null) return notRehearsedWords(runs);
  const time = `${last.finished ? '' : 'stopped at '}${roundDuration(last.totalMs)}`;
  const better = best === null || best.at === last.at ? '' : `, closest to target ${roundDuration(best.totalMs)}`;
  return `rehearsed ${agoWords(last.day, today)} · ${time}${better}`;
}

/** A story that wasn’t rehearsed, in words: `never rehearsed`, or `1 run, stopped early`. */
export function notRehearsedWords(runs: number): string {
  return runs === 0 ? 'never rehearsed' : `${counted(runs, 'run')}, stopped early`;
}

/** The line on a story’s own page: `Rehearsed 3 days ago · closest to target 1:58 · last 2:09 · due in 2 days`. */
export function practiceLine(
  { runs, last, best }: Omit<PracticedStory, 'storyId'>,
  due: NextRun | undefined,
  today: string,
): string {
  if (last === null) return runs === 0 ? 'Never rehearsed' : notRehearsedWords(runs);
  const parts = [
    `Rehearsed ${agoWords(last.day, today)}`,
    best === null ? null : `closest to target ${roundDuration(best.totalMs)}`,
    `last ${last.finished ? '' : 'stopped at '}${roundDuration(last.totalMs)}`,
    due === undefined ? null : isNear(due) ? nextRunWords(due) : `due ${dueInWords(due)}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** When a story comes back: `in 5 days`; before an interview: `once more tomorrow morning`, `ready for tomorrow`. */
export function nextRunWords(next: NextRun): string {
  if (!isNear(next)) return dueInWords(next);
  if (next.isReady) return `ready for ${interviewDayWords(next.interviewInDays ?? 0)}`;
  return `once more ${dueInWords({ ...next, inDays: Math.max(0, next.inDays) })}`;
}

/** When it is due: `today`, `tomorrow`, `in 5 days`; on the day of the interview, if that is tomorrow, `tomorrow morning`. */
export function dueInWords({ inDays, interviewInDays }: NextRun): string {
  return inDays === 1 && interviewInDays === 1 ? 'tomorrow morning' : inDaysWords(inDays);
}

/** That all of these stories are ready: `All 4 are ready for tomorrow.` */
export function allReadyWords(ready: readonly NextRun[]): string {
  const who = ready.length === 1 ? 'Your story is' : ready.length === 2 ? 'Both are' : `All ${ready.length} are`;
  return `${who} ready${readyForWords(ready)}.`;
}

/** ` for tomorrow`, if all of these stories are for one interview that is near; else empty. */
export function readyForWords(stories: readonly NextRun[]): string {
  const [first] = stories;
  const days = first?.interviewInDays ?? null;
  const isOne = days !== null && stories.every((each) => isNear(each) && each.interviewInDays === days);
  return isOne ? ` for ${interviewDayWords(days)}` : '';
}
