import { describe, expect, test } from 'vitest';
import { resampler } from '../../../src/core/voice/resampler.ts';

const tone = (hz: number, rate: number, ms = 500) =>
  Float32Array.from({ length: Math.round((rate * ms) / 1000) }, (_, index) =>
    Math.sin((2 * Math.PI * hz * index) / rate),
  );
const rms = (sound: Float32Array) => Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
/** Without the beginning, where the filter has only half of what it needs. */
const settled = (sound: Float32Array) => sound.slice(1000);

describe.each([
  [8000, 48_000],
  [16_000, 48_000],
  [22_050, 48_000],
  [44_100, 48_000],
  [96_000, 48_000],
  [48_000, 16_000],
])('from %i to %i Hz', (from, to) => {
  test('a tone stays as it is, where it is', () => {
    const result = resampler(from, to)(tone(440, from));
    const expected = tone(440, to);
    expect(result.length).toBeGreaterThan(expected.length - (40 * to) / Math.min(from, to));
    expect(result.length).toBeLessThanOrEqual(expected.length);
    const off = result.map((sample, index) => sample - (expected[index] ?? 0));
    expect(rms(settled(off))).toBeLessThan(0.01);
  });

  test('the sound is the same in blocks of any length', () => {
    const sound = tone(700, from, 200);
    const whole = resampler(from, to)(sound);
    const piecewise = resampler(from, to);
    const pieces: number[] = [];
    for (let at = 0, length = 1; at < sound.length; at += length, length = (length * 7) % 331 || 1) {
      pieces.push(...piecewise(sound.slice(at, at + length)));
    }
    expect(pieces).toEqual([...whole]);
  });
});

test('what is above the new band doesn’t fold back into it', () => {
  const result = resampler(48_000, 16_000)(tone(9500, 48_000));
  expect(rms(settled(result))).toBeLessThan(0.02);
});

test('the same rate needs nothing', () => {
  const sound = tone(440, 48_000);
  expect(resampler(48_000, 48_000)(sound)).toBe(sound);
});
