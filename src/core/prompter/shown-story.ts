import type { ShownPlace } from './place.ts';
import type { Prompt, SessionSnapshot } from './prompt.ts';
import { carryCursor } from './cursor.ts';
import { makePlan, type Plan } from './plan.ts';
import { cursorMs, newSession, reduceSession, type Session, type SessionAction } from './session.ts';
import type { Settings } from '../settings/schema.ts';
import type { FollowUp, Story, Variant } from '../stories/model.ts';
import { outlineOf } from '../stories/outline/told.ts';

/** A story, or one of its variants, with its plan and its countdown. Immutable. */
export interface ShownStory {
  /** As last read, so that it stays on the prompter when the file is gone. */
  story: Story;
  /** Index among the story’s variants; null for the story itself. */
  variant: number | null;
  /** Index among the story’s alternates, whose notes are shown; null for the story’s own question. */
  alternate: number | null;
  /** Index among its follow-ups (see `followUpsOf`), whose answer is shown in place of the outline; null for none. */
  followUp: number | null;
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
  return { story, variant, alternate, followUp: null, plan: planOf(story, variant, targetMs, basis), session };
}

/** A story where another program, or a page, was in it. What it no longer has is left out, and a start isn’t in the future. */
export function shownAt(place: ShownPlace, story: Story, basis: PlanBasis, nowMs: number): ShownStory {
  const { session } = place;
  const { status } = session;
  const has = (index: number | null, among: readonly unknown[]) =>
    index !== null && index < among.length ? index : null;
  const alternate = has(place.alternate, story.alternates);
  const variant = has(place.variant, story.variants);
  const begun: Session =
    status.kind === 'running' && status.sinceMs > nowMs
      ? { ...session, status: { kind: 'running', sinceMs: nowMs } }
      : session;
  const answer = place.followUp === null ? '' : (followUpsOf({ story, alternate })[place.followUp]?.answer ?? '');
  const followUp = answer === '' ? null : place.followUp;
  const shown = { story, variant, alternate, followUp, session: begun };
  return refreshShown({ ...shown, plan: planOf(story, variant, session.targetMs, basis) }, story, basis, nowMs);
}

/** The story’s own target, else the person’s, in milliseconds. */
export function targetOf(story: Story, settings: Settings): number {
  return story.targetMs ?? settings.targetMs;
}

/** What may be asked after what is shown: the follow-ups of the alternate, then the story’s. */
export function followUpsOf({ story, alternate }: Pick<ShownStory, 'story' | 'alternate'>): FollowUp[] {
  const other = alternate === null ? undefined : story.alternates[alternate];
  return [...(other?.followUps ?? []), ...story.followUps];
}

/**
 * The shown story after an action. A reset goes back to the outline; it can bring a new target, and with it a new plan.
 */
export function actOnShown(before: ShownStory, action: SessionAction, basis: PlanBasis, nowMs: number): ShownStory {
  const shown = action.type === 'reset' && before.followUp !== null ? { ...before, followUp: null } : before;
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
  const alternate = alternateAfter(shown, story);
  return { story, variant, alternate, followUp: followUpAfter(shown, { story, alternate }), plan, session };
}

/** Whether a reloaded story still has what is shown: itself, or the variant. */
export function stillThere(shown: ShownStory, story: Story): boolean {
  return shown.variant === null || variantAfter(shown, story) !== null;
}

/** What the prompter shows of it. */
function promptOf(shown: ShownStory): Prompt {
  const { story, variant: index, alternate, followUp } = shown;
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
    followUps: followUpsOf(shown),
    followUp,
  };
}

/** The snapshot from which views count on; without a story, an empty one with the person’s target. */
export function sessionSnapshot(shown: ShownStory | null, settings: Settings, nowMs: number): SessionSnapshot {
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

function variantAfter({ story: before, variant }: ShownStory, story: Story): number | null {
  const titles = (of: Story) => of.variants.map(({ title }) => title);
  return indexAfter(variant, titles(before), titles(story));
}

function alternateAfter({ story: before, alternate }: ShownStory, story: Story): number | null {
  const questions = (of: Story) => of.alternates.map(({ question }) => question);
  return indexAfter(alternate, questions(before), questions(story));
}

/** Back to the outline if its answer is gone. */
function followUpAfter(shown: ShownStory, after: Pick<ShownStory, 'story' | 'alternate'>): number | null {
  const questions = (followUps: readonly FollowUp[]) => followUps.map(({ question }) => question);
  const followUps = followUpsOf(after);
  const index = indexAfter(shown.followUp, questions(followUpsOf(shown)), questions(followUps));
  return index !== null && followUps[index]?.answer !== '' ? index : null;
}

/** Where an item of a list is after the list changed: found by its name, or by its position if that was reworded. */
function indexAfter<Name>(index: number | null, before: readonly Name[], after: readonly Name[]): number | null {
  if (index === null) return null;
  const name = before[index];
  if (after[index] === name) return index;
  const named = after.findIndex((other) => other === name);
  if (named !== -1) return named;
  return index < after.length ? index : null;
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
