import { shortName } from '../stories/short-names.ts';
import { spokenMs, sum, type Plan } from './plan.ts';
import type { NextVariant, Prompt, SessionSnapshot } from './prompt.ts';
import { newSession } from './session.ts';
import { followUpsOf, variantAfterShown, variantTitle, type ShownStory } from './shown-story.ts';
import { isLongerThan } from './shown-times.ts';
import type { Settings } from '../settings/schema.ts';
import { storyDirection } from '../stories/direction.ts';
import { answerOf, outlineOf } from '../stories/outline/told.ts';

/** The snapshot from which views count on; without a story, an empty one with the person’s target. */
export function sessionSnapshot(
  shown: ShownStory | null,
  isGone: boolean,
  settings: Settings,
  nowMs: number,
): SessionSnapshot {
  if (shown !== null) {
    const prompt = promptOf(shown, isGone, settings);
    return { prompt, plan: shown.plan, session: shown.session, rehearsing: null, sentAtMs: nowMs };
  }
  const { targetMs, mode, speed } = settings;
  const plan: Plan = { targetMs, estimateMs: null, sections: [], rows: [] };
  return { prompt: null, plan, session: newSession(targetMs, mode, speed), rehearsing: null, sentAtMs: nowMs };
}

/** What the prompter shows of it. `isGone` says that the story is in no file any more. */
function promptOf(shown: ShownStory, isGone: boolean, { wordsPerMinute }: Settings): Prompt {
  const { story, variant, alternate, reached, followUp } = shown;
  const other = alternate === null ? undefined : story.alternates[alternate];
  const sections = outlineOf(story, variant, alternate);
  const question = other?.question ?? story.question;
  return {
    storyId: story.id,
    variant,
    variantTitle: variantTitle(story, variant),
    nextVariant: nextVariantOf(shown, wordsPerMinute),
    group: other?.group ?? story.group,
    title: story.title,
    name: shortName(story.title),
    question,
    shortQuestion: question === null ? null : shortName(question),
    alternate,
    alternates: story.alternates.filter(({ question }) => question !== null).length,
    derived: variant === null && story.outline.derived,
    sections,
    direction: storyDirection(story, sections),
    isGone,
    followUps: followUpsOf(shown),
    reached,
    followUp,
  };
}

function nextVariantOf({ story, variant, alternate, plan }: ShownStory, wordsPerMinute: number): NextVariant | null {
  if (story.variants.length === 0) return null;
  const next = variantAfterShown({ story, variant });
  const words = sum(answerOf(story, next, alternate).map((section) => section.words));
  const estimateMs = words > 0 ? spokenMs(words, wordsPerMinute) : null;
  const isShorter = estimateMs !== null && isLongerThan(plan.estimateMs, estimateMs);
  return { title: variantTitle(story, next), isShorter, estimateMs };
}
