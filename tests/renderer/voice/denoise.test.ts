import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createEar } from '../../../src/core/voice/ear.ts';
import { createDenoiser } from '../../../src/renderer/voice/denoise.ts';
import { joinSounds, mixSounds, noise, silence, syllables, typing } from '../../synthetic-voice.ts';

const bytes = await readFile(new URL(import.meta.resolve('@jitsi/rnnoise-wasm/dist/rnnoise.wasm')));
const module = new WebAssembly.Module(bytes);
const frameSamples = 480;

/** The sound after the denoiser, and what it thought of each frame. */
function denoised(sound: Float32Array): { sound: Float32Array; probabilities: number[] } {
  const denoise = createDenoiser(module);
  const result = sound.slice();
  const probabilities: number[] = [];
  for (let at = 0; at + frameSamples <= result.length; at += frameSamples) {
    probabilities.push(denoise(result.subarray(at, at + frameSamples)));
  }
  return { sound: result, probabilities };
}
const rms = (sound: Float32Array) => Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
const share = (list: number[], isIt: (value: number) => boolean) => list.filter(isIt).length / list.length;

test('it takes noise away and leaves a voice, one frame late', () => {
  const hiss = noise(2000, 0.05);
  expect(rms(denoised(hiss).sound.slice(48_000))).toBeLessThan(0.05 / 5);
  const voice = syllables(15);
  const { sound } = denoised(voice);
  const likeness = (lag: number) =>
    voice.slice(48_000, 58_000).reduce((sum, sample, at) => sum + sample * (sound[48_000 + at + lag] ?? 0), 0);
  const best = [0, 240, 470, 480, 490, 720, 960].toSorted((one, other) => likeness(other) - likeness(one))[0];
  expect(best).toBe(frameSamples);
  expect(rms(sound.slice(48_000)) / rms(voice.slice(48_000))).toBeGreaterThan(0.8);
});

test('it tells a voice from hiss and keys', () => {
  const { probabilities: voice } = denoised(mixSounds(syllables(20), noise(4000, 0.01)));
  expect(share(voice.slice(20), (probability) => probability > 0.5)).toBeGreaterThan(0.9);
  for (const other of [noise(4000, 0.05), typing(4000)]) {
    expect(share(denoised(other).probabilities.slice(20), (probability) => probability > 0.5)).toBeLessThan(0.2);
  }
});

test('with it, an ear finds speech and pauses in loud noise', () => {
  const hear = createEar(48_000, createDenoiser(module));
  const said = joinSounds(syllables(15), silence(1000), syllables(10), silence(1500));
  const sound = mixSounds(said, noise(7500, 0.04));
  const turns = Array.from({ length: Math.floor(sound.length / 128) }, (_, index) =>
    hear(sound.slice(index * 128, (index + 1) * 128)),
  ).flatMap((pieces) => pieces.flatMap((piece) => piece.turns));
  const off = turns.map(({ atMs }, index) => Math.abs(atMs - ([0, 3000, 4000, 6000][index] ?? 0)));
  expect(turns).toHaveLength(4);
  expect(Math.max(...off), JSON.stringify(turns)).toBeLessThanOrEqual(120);
});
