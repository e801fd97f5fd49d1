import type { FadeLevel } from '../../core/rehearsal/fade.ts';
import { type Ask, mockSheet } from '../../core/rehearsal/questions.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import type { AskPlace, RehearsalState, RunResult } from '../../core/rehearsal/state.ts';
import type { RunAction } from '../../core/rehearsal/reduce-run.ts';
import type { Story } from '../../core/stories/model.ts';
import { actOnAsked, recordNow, type AskedRun, type Now, promptOf, questionPrompt } from './question-run.ts';
import { findSuccessor } from '../base/story-successor.ts';
import { storySeries } from '../../core/rehearsal/statistics.ts';
import { daysByRating } from '../../core/rehearsal/schedule.ts';
import { suggestRating } from '../../core/rehearsal/rating.ts';
import type { Practice } from '../practice/statistics.ts';
import type { SessionState } from '../../core/prompter/prompt.ts';
import { newSession, reduceSession } from '../../core/prompter/session.ts';

/** A rehearsal or a mock interview: its questions one by one, each asked, answered and looked at. A value. */
export interface Flow {
  kind: RehearsalState['kind'];
  asks: readonly Ask[];
  at: number;
  step: RehearsalState['step'];
  /** The present question; at the end the last one. */
  asked: AskedRun;
  followUpAtMs: number | null;
  /** What was logged, by the place of its question; null for one that wasn't answered. */
  runs: readonly (RunRecord | null)[];
  options: FlowOptions;
  /** The stories as they were when the questions were drawn. */
  knownStories: readonly Story[];
}

/** What stays the same from question to question. */
export type Round = Pick<Flow, 'kind' | 'asks' | 'runs' | 'options' | 'knownStories'>;

export interface FlowOptions {
  thinkMs: number;
  level: FadeLevel;
  /** Null: each story's own, else the person's. */
  targetMs: number | null;
}

/** After an action, or (null) as it stands by itself. */
export function actOnFlow(flow: Flow, action: RunAction | null, now: Now): Flow {
  if (flow.step === 'sheet') return flow;
  const asked = actOnAsked(flow.asked, action, now);
  if (asked === flow.asked) return flow;
  const wasOver = flow.asked.run.phase === 'ended';
  const isOver = asked.run.phase === 'ended';
  if (wasOver === isOver) return { ...flow, asked };
  if (!isOver) return { ...flow, asked, step: 'answer', followUpAtMs: null };
  const isFollowed = asked.run.finished && asked.ask.followUp !== null;
  return isFollowed
    ? { ...flow, asked, step: 'followUp', followUpAtMs: now.nowMs }
    : { ...flow, asked, step: 'result', followUpAtMs: null };
}

/** Whether it is where somebody thinks that it is. */
export function isAt({ at, step }: Flow, place: AskPlace): boolean {
  return at === place.at && step === place.step;
}

/** Whether the present question was left before a word was said: there is nothing to look at then. */
export function isLeftUnsaid({ step, asked }: Flow, now: Now): boolean {
  return step === 'result' && recordNow(asked, now) === null;
}

/** The flow with what was logged of its present question. */
export function withRecord(flow: Flow, record: RunRecord | null): Flow {
  return record === null ? flow : { ...flow, runs: flow.runs.with(flow.at, record) };
}

/** A question that can be asked now. */
export interface Askable {
  at: number;
  ask: Ask;
  story: Story;
}

/**
 * The first question from a place on whose story is still there, also under another heading; null where there is
 * none. `missing` are the questions that were passed over.
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
    if (story !== null) return { found: { at: from + index, ask: { ...ask, storyId: story.id }, story }, missing };
    missing.push(ask);
  }
  return { found: null, missing };
}

/** A story as it is now, by its id or, under another heading, by its text as it was `known`; null where it is gone. */
export function storyNow(
  id: string,
  known: Story | undefined,
  before: readonly Story[],
  after: readonly Story[],
): Story | null {
  const same = after.find((story) => story.id === id);
  if (same !== undefined) return same;
  return known === undefined ? null : findSuccessor(known, before, after);
}

/** More points than these make a curve that nobody can read on a sheet. */
const mostEarlier = 30;

export interface StateParts {
  practice: Practice;
  stories: readonly Story[];
}

/** A rehearsal as it crosses to the views. */
export function rehearsalState(flow: Flow, parts: StateParts, now: Now): RehearsalState {
  const { kind, asks, at, step, asked, followUpAtMs, runs } = flow;
  return {
    kind,
    asks: [...asks],
    at,
    step,
    prompt: promptOf(asked),
    answer: asked.story.answer,
    plan: asked.plan,
    run: asked.run,
    followUpAtMs,
    result: step === 'result' ? resultOf(asked, parts, now) : null,
    sheet: step === 'sheet' ? mockSheet(asks, runs, parts.stories) : null,
    sentAtMs: now.nowMs,
  };
}

function resultOf(asked: AskedRun, { practice, stories }: StateParts, now: Now): RunResult | null {
  const record = recordNow(asked, now);
  if (record === null) return null;
  const before = practice.runsOf(record.story);
  const ids = stories.map(({ id }) => id);
  return {
    record,
    reasons: suggestRating(record).reasons,
    // Under its present heading, should that have been changed in mid-run.
    daysByRating: daysByRating(practice.history().homeOf(record.story) ?? record.story, ids, before, practice.days()),
    earlier: storySeries(before).runs.slice(-mostEarlier),
  };
}

/** That these questions can't be asked any more; null where there are none. */
export function missingSentence(missing: readonly Ask[]): string | null {
  const [first] = missing;
  if (first === undefined) return null;
  const others = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
  return `The story for “${first.question}”${others} is no longer in your files, so it was left out.`;
}

/** That a rehearsal ended with questions left that nobody has seen; null where it was the last one. */
export function endedEarlySentence({ at, asks }: Pick<Flow, 'at' | 'asks'>): string | null {
  const asked = at + 1;
  return asked === asks.length ? null : `The rehearsal is over: ${asked} of ${asks.length} questions were asked.`;
}

/** A follow-up has no target. A clock wants one all the same: as long as none is spoken. */
const noTargetMs = 3_600_000;

/** The prompter while a follow-up is asked: the question alone, and the time since; null at any other step. */
export function followUpState(flow: Flow, nowMs: number): SessionState | null {
  const { step, asked, followUpAtMs, at, asks } = flow;
  if (step !== 'followUp' || followUpAtMs === null) return null;
  const session = reduceSession(newSession(noTargetMs, 'step', 1), { type: 'play' }, followUpAtMs);
  return {
    prompt: questionPrompt('Follow-up', asked.ask.followUp),
    plan: { targetMs: noTargetMs, estimateMs: null, sections: [], rows: [] },
    session,
    rehearsing: { phase: 'followUp', at, of: asks.length },
    sentAtMs: nowMs,
  };
}
