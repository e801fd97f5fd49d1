import type { DueStory } from '../../../core/rehearsal/schedule.ts';
import type { PracticedStory } from '../../../core/rehearsal/statistics.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';
import { agoWords, inDaysWords } from './day.ts';
import { counted } from './story.ts';

/** What the library’s list shows of a story’s rehearsals. */
export interface PracticeMark {
  /** `rehearsed 3 days ago · 2:08, best 1:58`; null while nothing has been rehearsed. */
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
  const dueById = new Map(due.map((story) => [story.storyId, story]));
  return new Map(
    stories.map((story) => {
      const isDue = (dueById.get(story.storyId)?.inDays ?? 1) <= 0;
      const mark = story.last === null ? 'new' : isDue ? 'due' : null;
      return [story.storyId, { words: rehearsedWords(story, today), mark }];
    }),
  );
}

/** `rehearsed 3 days ago · 2:08, best 1:58`. Leaves out the best if it is also the last. */
export function rehearsedWords({ runs, last, best }: Omit<PracticedStory, 'storyId'>, today: string): string {
  if (last === null) return notRehearsedWords(runs);
  const time = `${last.finished ? '' : 'stopped at '}${roundDuration(last.totalMs)}`;
  const better = best === null || best.at === last.at ? '' : `, best ${roundDuration(best.totalMs)}`;
  return `rehearsed ${agoWords(last.day, today)} · ${time}${better}`;
}

/** A story that wasn’t rehearsed, in words: `never rehearsed`, or `1 run, stopped early`. */
export function notRehearsedWords(runs: number): string {
  return runs === 0 ? 'never rehearsed' : `${counted(runs, 'run')}, stopped early`;
}

/** The line on a story’s own page: `Rehearsed 3 days ago · best 1:58 · last 2:09 · due in 2 days`. */
export function practiceLine(
  { runs, last, best }: Omit<PracticedStory, 'storyId'>,
  due: Pick<DueStory, 'inDays' | 'why'> | undefined,
  today: string,
): string {
  if (last === null) return runs === 0 ? 'Never rehearsed' : notRehearsedWords(runs);
  const parts = [
    `Rehearsed ${agoWords(last.day, today)}`,
    best === null ? null : `best ${roundDuration(best.totalMs)}`,
    `last ${last.finished ? '' : 'stopped at '}${roundDuration(last.totalMs)}`,
    due === undefined ? null : `due ${inDaysWords(due.inDays)}${due.why === 'interview' ? ' for the interview' : ''}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
