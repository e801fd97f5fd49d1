import type { StoryBrief } from '../../../core/contract/contract.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';
import { nameOf } from '../../../core/stories/lint/lint.ts';

/** A count with its noun: `1 hint`, `3 hints`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

/**
 * The small line under a title in the list: that it isn’t written yet, or its rehearsals, or else how long it takes, and
 * what to fix.
 * `practised` is null while its rehearsals aren’t known.
 */
export function briefWords(
  { planned, estimateMs, problems, hints }: Pick<StoryBrief, 'planned' | 'estimateMs' | 'problems' | 'hints'>,
  practised: string | null = null,
): string {
  return [
    planned ? 'not written yet' : (practised ?? (estimateMs === null ? 'no full answer' : roundDuration(estimateMs))),
    problems > 0 ? counted(problems, 'problem') : null,
    hints > 0 ? counted(hints, 'hint') : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** A problem’s message for the story’s own page, which needn’t repeat the title. */
export function withoutTitle(message: string, title: string): string {
  const name = nameOf(title);
  if (message.startsWith(`${name} `)) return `The story ${message.slice(name.length + 1)}`;
  return message.replace(` of ${name} `, ' ');
}
