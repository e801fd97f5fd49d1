import { expect, test } from 'vitest';
import { habitWords, secondsWords, spokenLine } from '../../../../src/renderer/ui/format/heard.ts';
import { seriesRun } from '../../progress/runs.ts';

const section = (speechMs: number, syllables: number, noticed = 0) => ({
  speechMs,
  syllables,
  pauses: [4, noticed, 0] as [number, number, number],
  longestPauseMs: 900,
});
/** A run of three sections, the last of which wasn’t marked. */
const heardRun = (syllables: number, noticed = 0) =>
  seriesRun('2026-11-22', { heard: [section(10_000, syllables / 2, noticed), section(10_000, syllables / 2), null] });

test('a figure has the usual one beside it, once there is one', () => {
  expect(habitWords({ now: 212, usual: 198 })).toBe('212, usually 198');
  expect(habitWords({ now: 212, usual: null })).toBe('212');
  expect(habitWords({ now: null, usual: 198 })).toBe('–');
  expect(habitWords(undefined)).toBe('–');
  expect(secondsWords(1249)).toBe('1.2 s');
});

test('a story’s line is about the last run that was heard', () => {
  expect(spokenLine([seriesRun('2026-11-22')])).toBeNull();
  expect(spokenLine([heardRun(80, 1), seriesRun('2026-11-23')])).toBe(
    'Last heard: 240 syllables a minute; 1 pause noticed',
  );
  const usual = [heardRun(60), heardRun(60), heardRun(60)];
  expect(spokenLine([...usual, heardRun(80, 2)])).toBe(
    'Last heard: 240 syllables a minute, usually 180; 2 pauses noticed, usually 0',
  );
});

test('too little speech has no pace, and a run whose sections nobody marked has no line', () => {
  expect(spokenLine([seriesRun('2026-11-22', { heard: [section(2000, 9), null, null] })])).toBe(
    'Last heard: 0 pauses noticed',
  );
  expect(spokenLine([seriesRun('2026-11-22', { heard: [null, null, null] })])).toBeNull();
});
