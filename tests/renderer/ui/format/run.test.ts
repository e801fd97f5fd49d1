import { expect, test } from 'vitest';
import { runWords, sectionWords, seriesWords } from '../../../../src/renderer/ui/format/run.ts';
import { seriesRun } from '../../progress/runs.ts';

test('a run in a line', () => {
  expect(runWords(seriesRun('2026-11-22'))).toBe('Sun 22 Nov: 2:09 of 2:00, 9 s over, rated good');
  expect(runWords(seriesRun('2026-11-22', { finished: false, rating: null, totalMs: 31_000 }))).toBe(
    'Sun 22 Nov: 0:31 of 2:00, stopped early, not rated',
  );
});

test('all runs in a sentence', () => {
  const last = seriesRun('2026-11-22');
  expect(seriesWords([seriesRun('2026-11-20'), last], last)).toBe('2 runs, last 2:09 of 2:00, closest to target 2:09');
  expect(seriesWords([last], null)).toContain('none finished yet');
  expect(seriesWords([], null)).toBe('No runs yet');
});

test('a section’s times; what isn’t known is a dash', () => {
  const section = { kind: 'action', label: 'A', plannedMs: 70_000 } as const;
  expect(sectionWords({ ...section, spokenMs: 77_000 })).toBe('1:17 / 1:10');
  expect(sectionWords({ ...section, spokenMs: null })).toBe('– / 1:10');
  expect(sectionWords(null)).toBe('–');
});
