import { sum } from '../prompter/apportion.ts';
import type { Story } from '../stories/model.ts';
import { fingerprintOf, textOf } from './fingerprint.ts';
import type { Ask } from './questions.ts';
import { recordVersion, type RunRecord } from './record.ts';
import type { RehearsalRun } from './run.ts';
import { hasSpoken, sectionTimes, shortestRunMs, spokenSoFarMs } from './run-times.ts';
import { suggestRating } from './suggest-rating.ts';

/** What a run was about, as it was at the time. */
export interface RunContext {
  story: Story;
  /** Index among the story's variants; null for the story itself. */
  variant: number | null;
  ask: Ask;
  /** The end of the run by the wall clock, ISO 8601 with offset. */
  at: string;
}

/**
 * The line to be logged for a run that ended; null for one that was left before a word was spoken, or could be. A run
 * that still goes on is recorded as left now. Holds what the program suggests as rating, beside the person's own.
 */
export function recordOf(run: RehearsalRun, { story, variant, ask, at }: RunContext, nowMs: number): RunRecord | null {
  if (!hasSpoken(run) || spokenSoFarMs(run, nowMs) < shortestRunMs) return null;
  const text = textOf(story, variant);
  const { whole, parts } = fingerprintOf(text);
  const items = text.outline.flatMap((section) => section.items);
  const record: RunRecord = {
    v: recordVersion,
    type: 'run',
    at,
    story: story.id,
    fingerprint: whole,
    parts,
    group: story.group,
    title: story.title,
    variant: variant === null ? null : (story.variants[variant]?.title ?? null),
    question: ask.question,
    questionKind: ask.kind,
    followUp: ask.followUp,
    level: run.startLevel,
    levelChanges: run.levelChanges,
    words: sum(text.answer.map((section) => section.words)),
    items: items.length,
    targetMs: run.targetMs,
    totalMs: spokenSoFarMs(run, nowMs),
    finished: run.finished,
    sections: sectionTimes(run, nowMs).map(({ kind, label, plannedMs, spokenMs }) => ({
      kind,
      label,
      plannedMs,
      spokenMs,
    })),
    peeks: run.peeks,
    missed: items.filter((item) => run.missed.includes(item.id)).map(({ id, text: said }) => ({ id, text: said })),
    rating: run.rating,
    suggested: null,
  };
  return { ...record, suggested: suggestRating(record).rating };
}
