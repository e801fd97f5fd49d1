import type { RehearsalState } from '../../../src/core/rehearsal/state.ts';
import { plan, runOf, startMs, type Step } from '../../core/rehearsal/runs.ts';
import { answerOf, outlineOf } from '../../core/rehearsal/stories.ts';

export { startMs };

/** A rehearsal of three questions at its second, on the plan of core's tests, after some steps. */
export function rehearsalAfter(steps: Step[], thinkMs = 0, more: Partial<RehearsalState> = {}): RehearsalState {
  const { run, nowMs } = runOf(steps, thinkMs);
  return {
    kind: 'rehearsal',
    asks: (['question', 'alternate', 'title'] as const).map((kind, index) => ({
      storyId: `story-${index}`,
      kind,
      question: `Question ${index}?`,
      group: 'Ownership',
      followUp: index === 1 ? 'And then?' : null,
    })),
    at: 1,
    step: 'answer',
    prompt: {
      storyId: 'story-1',
      variant: null,
      variantTitle: null,
      group: 'Ownership',
      title: 'The labels',
      question: 'Question 1?',
      alternate: null,
      notes: [],
      derived: false,
      sections: [
        outlineOf('situation', 'Warehouse moves'),
        outlineOf('task'),
        outlineOf('action', 'Printed two sets', 'Walked the aisles'),
        outlineOf('result', 'Moved in 3 days'),
      ],
    },
    answer: [
      answerOf('situation', 'Our warehouse moved.'),
      answerOf('action', 'I printed two sets.'),
      answerOf('action', 'And walked.'),
      answerOf('reflection', 'Ask first.'),
      answerOf('result', 'It took 3 days.'),
    ],
    plan,
    run,
    followUpAtMs: null,
    result: null,
    sheet: null,
    sentAtMs: nowMs,
    ...more,
  };
}
