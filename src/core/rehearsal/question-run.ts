import { shortName } from '../stories/short-names.ts';
import { defaultVariant } from '../prompter/default-variant.ts';
import type { Plan } from '../prompter/plan.ts';
import type { Prompt, SessionSnapshot } from '../prompter/prompt.ts';
import type { Telling } from '../prompter/shown-story.ts';
import { targetOf } from '../prompter/target.ts';
import { fadeText, type FadeLevel } from './fade.ts';
import { askedAlternate, type Ask } from './questions.ts';
import type { OpenRun } from './run.ts';
import type { Settings } from '../settings/schema.ts';
import { directionOf, storyDirection } from '../stories/direction.ts';
import type { OutlineSection, Story } from '../stories/model.ts';
import { outlineOf } from '../stories/outline/told.ts';

/** A question that was asked, with the story as it was then: saving the file meanwhile changes nothing. */
export interface AskedQuestion {
  ask: Ask;
  story: Story;
  /** Its default version; for an alternate’s question, the story with the alternate’s sections. */
  telling: Telling;
  plan: Plan;
}

/** What a question’s plan depends on. */
export interface AskBasis {
  planOf: (story: Story, telling: Telling, targetMs: number) => Plan;
  settings: () => Settings;
}

/** A question with the story for it, in its default version. Without a target that version’s own, else the person’s. */
export function askOf(story: Story, ask: Ask, targetMs: number | null, { planOf, settings }: AskBasis): AskedQuestion {
  const alternate = askedAlternate(story, ask);
  const telling = { variant: alternate === null ? defaultVariant(story, settings()) : null, alternate };
  const ownMs = targetOf(story, settings(), story.variants[telling.variant ?? -1]?.title ?? null);
  return { ask, story, telling, plan: planOf(story, telling, targetMs ?? ownMs) };
}

/** Both clocks at one moment. `date` is in the log’s format. */
export interface Now {
  nowMs: number;
  date: string;
}

/** The question, and the story that answers it, with nothing hidden. */
function promptOf({ story, ask, telling: { variant, alternate } }: AskedQuestion): Prompt {
  const sections = outlineOf(story, variant, alternate);
  return {
    ...questionPrompt(story.title, ask.question),
    storyId: story.id,
    variant,
    variantTitle: story.variants[variant ?? -1]?.title ?? null,
    group: ask.group,
    alternate,
    derived: variant === null && story.outline.derived,
    sections,
    direction: storyDirection(story, sections),
  };
}

/**
 * The prompter during a run: as much of the outline as the level shows, and the story’s name if `isNamed`. While thinking, the question alone, since
 * finding the story is part of the exercise.
 */
export function prompterState(
  asked: AskedQuestion,
  run: OpenRun,
  { at, of, nowMs, isNamed }: { at: number; of: number; nowMs: number; isNamed: boolean },
): SessionSnapshot {
  const { plan } = asked;
  const rehearsing = { phase: run.phase, at, of };
  const session = run.clock;
  if (run.phase === 'thinking') {
    const thinking: Plan = { targetMs: session.targetMs, estimateMs: null, sections: [], rows: [] };
    return {
      prompt: questionPrompt('Think', asked.ask.question),
      plan: thinking,
      session,
      rehearsing,
      sentAtMs: nowMs,
    };
  }
  const prompt = promptOf(asked);
  const sections = fadeSections(prompt.sections, run.peeking ? 'outline' : run.level);
  // Finding the story is part of an interview: its name would give it away.
  const name = isNamed || run.peeking ? {} : { title: 'Answer', name: 'Answer', variantTitle: null, group: null };
  return { prompt: { ...prompt, ...name, sections }, plan, session, rehearsing, sentAtMs: nowMs };
}

/** A question alone on the prompter, under a title that says what to do with it. */
export function questionPrompt(title: string, question: string | null): Prompt {
  return {
    storyId: '',
    variant: null,
    variantTitle: null,
    nextVariant: null,
    group: null,
    title,
    name: shortName(title),
    question,
    shortQuestion: question === null ? null : shortName(question),
    alternate: null,
    alternates: 0,
    derived: false,
    sections: [],
    direction: directionOf(question ?? title),
    isGone: false,
    followUps: [],
    reached: null,
    followUp: null,
  };
}

function fadeSections(sections: readonly OutlineSection[], level: FadeLevel): OutlineSection[] {
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, text: fadeText(item.text, level) })),
  }));
}
