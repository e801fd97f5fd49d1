import { mockSheet } from '../../core/rehearsal/mock-sheet.ts';
import { storySeries } from '../../core/rehearsal/progress.ts';
import { daysByRating } from '../../core/rehearsal/schedule.ts';
import type { RehearsalState, RunResult } from '../../core/rehearsal/state.ts';
import { suggestRating } from '../../core/rehearsal/suggest-rating.ts';
import type { Story } from '../../core/stories/model.ts';
import { promptOf, recordNow, type AskedRun, type Now } from './question-run.ts';
import type { Practice } from '../practice/statistics.ts';
import type { Flow } from './rehearsal-flow.ts';

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
