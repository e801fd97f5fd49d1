import { defaultVariant } from '../../prompter/default-variant.ts';
import { spokenMs } from '../../prompter/plan.ts';
import { ownTargetOf, targetOf } from '../../prompter/target.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Problem, Story } from '../model.ts';
import { fitsTarget, overTarget, wordsIn } from './lint.ts';

/*
 * Whether a story fits its target depends on the person: their pace, their targets, the version that they tell. A file
 * alone is checked at the usual ones.
 */

type Told = Pick<Settings, 'wordsPerMinute' | 'targetMs' | 'storyTargets' | 'storyVariants'>;

/** A story’s problems with its target judged by the settings. */
export function problemsBySettings(story: Story, problems: readonly Problem[], settings: Told): Problem[] {
  const others = problems.filter(({ code }) => code !== 'over-target');
  if (story.planned) return others;
  const variant = story.variants[defaultVariant(story, settings) ?? -1];
  const targetMs = ownTargetOf(story.id, settings, variant?.title ?? null) ?? story.targetMs;
  const { line, answer } = variant ?? story;
  const variants = variant === undefined ? story.variants : [];
  return [...others, ...overTarget({ ...story, line, answer, variants, targetMs }, settings)];
}

/** A version that a person could tell instead. */
export interface ShorterVariant {
  index: number;
  takesMs: number;
  fits: boolean;
}

/** The longest variant that fits the target of a story that doesn’t, else the shortest; null without a shorter one. */
export function shorterVariant(story: Story, settings: Told): ShorterVariant | null {
  const { wordsPerMinute } = settings;
  const targetMs = targetOf(story, settings);
  if (fitsTarget(story.answer, { wordsPerMinute, targetMs })) return null;
  const shorter = story.variants
    .map(({ title, answer }, index) => ({
      index,
      takesMs: spokenMs(wordsIn(answer), wordsPerMinute),
      fits: fitsTarget(answer, { wordsPerMinute, targetMs: targetOf(story, settings, title) }),
    }))
    .filter(({ takesMs }) => takesMs > 0 && takesMs < spokenMs(wordsIn(story.answer), wordsPerMinute));
  const byTime = shorter.toSorted((one, other) => one.takesMs - other.takesMs);
  return byTime.findLast(({ fits }) => fits) ?? byTime[0] ?? null;
}
