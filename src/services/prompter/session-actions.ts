import type { Prompt, SessionState } from '../../core/contract/contract.ts';
import { carryCursor } from '../../core/prompter/cursor.ts';
import { makePlan, type Plan } from '../../core/prompter/plan.ts';
import { cursorMs, newSession, reduceSession, type Session, type SessionAction } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story, Variant } from '../../core/stories/model.ts';

/** A story, or one of its variants, with its plan and its countdown. A value: changes make a new one. */
export interface StoryRun {
  /** As it was last read, so that it can go on being shown when the file is gone. */
  story: Story;
  /** Index among the story's variants; null for the story itself. */
  variant: number | null;
  /** Index among the story's alternates, whose notes are shown; null for the story's own question. */
  alternate: number | null;
  plan: Plan;
  session: Session;
}

/** What a plan is made of, beside the story. */
export interface PlanBasis {
  settings: Settings;
  /** The plan as the person's own runs make it, where that is asked for. */
  paced: (plan: Plan, story: Story, variant: number | null) => Plan;
}

/** A run at its start. The variant and the alternate must be of the story's. */
export function newRun(
  story: Story,
  variant: number | null,
  basis: PlanBasis,
  alternate: number | null = null,
): StoryRun {
  const { settings } = basis;
  const targetMs = targetOf(story, settings);
  const session = newSession(targetMs, settings.mode, settings.speed);
  return { story, variant, alternate, plan: planOf(story, variant, targetMs, basis), session };
}

/** The story's own target, else the person's. */
export function targetOf(story: Story, settings: Settings): number {
  return story.targetMs ?? settings.targetMs;
}

/** The run after an action. A reset can bring a new target, and with it a new plan. */
export function actOnRun(run: StoryRun, action: SessionAction, basis: PlanBasis, nowMs: number): StoryRun {
  const session = reduceSession(run.session, action, nowMs);
  if (session === run.session) return run;
  if (session.targetMs === run.plan.targetMs) return { ...run, session };
  return { ...run, session, plan: planOf(run.story, run.variant, session.targetMs, basis) };
}

/**
 * The run on its story as it is now, after a save or a change of settings. The cursor stays on its row and
 * the countdown is not touched; only one that was never started takes a new target.
 */
export function refreshRun(run: StoryRun, story: Story, basis: PlanBasis, nowMs: number): StoryRun {
  const { settings } = basis;
  const variant = variantAfter(run, story);
  const idle = run.session.status.kind === 'idle';
  const targetMs = idle ? targetOf(story, settings) : run.session.targetMs;
  const plan = planOf(story, variant, targetMs, basis);
  const session = carry(run.plan, plan, applyModeAndSpeed(run.session, settings, nowMs), nowMs);
  return { story, variant, alternate: alternateAfter(run, story), plan, session };
}

/** Whether a reloaded story still has what the run shows: itself, or the variant. */
export function stillThere(run: StoryRun, story: Story): boolean {
  return run.variant === null || variantAfter(run, story) !== null;
}

/** What the prompter shows of a run. */
function promptOf({ story, variant: index, alternate }: StoryRun): Prompt {
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
    sections: variant?.outline ?? story.outline.sections,
  };
}

/** The snapshot that views count on from; without a run, an empty one on the person's target. */
export function sessionState(run: StoryRun | null, settings: Settings, nowMs: number): SessionState {
  if (run !== null)
    return { prompt: promptOf(run), plan: run.plan, session: run.session, rehearsing: null, sentAtMs: nowMs };
  const { targetMs, mode, speed } = settings;
  const plan: Plan = { targetMs, estimateMs: null, sections: [], rows: [] };
  return { prompt: null, plan, session: newSession(targetMs, mode, speed), rehearsing: null, sentAtMs: nowMs };
}

/** The plan of a story, or of its variant with that index. */
export function planOf(story: Story, index: number | null, targetMs: number, { settings, paced }: PlanBasis): Plan {
  const variant = variantOf(story, index);
  const { wordsPerMinute, planBy: by } = settings;
  const outline = variant?.outline ?? story.outline.sections;
  return paced(makePlan(outline, variant?.answer ?? story.answer, { targetMs, wordsPerMinute, by }), story, index);
}

function variantOf(story: Story, index: number | null): Variant | null {
  return index === null ? null : (story.variants[index] ?? null);
}

/** Variants are known by their title; one whose heading was rewritten is found by its place. */
function variantAfter(run: StoryRun, story: Story): number | null {
  if (run.variant === null) return null;
  const title = variantOf(run.story, run.variant)?.title;
  if (story.variants[run.variant]?.title === title) return run.variant;
  const titled = story.variants.findIndex((variant) => variant.title === title);
  if (titled !== -1) return titled;
  return run.variant < story.variants.length ? run.variant : null;
}

/** Alternates are known by their question; one that was reworded is found by its place. */
function alternateAfter({ story: before, alternate }: StoryRun, story: Story): number | null {
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

/** The session with its cursor on the same row of the new plan, and on that plan's target. */
function carry(oldPlan: Plan, newPlan: Plan, session: Session, nowMs: number): Session {
  if (JSON.stringify(oldPlan) === JSON.stringify(newPlan)) return session;
  const atMs = cursorMs(session, nowMs);
  // Whoever waits at the start wants to begin with the first row, also with one that was put before it.
  const toMs = session.status.kind === 'idle' && atMs === 0 ? 0 : carryCursor(oldPlan, newPlan, atMs);
  const onTarget = { ...session, targetMs: newPlan.targetMs };
  return reduceSession(onTarget, { type: 'moveCursor', cursorMs: toMs }, nowMs);
}
