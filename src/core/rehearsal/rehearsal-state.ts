import type { SessionSnapshot } from '../prompter/prompt.ts';
import { preparedAnswer } from './follow-up.ts';
import { suggestRating } from './rating.ts';
import { recordOf, type RunRecord } from './record.ts';
import { nextByRating, type Days } from './schedule.ts';
import type { RehearsalState, RunResult } from './state.ts';
import { storySeries } from './statistics.ts';
import { seriesSummary } from './summary.ts';
import type { Story } from '../stories/model.ts';
import { storyDirection } from '../stories/direction.ts';
import { answerOf, outlineOf } from '../stories/outline/told.ts';
import { writtenStories } from '../stories/written-stories.ts';
import type { DatedRun, History } from './history.ts';
import { prompterState, questionPrompt, type Now } from './question-run.ts';
import { flowBefore, withDiscardedRun, type Flow } from './rehearsal-flow.ts';

/** More points than these make a chart that nobody can read on a result sheet. */
const mostEarlier = 30;

/** What the log says about earlier runs. */
export interface PastRuns {
  /** The runs of the story that has, or once had, this id; oldest first. */
  runsOf: (storyId: string) => readonly DatedRun[];
  history: () => Pick<History, 'homeOf'>;
  days: () => Days;
}

export interface StateParts {
  /** Null where the log can’t be read. */
  practice: PastRuns | null;
  stories: readonly Story[];
}

/** A rehearsal as the views see it. */
export function rehearsalState(flow: Flow, parts: StateParts, now: Now): RehearsalState {
  const { nowMs } = now;
  // In an interview only a slip can be undone, and only for seconds.
  const canGoBack = flow.kind === 'rehearsal' && flowBefore(flow, now) !== null;
  const { kind, asks, at, step, asked, answers } = flow;
  const { ask, story, telling, plan } = asked;
  const { variant, alternate } = telling;
  const outline = outlineOf(story, variant, alternate);
  const place = { kind, at, of: asks.length, sentAtMs: nowMs };
  switch (step.kind) {
    case 'answer':
      return {
        ...place,
        step: 'answer',
        ask,
        // Nobody sees it before the end, and it’s long.
        run: { ...step.run, heard: null },
        outline,
        answer: answerOf(story, variant, alternate),
        direction: storyDirection(story, outline),
        plan,
        chosenId: answers[at]?.chosenId ?? null,
        canGoBack,
        canRestore: withDiscardedRun(flow, now) !== null,
      };
    case 'followUp':
      return {
        ...place,
        step: 'followUp',
        ask,
        run: step.run,
        followUp: step.followUp,
        prepared: preparedAnswer(story, ask),
      };
    case 'result': {
      const { followUpMs, endedAt } = step;
      const record = recordOf(step.run, { story, variant, ask, followUpMs, at: endedAt }, nowMs);
      return { ...place, step: 'result', ask, run: step.run, outline, result: resultOf(record, parts) };
    }
    case 'sheet':
      return { ...place, step: 'sheet', sheet: seriesSummary(kind, asks, answers, parts.stories), canGoBack };
  }
}

function resultOf(record: RunRecord, parts: StateParts): RunResult {
  const { practice } = parts;
  return {
    record,
    reasons: suggestRating(record).reasons,
    nextByRating: nextAfter(record, parts),
    earlier: practice === null ? [] : storySeries(practice.runsOf(record.story)).runs.slice(-mostEarlier),
  };
}

/** When the story of a run that isn’t logged yet would be due again after each rating; null without a log. */
export function nextAfter({ story }: RunRecord, { practice, stories }: StateParts): RunResult['nextByRating'] {
  if (practice === null) return null;
  const ids = writtenStories(stories).map(({ id }) => id);
  // By the id of its current heading, in case that changed during the run.
  return nextByRating(practice.history().homeOf(story) ?? story, ids, practice.runsOf(story), practice.days());
}

/**
 * What the prompter shows during a run, and during its follow-up, which is the question alone until the person peeks at
 * the prepared answer; null otherwise.
 */
export function flowOnPrompter({ kind, step, asked, at, asks, answers }: Flow, nowMs: number): SessionSnapshot | null {
  const of = asks.length;
  if (step.kind === 'answer') {
    const isNamed = kind === 'rehearsal' || answers[at]?.chosenId !== null;
    return prompterState(asked, step.run, { at, of, nowMs, isNamed });
  }
  if (step.kind !== 'followUp') return null;
  const question = asked.ask.followUp ?? '';
  const { clock, peeking } = step.followUp;
  const followUps = [{ question, answer: preparedAnswer(asked.story, asked.ask), line: asked.story.line }];
  return {
    prompt: { ...questionPrompt('Follow-up', question), followUps, followUp: peeking ? 0 : null },
    plan: { targetMs: clock.targetMs, estimateMs: null, sections: [], rows: [] },
    session: clock,
    rehearsing: { phase: 'followUp', at, of },
    sentAtMs: nowMs,
  };
}
