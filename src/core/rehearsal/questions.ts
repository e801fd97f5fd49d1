import { byWeakness, chosenStories, type Schedule } from './chosen-stories.ts';
import { writtenStories } from '../stories/written-stories.ts';
import type { FollowUp, Story } from '../stories/model.ts';
import * as v from 'valibot';
import { fadeLevels } from './fade.ts';
import { defaultVariant } from '../prompter/default-variant.ts';
import { spokenMs, sum } from '../prompter/plan.ts';
import { titleQuestion } from '../stories/questions.ts';
import { ownTargetOf } from '../prompter/target.ts';
import type { Settings } from '../settings/schema.ts';
import { fitInto, rehearsalMs } from './readiness.ts';

/** Where a question comes from: the story’s own, one of “also works for”, or, without any, made from the title. */
export const questionKinds = ['question', 'alternate', 'title'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** One way to ask for a story. */
export interface StoryQuestion {
  kind: QuestionKind;
  text: string;
  /** The competency it asks about; null if the file doesn’t name one. */
  group: string | null;
  followUps: FollowUp[];
}

/** A question put to the person, and the story that answers it. */
export interface Ask {
  storyId: string;
  kind: QuestionKind;
  question: string;
  group: string | null;
  /** What the interviewer asks after the answer; null for no follow-up. */
  followUp: string | null;
}

/** All questions for a story, its own first. Never empty: without one, the title makes it. */
export function questionsOf(story: Story): [StoryQuestion, ...StoryQuestion[]] {
  const { group, title, followUps } = story;
  const own: StoryQuestion[] = story.question ? [{ kind: 'question', text: story.question, group, followUps }] : [];
  const alternates = story.alternates.flatMap((alternate): StoryQuestion[] =>
    alternate.question
      ? [
          {
            kind: 'alternate',
            text: alternate.question,
            group: alternate.group ?? group,
            followUps: alternate.followUps,
          },
        ]
      : [],
  );
  const [first, ...others] = [...own, ...alternates];
  return first === undefined ? [{ kind: 'title', text: titleQuestion(title), group, followUps }] : [first, ...others];
}

/** The index of the alternate that a question is from; null if it is the story’s own, or isn’t in the file any more. */
export function askedAlternate(
  { alternates }: Pick<Story, 'alternates'>,
  { kind, question }: Pick<Ask, 'kind' | 'question'>,
): number | null {
  const index = kind === 'alternate' ? alternates.findIndex((alternate) => alternate.question === question) : -1;
  return index === -1 ? null : index;
}

/** A question ready to ask, with a random follow-up if wanted. */
function askWith(story: Story, question: StoryQuestion, withFollowUp: boolean, random: () => number): Ask {
  const followUp = withFollowUp ? (draw(question.followUps, random)?.question ?? null) : null;
  return { storyId: story.id, kind: question.kind, question: question.text, group: question.group, followUp };
}

/** What a person chose before a rehearsal. Times in milliseconds. For calls. */
export const rehearsalSetup = v.strictObject({
  /** Which stories: one or some by their ids, a group (null: those without), what is due today, or all. */
  stories: v.variant('which', [
    v.strictObject({ which: v.literal('one'), id: v.string() }),
    v.strictObject({ which: v.literal('some'), ids: v.pipe(v.array(v.string()), v.maxLength(1000)) }),
    v.strictObject({ which: v.literal('group'), group: v.nullable(v.string()) }),
    v.strictObject({ which: v.literal('due') }),
    v.strictObject({ which: v.literal('all') }),
  ]),
  /** How long it may take in all: as many stories as fit, at least one; null for all of them. */
  budgetMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(86_400_000))),
  /** The weakest first, as listed, or in random order. */
  order: v.picklist(['weakest', 'listed', 'drawn']),
  /** Also use the questions that a story “also works for”. */
  alternates: v.boolean(),
  /** Also pick a follow-up, asked after the answer. */
  followUps: v.boolean(),
  /** Time to think before the clock starts; 0 for none. */
  thinkMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000)),
  level: v.picklist(fadeLevels),
  /** Null: each story’s own, else the person’s. */
  targetMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(10_000), v.maxValue(3_600_000))),
});
export type RehearsalSetup = v.InferOutput<typeof rehearsalSetup>;

const { thinkMs, targetMs } = rehearsalSetup.entries;

/** What a person chose before a mock interview, which shows no text. Times in milliseconds. For calls. */
export const mockSetup = v.strictObject({
  /** How many questions; fewer if there are fewer stories. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  thinkMs,
  targetMs,
});

/** The first choice in the setup: what is due today, with the outline on screen. */
export const defaultSetup: Readonly<RehearsalSetup> = {
  stories: { which: 'due' },
  budgetMs: null,
  order: 'weakest',
  alternates: false,
  followUps: false,
  thinkMs: 10_000,
  level: 'outline',
  targetMs: null,
};

/** What the length of an answer depends on. */
export interface Pace {
  /** The target of stories without one, in milliseconds. */
  ownTargetMs: number;
  /** Those that the person gave to single stories. */
  storyTargets: Settings['storyTargets'];
  /** The default versions that they chose. */
  storyVariants: Settings['storyVariants'];
  wordsPerMinute: number;
}

/**
 * The questions of a rehearsal, one for each story, as many as fit into its time. Empty if no story fits the choice.
 * `random` returns 0 to 1, like Math.random.
 */
export function chooseAsks(
  stories: readonly Story[],
  setup: Omit<RehearsalSetup, 'level'>,
  { schedule, pace, random }: { schedule: Schedule; pace: Pace; random: () => number },
): Ask[] {
  const fitting = chosenStories(stories, setup.stories, schedule);
  const { order } = setup;
  const ordered =
    order === 'drawn' ? shuffled(fitting, random) : order === 'weakest' ? byWeakness(fitting, schedule.due) : fitting;
  const lengthOf = (story: Story): number => {
    const variant = story.variants[defaultVariant(story, pace) ?? -1];
    const words = sum((variant ?? story).answer.map((section) => section.words));
    const estimateMs = words > 0 ? spokenMs(words, pace.wordsPerMinute) : null;
    return rehearsalMs(
      { estimateMs, targetMs: ownTargetOf(story.id, pace, variant?.title ?? null) ?? story.targetMs },
      { ...setup, ownTargetMs: pace.ownTargetMs },
    );
  };
  return fitInto(ordered, setup.budgetMs, lengthOf).map((story) => {
    const questions = questionsOf(story);
    const question = setup.alternates ? (draw(questions, random) ?? questions[0]) : questions[0];
    return askWith(story, question, setup.followUps, random);
  });
}

/** A question to choose from, with the story that it would use up. */
interface Candidate {
  story: Story;
  question: StoryQuestion;
}

/**
 * The questions of a mock interview: `count` of them (fewer if there are fewer stories), no story twice, spread over the
 * competencies: each question goes to one asked least so far, and while some weren’t asked at all, to the one of them
 * with the fewest stories. If any story has an alternate, at least one question is an alternate. Stories without a
 * question, such as a pitch, come only when the others aren’t enough. `random` returns 0 to 1.
 */
export function drawMock(stories: readonly Story[], count: number, random: () => number): Ask[] {
  const candidates = writtenStories(stories).flatMap((story) =>
    questionsOf(story).map((question): Candidate => ({ story, question })),
  );
  const drawn: Candidate[] = [];
  while (drawn.length < count) {
    const left = candidates.filter(({ story }) => drawn.every((other) => other.story !== story));
    const next = drawn.length === 0 ? firstOf(left, random) : nextOf(left, drawn, random);
    if (next === undefined) break;
    drawn.push(next);
  }
  // The alternate was drawn first, but shouldn’t always be asked first.
  const mixed = shuffled(drawn, random);
  // “About me”, which is asked for by its title, opens an interview.
  const opens = ({ question }: Candidate): boolean => question.kind === 'title';
  const ordered = [...mixed.filter(opens), ...mixed.filter((candidate) => !opens(candidate))];
  return ordered.map(({ story, question }) => askWith(story, question, true, random));
}

function firstOf(left: readonly Candidate[], random: () => number): Candidate | undefined {
  const alternates = left.filter(({ question }) => question.kind === 'alternate');
  return alternates.length > 0 ? draw(alternates, random) : nextOf(left, [], random);
}

function nextOf(left: readonly Candidate[], drawn: readonly Candidate[], random: () => number): Candidate | undefined {
  const asked = left.filter(({ question }) => question.kind !== 'title');
  const groups = Map.groupBy(asked.length > 0 ? asked : left, ({ question }) => question.group);
  const timesAsked = (group: string | null) => drawn.filter(({ question }) => question.group === group).length;
  const fewest = leastBy([...groups.keys()], timesAsked);
  const storiesLeft = (group: string | null) => new Set(groups.get(group)?.map(({ story }) => story)).size;
  // Otherwise others could use up the stories of a competency that has only a few.
  const isFirstRound = fewest.every((group) => timesAsked(group) === 0);
  const group = draw(isFirstRound ? leastBy(fewest, storiesLeft) : fewest, random);
  if (group === undefined) return undefined;
  // By story first, so that one with many alternates doesn’t come up more often.
  const inGroup = groups.get(group) ?? [];
  const story = draw([...new Set(inGroup.map((candidate) => candidate.story))], random);
  return draw(
    inGroup.filter((candidate) => candidate.story === story),
    random,
  );
}

function leastBy<Item>(items: readonly Item[], measure: (item: Item) => number): Item[] {
  const measured = items.map((item) => ({ item, size: measure(item) }));
  const least = Math.min(...measured.map(({ size }) => size));
  return measured.filter(({ size }) => size === least).map(({ item }) => item);
}

/*
 * Randomness is an argument, a function like Math.random, so that a test can repeat a draw.
 */

/** A random item; undefined if there are none. `random` returns 0 to 1; values outside count as the nearest. */
export function draw<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[place(items.length, random)];
}

/** The items in random order, every order equally likely (Fisher and Yates). Leaves the given list as it is. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(place(left.length, random), 1));
  return drawn;
}

function place(length: number, random: () => number): number {
  const index = Math.floor(random() * length);
  return Math.min(Math.max(0, length - 1), Math.max(0, Number.isNaN(index) ? 0 : index));
}
