import { carryCursor, carrySection } from './cursor.ts';
import type { ShownPlace } from './place.ts';
import { makePlan, type Plan } from './plan.ts';
import { cursorMs, isAtStart, newSession, reduceSession, type Session, type SessionAction } from './session.ts';
import { targetOf } from './target.ts';
import type { Settings } from '../settings/schema.ts';
import type { FollowUp, Story } from '../stories/model.ts';
import { answerOf, outlineOf } from '../stories/outline/told.ts';

/** One way to tell a story: which version of it, for which question. */
export interface Telling {
  /** Index among the story’s variants; null for the story itself. */
  variant: number | null;
  /** Index among the story’s alternates, whose sections and notes are shown; null for the story’s own question. */
  alternate: number | null;
}

/** A story itself, for its own question. */
export const asWritten: Telling = { variant: null, alternate: null };

/** A story with its plan and its countdown. Immutable. */
export interface ShownStory extends Telling {
  /** As last read, so that it stays on the prompter when the file is gone. */
  story: Story;
  /** Index among its follow-ups (see `followUpsOf`) of the one on the reading line, after the last row; null for none. */
  reached: number | null;
  /** Index of the follow-up whose answer is shown in place of the outline; null for none. */
  followUp: number | null;
  plan: Plan;
  session: Session;
}

/** What a plan depends on, besides the story. */
export interface PlanBasis {
  settings: Settings;
  /** The plan, adapted to the person’s own runs if the settings say so. */
  paced: (plan: Plan, story: Story, telling: Telling) => Plan;
}

/** A story at its start. The variant and the alternate must exist in it. */
export function newShownStory(
  story: Story,
  variant: number | null,
  basis: PlanBasis,
  alternate: number | null = null,
): ShownStory {
  const { settings } = basis;
  const telling = { variant, alternate };
  const targetMs = targetOf(story, settings, variantTitle(story, variant));
  const session = newSession(targetMs, settings.mode, settings.speed);
  return { story, ...telling, ...atOutline, plan: planOf(story, telling, targetMs, basis), session };
}

/** A story where another program, or a page, was in it. What it no longer has is left out, and a start isn’t in the future. */
export function shownAt(place: ShownPlace, story: Story, basis: PlanBasis, nowMs: number): ShownStory {
  const { session } = place;
  const { status } = session;
  const has = (index: number | null, among: readonly unknown[]) =>
    index !== null && index < among.length ? index : null;
  const telling = { variant: has(place.variant, story.variants), alternate: has(place.alternate, story.alternates) };
  const begun: Session =
    status.kind === 'running' && status.sinceMs > nowMs
      ? { ...session, status: { kind: 'running', sinceMs: nowMs } }
      : session;
  const followUps = followUpsOf({ story, alternate: telling.alternate });
  const reached = has(place.reached, followUps);
  const followUp = has(place.followUp, followUps);
  const plan = planOf(story, telling, session.targetMs, basis);
  return refreshShown({ story, ...telling, reached, followUp, session: begun, plan }, story, basis, nowMs);
}

/** Neither at a follow-up nor at an answer to one. */
const atOutline = { reached: null, followUp: null } as const;

/** What may be asked after what is shown: the follow-ups of the alternate, then the story’s. */
export function followUpsOf({ story, alternate }: Pick<ShownStory, 'story' | 'alternate'>): FollowUp[] {
  const other = alternate === null ? undefined : story.alternates[alternate];
  return [...(other?.followUps ?? []), ...story.followUps];
}

/**
 * The shown story after an action. A reset goes back to the outline; it can bring a new target, and with it a new plan.
 * At its start already, it goes back to the story’s own question.
 */
export function actOnShown(before: ShownStory, action: SessionAction, basis: PlanBasis, nowMs: number): ShownStory {
  const isMoved = action.type === 'reset' || action.type === 'moveCursor';
  const shown = isMoved ? inOutline(before) : before;
  if (action.type === 'reset' && shown.alternate !== null && isAtStart(shown.session)) {
    return newShownStory(shown.story, shown.variant, basis);
  }
  const session = reduceSession(shown.session, action, nowMs);
  if (session === shown.session) return shown;
  if (session.targetMs === shown.plan.targetMs) return { ...shown, session };
  return { ...shown, session, plan: planOf(shown.story, shown, session.targetMs, basis) };
}

/** The same without the answer to a follow-up, where the outline is, or what they may ask. */
export function withoutAnswer(shown: ShownStory): ShownStory {
  return shown.followUp === null ? shown : { ...shown, followUp: null };
}

function inOutline(shown: ShownStory): ShownStory {
  return shown.reached === null && shown.followUp === null ? shown : { ...shown, ...atOutline };
}

/**
 * The same story in another version or for another question: the clock, its state and the section stay. Before the start,
 * another question begins at its first row.
 */
export function tellAs(shown: ShownStory, telling: Telling, basis: PlanBasis, nowMs: number): ShownStory {
  const { story, session } = shown;
  if (telling.variant === shown.variant && telling.alternate === shown.alternate) return withoutAnswer(shown);
  const { variant, alternate } = telling;
  const isIdle = session.status.kind === 'idle';
  const targetMs = isIdle ? targetOf(story, basis.settings, variantTitle(story, variant)) : session.targetMs;
  const plan = planOf(story, telling, targetMs, basis);
  const begins = isIdle && alternate !== shown.alternate;
  const carried = carry(shown.plan, plan, session, begins ? () => 0 : carrySection, nowMs);
  // Another version ends with the same questions.
  const reached = alternate === shown.alternate ? shown.reached : null;
  return { ...shown, reached, followUp: null, variant, alternate, plan, session: carried };
}

/**
 * The same with another target, in the middle of an answer too: the cursor stays on its row, and what was added to the
 * old target or taken from it is gone with it.
 */
export function withTarget(shown: ShownStory, targetMs: number, basis: PlanBasis, nowMs: number): ShownStory {
  const plan = planOf(shown.story, shown, targetMs, basis);
  const session = carry(shown.plan, plan, shown.session, carryCursor, nowMs);
  return { ...shown, plan, session: session.addedMs === 0 ? session : { ...session, addedMs: 0 } };
}

/** Finds the neighbouring row or section on a plan, as in cursor.ts. */
export type CursorStep = (plan: Plan, atMs: number, step: 1 | -1) => number | null;

/** A place on the plan, or after its end a follow-up. */
export interface PromptPlace {
  cursorMs: number;
  reached: number | null;
}

/** Where a step leads: after the last row to the follow-ups, one by one. Null at either end. */
export function placeAfter(shown: ShownStory, find: CursorStep, step: 1 | -1, nowMs: number): PromptPlace | null {
  const { plan, session, reached } = shown;
  const atMs = cursorMs(session, nowMs);
  const lastRow = plan.rows.at(-1);
  if (reached === null) {
    const toMs = find(plan, atMs, step);
    if (toMs !== null) return { cursorMs: toMs, reached: null };
    const isAsked = step === 1 && lastRow !== undefined && followUpsOf(shown).length > 0;
    return isAsked ? { cursorMs: plan.targetMs, reached: 0 } : null;
  }
  const next = reached + step;
  if (next < 0) return { cursorMs: lastRow?.startMs ?? 0, reached: null };
  return next < followUpsOf(shown).length ? { cursorMs: atMs, reached: next } : null;
}

/** The same at a place that `placeAfter` gave. */
export function movedTo(shown: ShownStory, { cursorMs: toMs, reached }: PromptPlace, nowMs: number): ShownStory {
  const session = reduceSession(shown.session, { type: 'moveCursor', cursorMs: toMs }, nowMs);
  return { ...shown, session, reached, followUp: null };
}

/**
 * The same with its story as it is now, after a save or a settings change. The cursor stays on its row and the
 * countdown goes on; only one that hasn’t started takes a new target.
 */
export function refreshShown(shown: ShownStory, story: Story, basis: PlanBasis, nowMs: number): ShownStory {
  const { settings } = basis;
  const telling = { variant: variantAfter(shown, story), alternate: alternateAfter(shown, story) };
  const idle = shown.session.status.kind === 'idle';
  const targetMs = idle ? targetOf(story, settings, variantTitle(story, telling.variant)) : shown.session.targetMs;
  const plan = planOf(story, telling, targetMs, basis);
  const session = carry(shown.plan, plan, applyModeAndSpeed(shown.session, settings, nowMs), carryCursor, nowMs);
  const after = { story, alternate: telling.alternate };
  const reached = followUpAfter(shown, shown.reached, after);
  const followUp = followUpAfter(shown, shown.followUp, after);
  const isAnswered = followUp !== null && followUpsOf(after)[followUp]?.answer !== '';
  return { story, ...telling, reached, followUp: isAnswered ? followUp : null, plan, session };
}

/** Whether a reloaded story still has what is shown: itself, or the variant. */
export function stillThere(shown: ShownStory, story: Story): boolean {
  return shown.variant === null || variantAfter(shown, story) !== null;
}

/** The variant after the shown one; after the last one, the story itself. */
export function variantAfterShown({ story, variant }: Pick<ShownStory, 'story' | 'variant'>): number | null {
  const next = (variant ?? -1) + 1;
  return next < story.variants.length ? next : null;
}

/** The plan of one telling of a story. */
export function planOf(story: Story, telling: Telling, targetMs: number, { settings, paced }: PlanBasis): Plan {
  const { variant, alternate } = telling;
  const { wordsPerMinute, planBy: by } = settings;
  const outline = outlineOf(story, variant, alternate);
  const answer = answerOf(story, variant, alternate);
  return paced(makePlan(outline, answer, { targetMs, wordsPerMinute, by }), story, telling);
}

/** The title of a variant; null for the story itself. */
export function variantTitle(story: Story, variant: number | null): string | null {
  return variant === null ? null : (story.variants[variant]?.title ?? null);
}

function variantAfter({ story: before, variant }: ShownStory, story: Story): number | null {
  const titles = (of: Story) => of.variants.map(({ title }) => title);
  return indexAfter(variant, titles(before), titles(story));
}

function alternateAfter({ story: before, alternate }: ShownStory, story: Story): number | null {
  const questions = (of: Story) => of.alternates.map(({ question }) => question);
  return indexAfter(alternate, questions(before), questions(story));
}

/** Where a follow-up is in the story as it is now; null if it is gone. */
function followUpAfter(
  shown: ShownStory,
  index: number | null,
  after: Pick<ShownStory, 'story' | 'alternate'>,
): number | null {
  const questions = (followUps: readonly FollowUp[]) => followUps.map(({ question }) => question);
  return indexAfter(index, questions(followUpsOf(shown)), questions(followUpsOf(after)));
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

/** The session with its cursor carried to the new plan, and with that plan’s target. */
function carry(oldPlan: Plan, newPlan: Plan, session: Session, carried: typeof carryCursor, nowMs: number): Session {
  if (JSON.stringify(oldPlan) === JSON.stringify(newPlan)) return session;
  const atMs = cursorMs(session, nowMs);
  // Somebody who waits at the start wants to begin with the first row, even if it is new.
  const toMs = isAtStart(session) ? 0 : carried(oldPlan, newPlan, atMs);
  const onTarget = { ...session, targetMs: newPlan.targetMs };
  return reduceSession(onTarget, { type: 'moveCursor', cursorMs: toMs }, nowMs);
}
