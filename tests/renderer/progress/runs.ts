import type { PracticedStory, SeriesRun } from '../../../src/core/rehearsal/statistics.ts';
import type { DueStory } from '../../../src/core/rehearsal/due.ts';

/** A finished run of two minutes' target on a day; `more` replaces what a test is about. */
export function seriesRun(day: string, more: Partial<SeriesRun> = {}): SeriesRun {
  return {
    at: `${day}T18:30:00.000+01:00`,
    day,
    totalMs: 129_000,
    targetMs: 120_000,
    finished: true,
    rating: 'good',
    heard: null,
    sections: [
      { kind: 'situation', label: 'S', plannedMs: 24_000, spokenMs: 26_000 },
      { kind: 'action', label: 'What I did', plannedMs: 70_000, spokenMs: 77_000 },
      { kind: 'action', label: 'A', plannedMs: 26_000, spokenMs: 26_000 },
    ],
    ...more,
  };
}

/** A story with these runs, of which the last is the best unless told. */
export function practiced(storyId: string, runs: readonly SeriesRun[], best?: SeriesRun): PracticedStory {
  const last = runs.at(-1) ?? null;
  return { storyId, runs: runs.length, last, best: best ?? last };
}

export function due(storyId: string, inDays: number, more: Partial<DueStory> = {}): DueStory {
  return {
    storyId,
    dueDay: '2026-11-22',
    inDays,
    why: 'rested',
    recall: 0.71,
    interviewInDays: null,
    isReady: false,
    ...more,
  };
}
