import { expect, test } from 'vitest';
import { offWords, runWords, sectionWords, seriesWords } from '../../../src/renderer/progress/run-words.ts';
import { seriesRun } from './runs.ts';

test('how far off, by the seconds that are shown', () => {
  expect(offWords(129_400, 120_000)).toBe('+0:09');
  expect(offWords(108_000, 120_000)).toBe('−0:12');
  expect(offWords(120_400, 119_600)).toBe('0:00');
});

test('a run in a line', () => {
  expect(runWords(seriesRun('2026-11-22'))).toBe('Sun 22 Nov: 2:09 of 2:00, +0:09, rated good');
  expect(runWords(seriesRun('2026-11-22', { finished: false, rating: null, totalMs: 31_000 }))).toBe(
    'Sun 22 Nov: 0:31 of 2:00, not finished, not rated',
  );
});

test('all runs in a sentence', () => {
  const last = seriesRun('2026-11-22');
  expect(seriesWords([seriesRun('2026-11-20'), last], last)).toBe('2 runs, last 2:09 of 2:00, best 2:09');
  expect(seriesWords([last], null)).toContain('none finished yet');
  expect(seriesWords([], null)).toBe('No runs yet');
});

test('a section’s times; what isn’t known is a dash', () => {
  const section = { kind: 'action', label: 'A', plannedMs: 70_000 } as const;
  expect(sectionWords({ ...section, spokenMs: 77_000 })).toBe('1:17 / 1:10');
  expect(sectionWords({ ...section, spokenMs: null })).toBe('– / 1:10');
  expect(sectionWords(null)).toBe('–');
});
