import { formatDuration } from '../../core/prompter/countdown.ts';
import type { StoryBrief } from '../../core/contract/contract.ts';
import { answerMs, targetOf } from '../../core/prompter/target.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';
import { counted, menuName } from '../ui/format/story.ts';
import { inDaysWords } from '../ui/format/day.ts';

/** The person’s choices on the setup line that aren’t settings. */
export interface Chosen {
  stories: RehearsalSetup['stories'];
  count: number | null;
  order: RehearsalSetup['order'];
  questions: QuestionChoice;
  targetMs: number | null;
  mockCount: number;
}

/** What the line begins with, unless a view asked for certain stories. */
export const firstChoice: Readonly<Chosen> = {
  stories: { which: 'due' },
  count: null,
  order: 'listed',
  questions: 'own',
  targetMs: null,
  mockCount: 5,
};

/** An option of a select element. */
export interface Option {
  value: string;
  label: string;
  /** Its tooltip. */
  title?: string;
}

/** Which questions are asked (`one`: where there is only one story), and whether follow-ups come after the answer. */
export const questionChoices = {
  own: {
    label: 'with their main questions',
    one: 'with its main question',
    alternates: false,
    followUps: false,
  },
  'own-follow': {
    label: 'with their main questions and follow-ups',
    one: 'with its main question and a follow-up',
    alternates: false,
    followUps: true,
  },
  all: {
    label: 'with any of their questions',
    one: 'with any of its questions',
    alternates: true,
    followUps: false,
  },
  'all-follow': {
    label: 'with any of their questions and follow-ups',
    one: 'with any of its questions and a follow-up',
    alternates: true,
    followUps: true,
  },
} as const;
export type QuestionChoice = keyof typeof questionChoices;

/** The question choices in words, for one story or several. */
export function questionOptions(isOne: boolean): Option[] {
  return Object.entries(questionChoices).map(([value, { label, one }]) => ({ value, label: isOne ? one : label }));
}

export const orderOptions: readonly { value: Chosen['order']; label: string }[] = [
  { value: 'listed', label: 'in order' },
  { value: 'drawn', label: 'in random order' },
];

const targetsMs = [60_000, 90_000, 120_000, 150_000, 180_000, 240_000, 300_000];
const counts = [1, 2, 3, 5, 8, 10, 15, 20, 30, 50];
const mostMockQuestions = 20;

/** Targets for all stories; the empty value keeps each story’s own. */
export const targetOptions: readonly Option[] = [
  { value: '', label: 'each story’s' },
  ...targetsMs.map((ms) => ({
    value: String(ms),
    label: formatDuration(ms),
  })),
];

/** The lists of stories to choose from: due ones first. */
export function storyOptions(
  stories: readonly StoryBrief[],
  dueIds: readonly string[],
): { label: string | null; options: Option[] }[] {
  const groups = Map.groupBy(stories, ({ group }) => group);
  return [
    {
      label: null,
      options: [
        { value: storiesValue({ which: 'due' }), label: `due today (${dueIds.length})` },
        { value: storiesValue({ which: 'all' }), label: `all (${stories.length})` },
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

/** How many of them: round numbers below their count. */
export function countOptions(fitting: number): Option[] {
  const some = counts.filter((count) => count < fitting).map((count) => ({ value: String(count), label: `${count}` }));
  return [{ value: '', label: 'all' }, ...some];
}

/** How many questions a mock interview may have, of so many stories. */
export function mockCounts(stories: number): number[] {
  return Array.from({ length: Math.min(mostMockQuestions, stories) }, (_, index) => index + 1);
}

/** How many questions these choices ask. */
export function askedCount(fitting: number, count: number | null): number {
  return Math.min(fitting, count ?? fitting);
}

/** What was sent but not confirmed yet, after `confirmed` was. A value that changed again meanwhile still waits. */
export function unconfirmed<Sent extends object>(sent: Sent, confirmed: Partial<Sent>): Partial<Sent> {
  const rest = Object.entries(sent).filter(([key, value]) => confirmed[key as keyof Sent] !== value);
  return Object.fromEntries(rest) as Partial<Sent>;
}

/**
 * What will be asked: `3 questions, about 7 minutes`. An answer takes the longer of its text and its target. In random
 * order, stories count with their mean.
 */
export function askedWords(
  fitting: readonly Pick<StoryBrief, 'id' | 'targetMs' | 'estimateMs'>[],
  asked: number,
  { order, targetMs }: Pick<Chosen, 'order' | 'targetMs'>,
  settings: Pick<Settings, 'thinkMs' | 'targetMs' | 'storyTargets'>,
): string {
  const lengths = fitting.map(
    (story) => answerMs(story.estimateMs, targetMs ?? targetOf(story, settings)) + settings.thinkMs,
  );
  const counting = order === 'listed' ? lengths.slice(0, asked) : lengths;
  const totalMs = counting.reduce((sum, ms) => sum + ms, 0) * (order === 'listed' ? 1 : asked / fitting.length);
  const minutes = Math.max(1, Math.round(totalMs / 60_000));
  return `${counted(asked, 'question')}, about ${counted(minutes, 'minute')}`;
}

/** Why no story matches a choice, and when the next is due. The library must have stories. */
export function whyNothing(
  stories: Chosen['stories'],
  { isKnown, error, nextInDays }: { isKnown: boolean; error: string | null; nextInDays: number | null },
): string {
  if (stories.which === 'one') return 'That story isn’t in your files any more.';
  if (stories.which === 'group') return 'There are no stories in that group any more.';
  if (error !== null) return `Offbook can’t tell what is due: ${error}`;
  if (!isKnown) return '';
  const next = nextInDays === null ? '' : ` The next story is due ${inDaysWords(nextInDays)}.`;
  return `Nothing is due today.${next}`;
}
