import { describe, expect, test } from 'vitest';
import { speechGate, type SpeechTurn } from '../../../src/core/voice/gate.ts';
import { soundRate } from '../../../src/core/voice/sound.ts';
import { joinSounds, mixSounds, noise, silence, syllables } from '../../synthetic-voice.ts';
import { framesOf } from './frames.ts';

const room = (ms: number) => noise(ms, 0.0005, soundRate);
const quiet = (ms: number) => silence(ms, soundRate);
const speech = (count: number, peak?: number) => syllables(count, soundRate, peak);

function turnsIn(sound: Float32Array, probability: (atMs: number) => number | null = () => null) {
  const gate = speechGate();
  const turns = framesOf(sound).flatMap((frame, index): SpeechTurn[] => {
    const turn = gate.hear(frame, probability(index * 10));
    return turn === null ? [] : [turn];
  });
  return { turns, isNoisy: gate.isNoisy() };
}

/** Start and end of each stretch of speech, as far as it ended. */
function stretchesIn(...given: Parameters<typeof turnsIn>): number[][] {
  const { turns } = turnsIn(...given);
  expect(turns.map(({ isSpeaking }) => isSpeaking)).toEqual(turns.map((_, index) => index % 2 === 0));
  return Array.from({ length: Math.ceil(turns.length / 2) }, (_, index) =>
    turns.slice(2 * index, 2 * index + 2).map(({ atMs }) => atMs),
  );
}

function expectNear(stretches: number[][], expected: number[][]): void {
  expect(stretches.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
  const off = stretches.flatMap((times, index) =>
    times.map((atMs, side) => Math.abs(atMs - (expected[index]?.[side] ?? 0))),
  );
  expect(Math.max(...off), JSON.stringify(stretches)).toBeLessThanOrEqual(40);
}

test('speech has the times at which it was made, though they are known later', () => {
  const sound = mixSounds(joinSounds(quiet(1000), speech(10), quiet(1500), speech(15), quiet(1000)), room(8500));
  expectNear(stretchesIn(sound), [
    [1000, 3000],
    [4500, 7500],
  ]);
});

test('a breath between two words isn’t an end, a longer silence is', () => {
  const said = (gapMs: number) =>
    mixSounds(joinSounds(quiet(800), speech(5), quiet(gapMs), speech(5), quiet(800)), room(6000));
  expect(stretchesIn(said(150))).toHaveLength(1);
  expect(stretchesIn(said(400))).toHaveLength(2);
});

test('a click is too short', () => {
  const click = noise(20, 0.3, soundRate);
  expect(turnsIn(mixSounds(joinSounds(quiet(1000), click, quiet(500), click, quiet(500)), room(3000))).turns).toEqual(
    [],
  );
});

describe('noise isn’t speech', () => {
  test.each([0, 0.0001, 0.003, 0.05, 0.3])('at a level of %f', (level) => {
    expect(turnsIn(noise(10_000, level, soundRate)).turns).toEqual([]);
  });

  test('after a fan starts, only for a few seconds', () => {
    const [stretch = []] = stretchesIn(joinSounds(noise(3000, 0.001, soundRate), noise(12_000, 0.01, soundRate)));
    expect(stretch[1]).toBeLessThan(9000);
  });

  test('after a microphone has started with digital silence', () => {
    expect(turnsIn(joinSounds(quiet(700), noise(5000, 0.005, soundRate))).turns).toEqual([]);
  });
});

test('somebody who speaks softly is heard', () => {
  expectNear(stretchesIn(mixSounds(joinSounds(quiet(1000), speech(10, 0.02), quiet(1000)), room(4000))), [
    [1000, 3000],
  ]);
});

test('somebody who goes on and on is heard throughout', () => {
  const sentence = () => joinSounds(speech(20), quiet(200));
  const breathing = joinSounds(quiet(1000), ...Array.from({ length: 6 }, sentence), quiet(1000));
  expectNear(stretchesIn(mixSounds(breathing, room(28_000))), [[1000, 26_000]]);
  // Without a breath, the level alone would take it for noise after a while.
  const breathless = mixSounds(joinSounds(quiet(1000), speech(150), quiet(1000)), room(32_000));
  const isSaid = (atMs: number) => (atMs >= 1000 && atMs < 31_000 ? 0.9 : 0.1);
  expectNear(stretchesIn(breathless, isSaid), [[1000, 31_000]]);
  expect(turnsIn(breathless, isSaid).isNoisy).toBe(false);
});

describe('with a second opinion', () => {
  const sound = mixSounds(joinSounds(quiet(1000), speech(10), quiet(1000)), room(4000));

  test('both have to agree where it is quiet: keys are loud too', () => {
    expect(stretchesIn(sound, () => 0.9)).toHaveLength(1);
    expect(turnsIn(sound, () => 0.1).turns).toEqual([]);
    expect(turnsIn(room(4000), () => 0.9).turns).toEqual([]);
  });

  test('in noise it decides', () => {
    const hidden = mixSounds(
      joinSounds(quiet(1000), speech(15, 0.15), quiet(1000), speech(10, 0.02), quiet(1000)),
      noise(8000, 0.02, soundRate),
    );
    const isSaid = (atMs: number) => ((atMs >= 1000 && atMs < 4000) || (atMs >= 5000 && atMs < 7000) ? 0.9 : 0.1);
    const { turns, isNoisy } = turnsIn(hidden, isSaid);
    expect(isNoisy).toBe(true);
    expect(turns.slice(-2).map(({ atMs }) => atMs)).toEqual([5000, 7000]);
    expect(turnsIn(sound, () => 0.9).isNoisy).toBe(false);
  });
});
