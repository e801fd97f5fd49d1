import type { StoryBrief } from '../../../core/contract/contract.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';

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

/** What there is to read, in a line: `4 stories in 4 groups, 10 hints`. */
export function foundWords(stories: readonly { group: string | null }[], hints: number): string {
  const groups = new Set(stories.map(({ group }) => group).filter((group) => group !== null)).size;
  const found = counted(stories.length, 'story', 'stories');
  const placed = groups === 0 ? found : `${found} in ${counted(groups, 'group')}`;
  return hints === 0 ? placed : `${placed}, ${counted(hints, 'hint')}`;
}

/** The short name of the story with this id; if it has another title by now, `otherwise`, which that title is short for. */
export function nameOfStory(
  stories: readonly StoryBrief[] | undefined,
  id: string,
  title: string,
  otherwise: string,
): Pick<StoryBrief, 'name' | 'nameDiffersAt'> {
  const story = stories?.find((brief) => brief.id === id);
  return story?.title === title ? story : { name: otherwise, nameDiffersAt: 0 };
}

/** As many characters as a menu of stories shows when it is closed. */
const menuWidth = 44;
/** As many stay of the beginning of a name. */
const leastBeginning = 12;

/** A name for a menu, which cuts at the end: a long one gives way before the words that tell it from others. */
export function menuName({ name, nameDiffersAt }: Pick<StoryBrief, 'name' | 'nameDiffersAt'>): string {
  const room = Math.max(leastBeginning, menuWidth - 2 - (name.length - nameDiffersAt));
  if (name.length <= menuWidth || room >= nameDiffersAt) return name;
  return `${name.slice(0, room).trimEnd()}… ${name.slice(nameDiffersAt)}`;
}
