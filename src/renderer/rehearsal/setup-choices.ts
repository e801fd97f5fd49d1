import type { StoryBrief } from '../../core/contract/contract.ts';
import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';

/** What a person chose on the setup line and what isn't a setting. */
export interface Chosen {
  stories: RehearsalSetup['stories'];
  count: number | null;
  order: RehearsalSetup['order'];
  questions: QuestionChoice;
  targetMs: number | null;
  mockCount: number;
}

/** What the line begins with where nothing else was asked for. */
export const firstChoice: Readonly<Chosen> = {
  stories: { which: 'due' },
  count: null,
  order: 'listed',
  questions: 'own',
  targetMs: null,
  mockCount: 5,
};

/** A line of a list to choose from. */
export interface Option {
  value: string;
  label: string;
}

/** By which questions the stories, or the only one, are asked for, with a follow-up after the answer or without. */
export const questionChoices = {
  own: {
    label: 'with their own questions',
    one: 'with its own question',
    alternates: false,
    followUps: false,
  },
  'own-follow': {
    label: 'with their own questions and follow-ups',
    one: 'with its own question and a follow-up',
    alternates: false,
    followUps: true,
  },
  all: {
    label: 'with other questions too',
    one: 'with any of its questions',
    alternates: true,
    followUps: false,
  },
  'all-follow': {
    label: 'with other questions too, and follow-ups',
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
  { value: 'drawn', label: 'drawn' },
];

const targetsMs = [60_000, 90_000, 120_000, 150_000, 180_000, 240_000, 300_000];
const counts = [1, 2, 3, 5, 8, 10, 15, 20, 30, 50];
const mostMockQuestions = 20;

/** Targets for all stories; the empty value leaves each its own. */
export const targetOptions: readonly Option[] = [
  { value: '', label: 'each story’s' },
  ...targetsMs.map((ms) => ({
    value: String(ms),
    label: `${Math.floor(ms / 60_000)}:${String((ms / 1000) % 60).padStart(2, '0')}`,
  })),
];

/** The lists of stories that can be chosen, what is due first. */
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
      options: stories.map(({ id, title }) => ({ value: storiesValue({ which: 'one', id }), label: title })),
    },
  ];
}

/** Which stories, as the value of a list's line; `readStoriesValue` is the way back. */
export function storiesValue(stories: RehearsalSetup['stories']): string {
  return JSON.stringify(stories);
}

/** What a list's line stands for. The value must be one that `storiesValue` made. */
export function readStoriesValue(value: string): RehearsalSetup['stories'] {
  return JSON.parse(value) as RehearsalSetup['stories'];
}

/** The stories that fit a choice, in the order of the list. One that is gone doesn't. */
export function fittingStories(
  stories: readonly StoryBrief[],
  chosen: RehearsalSetup['stories'],
  dueIds: readonly string[],
): StoryBrief[] {
  switch (chosen.which) {
    case 'one':
      return stories.filter(({ id }) => id === chosen.id);
    case 'group':
      return stories.filter(({ group }) => group === chosen.group);
    case 'due':
      return dueIds.flatMap((id) => stories.find((story) => story.id === id) ?? []);
    case 'all':
      return [...stories];
  }
}

/** How many of them: the round numbers below their count. */
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

/** What was sent and isn't confirmed yet, once `confirmed` is: a value that was changed again meanwhile still waits. */
export function unconfirmed<Sent extends object>(sent: Sent, confirmed: Partial<Sent>): Partial<Sent> {
  const rest = Object.entries(sent).filter(([key, value]) => confirmed[key as keyof Sent] !== value);
  return Object.fromEntries(rest) as Partial<Sent>;
}
