import { startFollowUp } from '../../../src/core/rehearsal/follow-up.ts';
import type { AnswerState, FollowUpState, ResultState } from '../../../src/core/rehearsal/state.ts';
import { recordOf } from '../../core/rehearsal/records.ts';
import { inPhase, plan, runOf, startMs, stillOpen, type Step } from '../../core/rehearsal/runs.ts';
import { answerOf, outlineOf } from '../../core/rehearsal/stories.ts';

export { startMs };

const place = {
  kind: 'rehearsal',
  at: 1,
  of: 3,
  ask: { storyId: 'story-1', kind: 'alternate', question: 'Question 1?', group: 'Ownership', followUp: 'And then?' },
} as const;

const outline = [
  outlineOf('situation', 'Warehouse moves'),
  outlineOf('task'),
  outlineOf('action', 'Printed two sets', 'Walked the aisles'),
  outlineOf('result', 'Moved in 3 days'),
];

/** A rehearsal at its second question of three, on the plan of core’s tests, after some steps. */
export function rehearsalAfter(steps: Step[], thinkMs = 0): AnswerState {
  const { run, nowMs } = runOf(steps, thinkMs);
  return {
    ...place,
    step: 'answer',
    outline,
    answer: [
      answerOf('situation', 'Our warehouse moved.'),
      answerOf('action', 'I printed two sets.'),
      answerOf('action', 'And walked.'),
      answerOf('reflection', 'Ask first.'),
      answerOf('result', 'It took 3 days.'),
    ],
    direction: 'ltr',
    plan,
    run: stillOpen(run),
    chosenId: null,
    canGoBack: false,
    canRestore: false,
    sentAtMs: nowMs,
  };
}

/** The same once the run has ended, at its follow-up. */
export function followUpAfter(steps: Step[]): FollowUpState {
  const { run, nowMs } = runOf(steps);
  const followUp = startFollowUp(nowMs);
  return { ...place, step: 'followUp', run: inPhase(run, 'ended'), followUp, prepared: '', sentAtMs: nowMs };
}

/** The same at its result. */
export function resultAfter(steps: Step[]): ResultState {
  const { run, nowMs } = runOf(steps);
  const next = (inDays: number) => ({ inDays, interviewInDays: null, isReady: inDays > 1 });
  const nextByRating = { again: next(0), hard: next(1), good: next(3), easy: next(8) };
  const result = { record: recordOf(), reasons: [], nextByRating, earlier: [] };
  return { ...place, step: 'result', run: inPhase(run, 'ended'), outline, result, sentAtMs: nowMs };
}
