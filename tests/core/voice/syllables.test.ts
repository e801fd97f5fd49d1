import { expect, test } from 'vitest';
import { soundRate } from '../../../src/core/voice/sound.ts';
import { syllableFinder } from '../../../src/core/voice/syllables.ts';
import { joinSounds, mixSounds, noise, silence, syllableMs, syllables } from '../../synthetic-voice.ts';
import { framesOf } from './frames.ts';

function syllablesIn(sound: Float32Array, isSpeaking = true): number[] {
  const find = syllableFinder();
  return framesOf(sound).flatMap((frame) => find(frame, isSpeaking) ?? []);
}

test('each syllable is found once, in its middle', () => {
  const quiet = silence(500, soundRate);
  const sound = mixSounds(joinSounds(quiet, syllables(20, soundRate), quiet), noise(5000, 0.0005, soundRate));
  const found = syllablesIn(sound);
  expect(found).toHaveLength(20);
  found.forEach((atMs, index) => {
    const middleMs = 500 + (index + 0.5) * syllableMs;
    expect(Math.abs(atMs - middleMs), `syllable ${index + 1}`).toBeLessThanOrEqual(syllableMs / 4);
  });
});

test('a soft voice has as many, and noise takes few away', () => {
  expect(syllablesIn(syllables(30, soundRate, 0.02))).toHaveLength(30);
  const noisy = syllablesIn(mixSounds(syllables(30, soundRate), noise(6000, 0.02, soundRate)));
  expect(noisy.length).toBeGreaterThanOrEqual(27);
  expect(noisy.length).toBeLessThanOrEqual(30);
});

test('hiss, clicks and silence have none, nor has what isn’t speech', () => {
  const bursts = joinSounds(
    ...Array.from({ length: 10 }, () => joinSounds(noise(100, 0.1, soundRate), silence(100, soundRate))),
  );
  expect(syllablesIn(bursts)).toEqual([]);
  expect(syllablesIn(silence(2000, soundRate))).toEqual([]);
  expect(syllablesIn(syllables(10, soundRate), false)).toEqual([]);
});

test('an echo far below the voice isn’t a syllable', () => {
  const sound = joinSounds(syllables(5, soundRate), syllables(5, soundRate, 0.01), silence(500, soundRate));
  expect(syllablesIn(sound)).toHaveLength(5);
});
