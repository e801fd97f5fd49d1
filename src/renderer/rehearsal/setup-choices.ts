import { formatDuration } from '../../core/prompter/countdown.ts';
import { sum } from '../../core/prompter/plan.ts';
import type { StoryBrief } from '../../core/contract/contract.ts';
import { fitInto, readinessOf, rehearsalMs } from '../../core/rehearsal/readiness.ts';
import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';
import { isDue, type DueStory } from '../../core/rehearsal/due.ts';
import { settingRows } from '../../core/settings/table.ts';
import { questionChoices, type Chosen } from '../client/rehearsal-choices.ts';
import { allReadyWords, dueInWords } from '../ui/format/practice.ts';
import { counted, menuName } from '../ui/format/story.ts';

/** An option of a select element. */
export interface Option {
  value: string;
  label: string;
  /** Its tooltip. */
  title?: string;
}

/** The question choices in words, for one story or several. */
export function questionOptions(isOne: boolean): Option[] {
  return Object.entries(questionChoices).map(([value, { label, one }]) => ({ value, label: isOne ? one : label }));
}

export const orderOptions: readonly { value: Chosen['order']; label: string }[] = [
  { value: 'weakest', label: 'weakest first' },
  { value: 'listed', label: 'in the order of your files' },
  { value: 'drawn', label: 'in random order' },
];

const targetsMs = [60_000, 90_000, 120_000, 150_000, 180_000, 240_000, 300_000];
const mostMockQuestions = 20;

/** Targets for all stories; the empty value keeps each story’s own. */
export const targetOptions: readonly Option[] = [
  { value: '', label: 'each story’s' },
  ...targetsMs.map((ms) => ({
    value: String(ms),
    label: formatDuration(ms),
  })),
];

/** How long, as words of the sentence. */
export const timeOptions: readonly Option[] = settingRows.rehearseFor.choices.map(({ value, label }) => ({
  value,
  label: value === 'all' ? 'as long as it takes' : label,
}));

/** How much text, as words of the sentence. */
export const textOptions: readonly Option[] = settingRows.fadeLevel.choices.map(({ value, label }) => ({
  value,
  label: value === 'nothing' ? 'nothing' : `the ${label.toLowerCase()}`,
}));

/** The stories to choose from: due ones first. `counts` are how many are due, and how many “all” are. */
export function storyOptions(
  stories: readonly StoryBrief[],
  counts: { due: number; all: number },
): { label: string | null; options: Option[] }[] {
  const groups = Map.groupBy(stories, ({ group }) => group);
  return [
    {
      label: null,
      options: [
        { value: storiesValue({ which: 'due' }), label: `what is due (${counts.due})` },
        { value: storiesValue({ which: 'all' }), label: `all (${counts.all})` },
      ],
    },
    {
      label: 'A group',
      options: [...groups].map(([group, own]) => ({
        value: storiesValue({ which: 'group', group }),
        label: `${group ?? 'without a group'} (${own.length})`,
      })),
    },
    {
      label: 'One story',
      options: stories.map((story) => ({
        value: storiesValue({ which: 'one', id: story.id }),
        label: menuName(story),
        title: story.title,
      })),
    },
  ];
}

/** A choice of stories as an option’s value; `readStoriesValue` reads it. */
export function storiesValue(stories: RehearsalSetup['stories']): string {
  return JSON.stringify(stories);
}

/** The choice behind an option’s value, which must come from `storiesValue`. */
export function readStoriesValue(value: string): RehearsalSetup['stories'] {
  return JSON.parse(value) as RehearsalSetup['stories'];
}

/** How many questions a mock interview may have, of so many stories. */
export function mockCounts(stories: number): number[] {
  return Array.from({ length: Math.min(mostMockQuestions, stories) }, (_, index) => index + 1);
}

/** What was sent but not confirmed yet, after `confirmed` was. A value that changed again meanwhile still waits. */
export function unconfirmed<Sent extends object>(sent: Sent, confirmed: Partial<Sent>): Partial<Sent> {
  const rest = Object.entries(sent).filter(([key, value]) => confirmed[key as keyof Sent] !== value);
  return Object.fromEntries(rest) as Partial<Sent>;
}

/** What a choice leads to. */
export interface RoundLength {
  /** How many questions, and how long they take with the time to think, in milliseconds. */
  count: number;
  lengthMs: number;
}

/** The round that these stories, in their order, make in some time. In random order they count with their mean. */
export function roundOf(
  fitting: readonly StoryBrief[],
  { order, budgetMs }: Pick<RehearsalSetup, 'order' | 'budgetMs'>,
  given: Parameters<typeof rehearsalMs>[1],
): RoundLength {
  const lengthOf = (story: StoryBrief): number => rehearsalMs(story, given);
  if (order === 'drawn' && fitting.length > 0) {
    const meanMs = sum(fitting.map(lengthOf)) / fitting.length;
    const most = budgetMs === null ? fitting.length : Math.max(1, Math.floor(budgetMs / meanMs));
    const count = Math.min(fitting.length, most);
    return { count, lengthMs: count * meanMs };
  }
  const asked = fitInto(fitting, budgetMs, lengthOf);
  return { count: asked.length, lengthMs: sum(asked.map(lengthOf)) };
}

/** `3 questions, about 7 minutes`. */
export function roundWords({ count, lengthMs }: RoundLength): string {
  const minutes = Math.max(1, Math.round(lengthMs / 60_000));
  return `${counted(count, 'question')}, about ${counted(minutes, 'minute')}`;
}

/** Why one more round is all there is to do; empty if something is due. The stories are those that the choice is about. */
export function anotherRound(due: readonly DueStory[]): string {
  if (due.length === 0 || due.some(isDue)) return '';
  const { ready, again } = readinessOf(due);
  if (again.length === 0) return `${allReadyWords(ready)} One more round, weakest first?`;
  const next = again.reduce((soonest, story) => (story.inDays < soonest.inDays ? story : soonest));
  return `Nothing is due today; the next story is due ${dueInWords(next)}. One more round, weakest first?`;
}

/** Why no story matches a choice. The library must have stories. */
export function whyNothing(
  stories: Chosen['stories'],
  { isKnown, error }: { isKnown: boolean; error: string | null },
): string {
  if (stories.which === 'one' || stories.which === 'some') return 'That story isn’t in your files any more.';
  if (stories.which === 'group') return 'There are no stories in that group any more.';
  if (error !== null) return `Offbook can’t tell what is due: ${error}`;
  return isKnown || stories.which === 'all' ? 'No story is in this interview.' : '';
}
