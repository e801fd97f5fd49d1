import type { FadeLevel } from '../../core/rehearsal/fade.ts';
import type { Ask } from '../../core/rehearsal/questions.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import type { AskPlace } from '../../core/rehearsal/run-calls.ts';
import type { RunAction } from '../../core/rehearsal/reduce-run.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { Story } from '../../core/stories/model.ts';
import { actOnAsked, recordNow, type AskedRun, type Now } from './question-run.ts';
import { findSuccessor } from '../base/story-successor.ts';

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
