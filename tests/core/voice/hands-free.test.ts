import { describe, expect, test } from 'vitest';
import {
  handsFreeAfter,
  isHandsFree,
  nothingHeard,
  type HandsFree,
  type HandsFreeInput,
  type HandsFreeStep,
} from '../../../src/core/voice/hands-free.ts';
import type { RehearsalState } from '../../../src/core/rehearsal/state.ts';
import { plan, runOf, startMs, type Step } from '../rehearsal/runs.ts';

/** The parts of a rehearsal at an answer that matter here. */
function answering(steps: Step[], thinkMs = 0): RehearsalState {
  const { run } = runOf(steps, thinkMs);
  return { step: 'answer', run, plan } as unknown as RehearsalState;
}

/** What is heard from one moment to another, every 50 ms; times from the start of the run. */
function sound(isSpeaking: boolean, fromMs: number, toMs: number): HandsFreeInput[] {
  const pieces = Math.round((toMs - fromMs) / 50);
  return Array.from({ length: pieces }, (_, piece) => ({
    type: 'sound',
    isSpeaking,
    atMs: startMs + fromMs + piece * 50,
  }));
}

/** What follows from all that is noticed, in order, with times from the start of the run. */
function follow(rehearsal: RehearsalState, inputs: HandsFreeInput[], from: HandsFree = nothingHeard) {
  let after = from;
  const steps: HandsFreeStep[] = [];
  const askedMs: number[] = [];
  for (const input of inputs) {
    const next = handsFreeAfter(after, input, rehearsal);
    if (next.after.askedAtMs !== null && after.askedAtMs === null)
      askedMs.push(Math.round((next.after.askedAtMs - startMs) / 100) * 100);
    if (next.step !== null) steps.push(next.step);
    after = next.after;
  }
  return { after, steps, askedMs };
}

describe('the first word', () => {
  const thinking = answering([], 20_000);

  test('starts the answer when it began, not when it was long enough to be one', () => {
    const { steps } = follow(thinking, [...sound(false, 0, 2000), ...sound(true, 2000, 3000)]);
    expect(steps[0]).toEqual({ type: 'begin', atMs: startMs + 2000 });
  });

  test('isn’t a cough', () => {
    expect(follow(thinking, [...sound(true, 2000, 2300), ...sound(false, 2300, 5000)]).steps).toEqual([]);
  });

  test('isn’t Offbook’s own voice, nor its echo', () => {
    const aloud: HandsFreeInput[] = sound(true, 0, 3000).flatMap((piece) => [
      { type: 'aloud', atMs: piece.atMs },
      piece,
    ]);
    expect(follow(thinking, [...aloud, ...sound(true, 3000, 3250), ...sound(false, 3250, 4000)]).steps).toEqual([]);
    // Somebody who answers at once, with the question still in the room.
    const [step] = follow(thinking, [...aloud, ...sound(true, 3000, 5000)]).steps;
    expect(step).toEqual({ type: 'begin', atMs: startMs + 3250 });
  });

  test('while speaking begins nothing', () => {
    expect(follow(answering([]), sound(true, 0, 3000)).steps).toEqual([]);
  });
});

describe('a long silence', () => {
  const spokenTo = (ms: number): HandsFreeInput[] => sound(true, ms - 2000, ms);

  test('asks after half of the target, and after as much again the answer is over', () => {
    const { steps, askedMs, after } = follow(answering([]), [...spokenTo(70_000), ...sound(false, 70_000, 84_000)]);
    expect(askedMs).toEqual([76_000]);
    expect(steps).toEqual([{ type: 'finish', silentMs: expect.closeTo(12_000, -2) }]);
    expect(after).toEqual(nothingHeard);
  });

  test('early in the answer asks nothing', () => {
    const { askedMs } = follow(answering([]), [...spokenTo(20_000), ...sound(false, 20_000, 50_000)]);
    expect(askedMs).toEqual([]);
  });

  test('in the last section asks at any time', () => {
    const last = answering([
      [5000, 'nextSection'],
      [5000, 'nextSection'],
    ]);
    const { askedMs } = follow(last, [...spokenTo(20_000), ...sound(false, 20_000, 27_000)]);
    expect(askedMs).toEqual([26_000]);
  });

  test('before the first word asks nothing', () => {
    expect(follow(answering([]), sound(false, 0, 119_000)).askedMs).toEqual([]);
  });

  test.each<[string, HandsFreeInput[]]>([
    ['a word', sound(true, 78_000, 78_400)],
    ['a key', [{ type: 'hand', atMs: startMs + 78_000 }]],
  ])('%s takes the question away, and the silence counts from there', (_what, inputs) => {
    const { askedMs, steps } = follow(answering([]), [
      ...spokenTo(70_000),
      ...sound(false, 70_000, 78_000),
      ...inputs,
      ...sound(false, 78_400, 88_000),
    ]);
    expect(askedMs).toHaveLength(2);
    expect(askedMs[1]).toBeGreaterThanOrEqual(84_000);
    expect(steps).toEqual([]);
  });

  test('of a paused clock asks nothing', () => {
    const paused = answering([[70_000, 'pause']]);
    expect(follow(paused, [...spokenTo(70_000), ...sound(false, 70_000, 90_000)]).askedMs).toEqual([]);
  });
});

test('it needs both switches', () => {
  expect(isHandsFree({ listening: true, handsFree: true })).toBe(true);
  expect(isHandsFree({ listening: false, handsFree: true })).toBe(false);
  expect(isHandsFree({ listening: true, handsFree: false })).toBe(false);
});
