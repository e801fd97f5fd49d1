import { expect, test } from 'vitest';
import { positionAfterKey } from '../../../src/renderer/voice/Waveform.tsx';

test.each([
  ['ArrowRight', 10_000, 15_000],
  ['ArrowLeft', 3000, 0],
  ['ArrowUp', 58_000, 60_000],
  ['PageUp', 10_000, 20_000],
  ['PageUp', 50_000, 60_000],
  ['PageDown', 30_000, 20_000],
  ['PageDown', 21_000, 5000],
  ['PageDown', 3000, 0],
  ['Home', 30_000, 0],
  ['End', 30_000, 60_000],
  ['Enter', 30_000, null],
  [' ', 30_000, null],
])('%s at %i ms leads to %s', (key, positionMs, to) => {
  const sections = [{ fromMs: 5000 }, { fromMs: 20_000 }, { fromMs: 45_000 }];
  expect(positionAfterKey(key, { positionMs, durationMs: 60_000, sections })).toBe(to);
});
