import { describe, expect, test } from 'vitest';
import { createEar, type Denoiser, type HeardSound } from '../../../src/core/voice/ear.ts';
import { joinSounds, mixSounds, noise, silence, syllables } from '../../synthetic-voice.ts';

function heardOf(sound: Float32Array, rate: number, denoise: Denoiser | null = null): HeardSound[] {
  const hear = createEar(rate, denoise);
  return Array.from({ length: Math.floor(sound.length / 128) }, (_, index) =>
    hear(sound.slice(index * 128, (index + 1) * 128)),
  ).flat();
}

describe.each([8000, 16_000, 44_100, 48_000, 96_000])('a device of %i Hz', (rate) => {
  const said = joinSounds(silence(1000, rate), syllables(10, rate), silence(1000, rate));
  const heard = heardOf(mixSounds(said, noise(4000, 0.0005, rate)), rate);

  test('is heard: who speaks when, and every syllable', () => {
    const turns = heard.flatMap(({ turns }) => turns);
    expect(turns.map(({ isSpeaking }) => isSpeaking)).toEqual([true, false]);
    expect(Math.abs((turns[0]?.atMs ?? 0) - 1000)).toBeLessThanOrEqual(40);
    expect(Math.abs((turns[1]?.atMs ?? 0) - 3000)).toBeLessThanOrEqual(40);
    expect(heard.flatMap(({ syllablesMs }) => syllablesMs)).toHaveLength(10);
  });

  test('gives sound of 16 kHz without a gap, in pieces of 50 ms', () => {
    expect(heard.map(({ endMs }) => endMs)).toEqual(heard.map((_, index) => (index + 1) * 50));
    let nextMs = heard[0]?.samplesMs ?? 0;
    for (const { samples, samplesMs, endMs } of heard) {
      expect(samplesMs).toBe(nextMs);
      nextMs += samples.length / 16;
      expect(endMs - nextMs).toBeGreaterThanOrEqual(0);
      expect(endMs - nextMs).toBeLessThanOrEqual(30);
    }
    expect(Math.max(...heard.map(({ peak }) => peak))).toBeCloseTo(0.3, 1);
  });
});

test('the passed sound has its right time', () => {
  const click = silence(500);
  click[24_000 * 0.5] = 1;
  const heard = heardOf(click, 48_000);
  const piece = heard.find(({ samples }) => samples.some((sample) => sample > 0.1));
  const at = piece?.samples.findIndex((sample) => sample > 0.1) ?? 0;
  expect((piece?.samplesMs ?? 0) + at / 16).toBeCloseTo(250, 0);
});

test('a denoiser hears everything, but its sound is passed on only where it is noisy', () => {
  let frames = 0;
  const silencer: Denoiser = (frame) => {
    frames += 1;
    frame.fill(0);
    return 1;
  };
  const loudness = (heard: HeardSound[]) =>
    Math.max(
      ...heard
        .slice(-20)
        .flatMap(({ samples }) => samples.map(Math.abs).reduce((most, each) => Math.max(most, each), 0)),
    );
  const clean = mixSounds(joinSounds(silence(1000), syllables(20)), noise(5000, 0.0005));
  expect(loudness(heardOf(clean, 48_000, silencer))).toBeGreaterThan(0.2);
  expect(frames).toBe(500);
  const noisy = mixSounds(joinSounds(silence(1000), syllables(20)), noise(5000, 0.08));
  // What stays is the share that isn’t denoised.
  expect(loudness(heardOf(noisy, 48_000, silencer))).toBeLessThan(0.15);
  expect(loudness(heardOf(noisy, 48_000))).toBeGreaterThan(0.2);
});
