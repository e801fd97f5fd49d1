import type { Session } from '../prompter/session.ts';
import {
  followUpAt,
  followUpSpokenMs,
  followUpTurnInMs,
  reduceFollowUp,
  startFollowUp,
  type FollowUpRun,
} from './follow-up.ts';
import type { Ask } from './questions.ts';
import { recordOf, type RunRecord } from './record.ts';
import { reduceRun, type RunAction } from './reduce-run.ts';
import { nextTurnInMs, runAt, type EndedRun, type OpenRun } from './run.ts';
import { undoEndWithinMs } from './undo-end.ts';
import { isWorthLogging, leftOutItems, spokenSoFarMs, unreachedItems } from './run-times.ts';
import type { AskPlace, RehearsalRound, RehearsalState } from './state.ts';
import { notGiven, type GivenAnswer } from './summary.ts';
import type { Story } from '../stories/model.ts';
import { storyNow } from '../stories/story-successor.ts';
import type { AskedQuestion, Now } from './question-run.ts';

/** A rehearsal or a mock interview: its questions one by one, each with its answer and result. A value. */
export interface Flow extends Round {
  at: number;
  /** The current question; at the end the last one. */
  asked: AskedQuestion;
  step: Step;
  /** The flow at the answer before, for somebody who left it by a slip; null without one. */
  back: Flow | null;
  /** The current answer as the log has it, because the person came back to it; null for a new one. */
  logged: RunRecord | null;
  /** The run of this question that was discarded before; null without one. */
  discarded: DiscardedRun | null;
}

/** A discarded run as it was, its clock paused. */
type DiscardedRun = Pick<Flow, 'asked' | 'step'>;

/** Where the current question is. `endedAt` is the wall clock’s date when the run ended, as the log has it. */
type Step =
  | { kind: 'answer'; run: OpenRun }
  | { kind: 'followUp'; run: EndedRun; endedAt: string; followUp: FollowUpRun }
  | { kind: 'result'; run: EndedRun; endedAt: string; followUpMs: number | null }
  | { kind: 'sheet' };

/** What stays the same from question to question. */
export interface Round extends RehearsalRound {
  kind: RehearsalState['kind'];
  /** The stories as they were when the questions were drawn. */
  knownStories: readonly Story[];
}

/** The flow after an action; without one (null) after the time that has passed. */
export function actOnFlow(flow: Flow, action: RunAction | null, { nowMs, date }: Now): Flow {
  const { step, asked } = flow;
  if (step.kind === 'sheet') return flow;
  if (step.kind === 'followUp' && action?.type !== 'undo' && action?.type !== 'heard') {
    const next = actOnFollowUp(step, action, nowMs);
    return next === step ? flow : { ...flow, step: next };
  }
  const run = action === null ? runAt(step.run, nowMs) : reduceRun(step.run, action, nowMs);
  if (run === step.run) return flow;
  if (run.phase !== 'ended') return { ...flow, step: { kind: 'answer', run } };
  if (step.kind !== 'answer') return { ...flow, step: { ...step, run: withMissed(flow, run) } };
  const end = { run: withMissed(flow, run), endedAt: date };
  const isFollowed = run.finished && asked.ask.followUp !== null;
  return isFollowed
    ? { ...flow, step: { kind: 'followUp', ...end, followUp: startFollowUp(nowMs) } }
    : { ...flow, step: { kind: 'result', ...end, followUpMs: null } };
}

/**
 * The run with what was left out, until the person says so. An interview shows no result on which they could, so there what
 * was heard counts as a guess that nobody checked.
 */
function withMissed({ kind, asked: { plan } }: Flow, run: EndedRun): EndedRun {
  if (run.corrected) return run;
  return { ...run, missed: kind === 'mock' ? unreachedItems(plan, run) : leftOutItems(plan, run) };
}

type FollowUpStep = Extract<Step, { kind: 'followUp' }>;

/** Answered, the follow-up leads to the result with its time; skipped (`end`), without. */
function actOnFollowUp(step: FollowUpStep, action: RunAction | null, nowMs: number): Step {
  const { run, endedAt, followUp } = step;
  const result = (followUpMs: number | null): Step => ({ kind: 'result', run, endedAt, followUpMs });
  if (action === null) return withFollowUp(step, followUpAt(followUp, nowMs));
  switch (action.type) {
    case 'end':
      return result(null);
    case 'nextSection':
    case 'finish':
      return result(followUpSpokenMs(followUp, nowMs));
    case 'finishInSilence':
      return result(followUpSpokenMs(followUp, nowMs - action.silentMs));
    default:
      return withFollowUp(step, reduceFollowUp(followUp, action, nowMs));
  }
}

function withFollowUp(step: FollowUpStep, followUp: FollowUpRun): FollowUpStep {
  return followUp === step.followUp ? step : { ...step, followUp };
}

/** Whether an answer of an interview is over: its result comes only at the end. */
export function isInterviewResult({ kind, step }: Flow): boolean {
  return kind === 'mock' && step.kind === 'result';
}

/** Whether the flow is where somebody thinks it is. */
export function isAt({ at, step }: Flow, place: AskPlace): boolean {
  return at === place.at && step.kind === place.step;
}

/**
 * The flow with its discarded run back in place of the present one; null without one, or once the present run has a mark
 * of its own, which is what undo takes back then.
 */
export function withDiscardedRun(flow: Flow, now: Now): Flow | null {
  const { step } = actOnFlow(flow, null, now);
  if (flow.discarded === null || step.kind !== 'answer' || step.run.marksMs.length > 0) return null;
  return { ...flow, ...flow.discarded, discarded: null };
}

/** Whether the current run ended before the person said anything, so that it has no result. */
export function isLeftUnsaid({ step }: Flow, { nowMs }: Now): boolean {
  return step.kind !== 'answer' && step.kind !== 'sheet' && !isWorthLogging(step.run, nowMs);
}

/** The current run as the log would have it now; null if the person said nothing. */
export function recordNow({ step, asked }: Flow, { nowMs, date }: Now): RunRecord | null {
  if (step.kind === 'sheet' || !isWorthLogging(step.run, nowMs)) return null;
  const { ask, story, telling } = asked;
  const at = step.kind === 'answer' ? date : step.endedAt;
  return recordOf(step.run, { story, variant: telling.variant, ask, followUpMs: followUpMsOf(step, nowMs), at }, nowMs);
}

/** The time of the follow-up, so far if it is still being answered. */
function followUpMsOf(step: Step, nowMs: number): number | null {
  if (step.kind === 'followUp') return followUpSpokenMs(step.followUp, nowMs);
  return step.kind === 'result' ? step.followUpMs : null;
}

/** The clock of the current step, as it was last set; null if nothing is being spoken. */
export function clockOf({ step }: Flow): Session | null {
  if (step.kind === 'answer') return step.run.clock;
  return step.kind === 'followUp' ? step.followUp.clock : null;
}

/** How often a follow-up is saved while it is answered. */
const followUpSavedEveryMs = 5000;

/** Until time alone changes the flow, or it must be saved, in milliseconds; null if neither. */
export function turnInMs({ step }: Flow, nowMs: number): number | null {
  if (step.kind === 'answer') return nextTurnInMs(step.run, nowMs);
  const inMs = step.kind === 'followUp' ? followUpTurnInMs(step.followUp, nowMs) : null;
  return inMs && Math.min(inMs, followUpSavedEveryMs);
}

/** The flow with something else that became of a question. */
export function withAnswer<Of extends Round>(flow: Of, at: number, given: Partial<GivenAnswer>): Of {
  return { ...flow, answers: flow.answers.with(at, { ...(flow.answers[at] ?? notGiven), ...given }) };
}

/**
 * The flow back at the answer before: at its result, to be rated another way; in an interview, which has none, in the
 * answer itself. Null where that is over: the next answer is well under way, or an end can’t be undone any more.
 */
export function flowBefore({ back, step, asks, answers }: Flow, now: Now): Flow | null {
  if (back === null || !isFresh(step, now)) return null;
  const isInterview = back.kind === 'mock';
  const before = actOnFlow(back, isInterview ? { type: 'undo' } : { type: 'rate', rating: null }, now);
  if (isInterview && before.step.kind !== 'answer') return null;
  return { ...before, asks, answers, back: null, logged: answers[before.at]?.run ?? null };
}

/** Whether the person said nothing yet that going back would lose. */
function isFresh(step: Step, { nowMs }: Now): boolean {
  if (step.kind !== 'answer') return step.kind === 'sheet';
  const run = runAt(step.run, nowMs);
  return run.marksMs.length === 0 && spokenSoFarMs(run, nowMs) < undoEndWithinMs;
}

/** A question that can be asked now. */
export interface Askable {
  at: number;
  ask: Ask;
  story: Story;
}

/**
 * The first question from an index on whose story still exists and has text, maybe under another heading; null without one.
 * `missing` are the questions that were skipped.
 */
export function nextAskable(
  { asks, knownStories }: Pick<Round, 'asks' | 'knownStories'>,
  from: number,
  stories: readonly Story[],
): { found: Askable | null; missing: Ask[] } {
  const missing: Ask[] = [];
  for (const [index, ask] of asks.slice(from).entries()) {
    const known = knownStories.find(({ id }) => id === ask.storyId);
    const story = storyNow(ask.storyId, known, knownStories, stories);
    if (story !== null && !story.planned)
      return { found: { at: from + index, ask: { ...ask, storyId: story.id }, story }, missing };
    missing.push(ask);
  }
  return { found: null, missing };
}

/** Says which questions can’t be asked any more; null if all can. */
export function missingSentence(missing: readonly Ask[]): string | null {
  const [first] = missing;
  if (first === undefined) return null;
  const others = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
  return `The story for “${first.question}”${others} isn’t in your files any more, so it was left out.`;
}

/** Says that questions were left when the rehearsal ended; null if it was at the last one. */
export function endedEarlySentence({ at, asks }: Pick<Flow, 'at' | 'asks'>): string | null {
  const asked = at + 1;
  return asked === asks.length ? null : `The rehearsal ended early: ${asked} of ${asks.length} questions were asked.`;
}
