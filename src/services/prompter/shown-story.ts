import type { Prompt, SessionState } from '../../core/contract/contract.ts';
import { carryCursor } from '../../core/prompter/cursor.ts';
import { makePlan, type Plan } from '../../core/prompter/plan.ts';
import { cursorMs, newSession, reduceSession, type Session, type SessionAction } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story, Variant } from '../../core/stories/model.ts';
import { outlineOf } from '../../core/stories/outline/told.ts';

/** A story, or one of its variants, with its plan and its countdown. Immutable. */
export interface ShownStory {
  /** As last read, so that it stays on the prompter when the file is gone. */
  story: Story;
  /** Index among the story’s variants; null for the story itself. */
  variant: number | null;
  /** Index among the story’s alternates, whose notes are shown; null for the story’s own question. */
  alternate: number | null;
  plan: Plan;
  session: Session;
}

/** What a plan depends on, besides the story. */
export interface PlanBasis {
  settings: Settings;
  /** The plan, adapted to the person’s own runs if the settings say so. */
  paced: (plan: Plan, story: Story, variant: number | null) => Plan;
}

/** A story at its start. The variant and the alternate must exist in it. */
export function newShownStory(
  story: Story,
  variant: number | null,
  basis: PlanBasis,
  alternate: number | null = null,
): ShownStory {
  const { settings } = basis;
  const targetMs = targetOf(story, settings);
  const session = newSession(targetMs, settings.mode, settings.speed);
  return { story, variant, alternate, plan: planOf(story, variant, targetMs, basis), session };
}

/** The story’s own target, else the person’s, in milliseconds. */
export function targetOf(story: Story, settings: Settings): number {
  return story.targetMs ?? settings.targetMs;
}

/** The shown story after an action. A reset can bring a new target, and with it a new plan. */
export function actOnShown(shown: ShownStory, action: SessionAction, basis: PlanBasis, nowMs: number): ShownStory {
  const session = reduceSession(shown.session, action, nowMs);
  if (session === shown.session) return shown;
  if (session.targetMs === shown.plan.targetMs) return { ...shown, session };
  return { ...shown, session, plan: planOf(shown.story, shown.variant, session.targetMs, basis) };
}

/**
 * The same with its story as it is now, after a save or a settings change. The cursor stays on its row and the
 * countdown goes on; only one that hasn’t started takes a new target.
 */
export function refreshShown(shown: ShownStory, story: Story, basis: PlanBasis, nowMs: number): ShownStory {
  const { settings } = basis;
  const variant = variantAfter(shown, story);
  const idle = shown.session.status.kind === 'idle';
  const targetMs = idle ? targetOf(story, settings) : shown.session.targetMs;
  const plan = planOf(story, variant, targetMs, basis);
  const session = carry(shown.plan, plan, applyModeAndSpeed(shown.session, settings, nowMs), nowMs);
  return { story, variant, alternate: alternateAfter(shown, story), plan, session };
}

/** Whether a reloaded story still has what is shown: itself, or the variant. */
export function stillThere(shown: ShownStory, story: Story): boolean {
  return shown.variant === null || variantAfter(shown, story) !== null;
}

/** What the prompter shows of it. */
function promptOf({ story, variant: index, alternate }: ShownStory): Prompt {
  const variant = variantOf(story, index);
  const other = alternate === null ? undefined : story.alternates[alternate];
  return {
    storyId: story.id,
    variant: index,
    variantTitle: variant?.title ?? null,
    group: story.group,
    title: story.title,
    question: other?.question ?? story.question,
    alternate,
    notes: other?.notes ?? [],
    derived: variant === null && story.outline.derived,
    sections: outlineOf(story, index),
  };
}

/** The snapshot from which views count on; without a story, an empty one with the person’s target. */
export function sessionState(shown: ShownStory | null, settings: Settings, nowMs: number): SessionState {
  if (shown !== null)
    return { prompt: promptOf(shown), plan: shown.plan, session: shown.session, rehearsing: null, sentAtMs: nowMs };
  const { targetMs, mode, speed } = settings;
  const plan: Plan = { targetMs, estimateMs: null, sections: [], rows: [] };
  return { prompt: null, plan, session: newSession(targetMs, mode, speed), rehearsing: null, sentAtMs: nowMs };
}

/** The plan of a story, or of its variant with that index. */
export function planOf(story: Story, index: number | null, targetMs: number, { settings, paced }: PlanBasis): Plan {
  const variant = variantOf(story, index);
  const { wordsPerMinute, planBy: by } = settings;
  const { answer } = variant ?? story;
  return paced(makePlan(outlineOf(story, index), answer, { targetMs, wordsPerMinute, by }), story, index);
}

function variantOf(story: Story, index: number | null): Variant | null {
  return index === null ? null : (story.variants[index] ?? null);
}

/** Finds a variant by its title, or by its position if its heading was rewritten. */
function variantAfter(shown: ShownStory, story: Story): number | null {
  if (shown.variant === null) return null;
  const title = variantOf(shown.story, shown.variant)?.title;
  if (story.variants[shown.variant]?.title === title) return shown.variant;
  const titled = story.variants.findIndex((variant) => variant.title === title);
  if (titled !== -1) return titled;
  return shown.variant < story.variants.length ? shown.variant : null;
}

/** Finds an alternate by its question, or by its position if that was reworded. */
function alternateAfter({ story: before, alternate }: ShownStory, story: Story): number | null {
  if (alternate === null) return null;
  const question = before.alternates[alternate]?.question;
  if (story.alternates[alternate]?.question === question) return alternate;
  const asked = story.alternates.findIndex((other) => other.question === question);
  if (asked !== -1) return asked;
  return alternate < story.alternates.length ? alternate : null;
}

function applyModeAndSpeed(session: Session, settings: Settings, nowMs: number): Session {
  const inMode =
    session.mode === settings.mode ? session : reduceSession(session, { type: 'setMode', mode: settings.mode }, nowMs);
  return inMode.speed === settings.speed
    ? inMode
    : reduceSession(inMode, { type: 'setSpeed', speed: settings.speed }, nowMs);
}

/** The session with its cursor on the same row of the new plan, and with that plan’s target. */
function carry(oldPlan: Plan, newPlan: Plan, session: Session, nowMs: number): Session {
  if (JSON.stringify(oldPlan) === JSON.stringify(newPlan)) return session;
  const atMs = cursorMs(session, nowMs);
  // Somebody who waits at the start wants to begin with the first row, even if it is new.
  const toMs = session.status.kind === 'idle' && atMs === 0 ? 0 : carryCursor(oldPlan, newPlan, atMs);
  const onTarget = { ...session, targetMs: newPlan.targetMs };
  return reduceSession(onTarget, { type: 'moveCursor', cursorMs: toMs }, nowMs);
}
