import * as v from 'valibot';
import type { Story } from '../stories/model.ts';
import { chosenStories } from './chosen-stories.ts';
import { draw, shuffled } from './draw.ts';
import { fadeLevels } from './fade.ts';
import { askWith, questionsOf, type Ask } from './questions.ts';

/** What a person chose on the one line before a rehearsal. Times in milliseconds. For calls. */
export const rehearsalSetup = v.strictObject({
  /** Which stories: one by its id, a group (null: those without), what is due today, or all. */
  stories: v.variant('which', [
    v.strictObject({ which: v.literal('one'), id: v.string() }),
    v.strictObject({ which: v.literal('group'), group: v.nullable(v.string()) }),
    v.strictObject({ which: v.literal('due') }),
    v.strictObject({ which: v.literal('all') }),
  ]),
  /** How many at most; null for all of them. */
  count: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  /** As listed (due today: most pressing first), or drawn. */
  order: v.picklist(['listed', 'drawn']),
  /** Also ask by the questions that a story "also works for". */
  alternates: v.boolean(),
  /** Also draw a follow-up, to be asked after the answer. */
  followUps: v.boolean(),
  /** Time to think before the clock starts; 0 for none. */
  thinkMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000)),
  level: v.picklist(fadeLevels),
  /** Null: each story's own, else the person's. */
  targetMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(10_000), v.maxValue(3_600_000))),
});
export type RehearsalSetup = v.InferOutput<typeof rehearsalSetup>;

/** What the setup line begins with: what is due today, in the words of the outline. */
export const defaultSetup: Readonly<RehearsalSetup> = {
  stories: { which: 'due' },
  count: null,
  order: 'listed',
  alternates: false,
  followUps: false,
  thinkMs: 10_000,
  level: 'outline',
  targetMs: null,
};

/**
 * The questions of a rehearsal, one a story. `dueIds` are the stories due today, most pressing first; ids of
 * stories that are gone are passed over. Empty where nothing fits. `random` gives 0 to 1, like Math.random.
 */
export function chooseAsks(
  stories: readonly Story[],
  setup: Pick<RehearsalSetup, 'stories' | 'count' | 'order' | 'alternates' | 'followUps'>,
  dueIds: readonly string[],
  random: () => number,
): Ask[] {
  const fitting = chosenStories(stories, setup.stories, dueIds);
  const ordered = setup.order === 'drawn' ? shuffled(fitting, random) : fitting;
  return ordered.slice(0, setup.count ?? ordered.length).map((story) => {
    const questions = questionsOf(story);
    const question = setup.alternates ? (draw(questions, random) ?? questions[0]) : questions[0];
    return askWith(story, question, setup.followUps, random);
  });
}
