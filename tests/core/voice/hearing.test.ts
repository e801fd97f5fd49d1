import { expect, test } from 'vitest';
import * as v from 'valibot';
import { heard } from '../../../src/core/voice/heard.ts';
import { heardAt, silence, withSpeech, withSyllable, type HeardSoFar } from '../../../src/core/voice/hearing.ts';

/** Speech that turns on and off at these times. */
function speechAt(...turnsMs: number[]): HeardSoFar {
  return turnsMs.reduce((hearing, atMs, index) => withSpeech(hearing, index % 2 === 0, atMs), silence);
}

test('stretches of speech are whole milliseconds, and the present one ends now', () => {
  expect(heardAt(speechAt(100.4, 900.6, 1500), 2000, null).speech).toEqual([
    [100, 901],
    [1500, 2000],
  ]);
});

test('where the clock paused in the middle, stretches touch but never overlap', () => {
  // The same moment of the clock, because a pause takes no time; a late report comes from before it.
  expect(heardAt(speechAt(0, 5000, 4900, 6000), 6000, null).speech).toEqual([
    [0, 5000],
    [5000, 6000],
  ]);
});

test('a turn that says nothing new changes nothing, and speech of no length isn’t kept', () => {
  const speaking = speechAt(100);
  expect(withSpeech(speaking, true, 200)).toBe(speaking);
  expect(withSpeech(silence, false, 200)).toBe(silence);
  expect(heardAt(speechAt(100, 100), 500, null).speech).toEqual([]);
});

test('syllables are in order, and all of it is what a run takes', () => {
  const hearing = withSyllable(withSyllable(speechAt(0, 900), 300.2), 250);
  const told = [{ id: 'a', atMs: -3.5, words: ['rain'] }];
  const recording = { id: 'r-1', startMs: 0, durationMs: 900, peaks: [3] };
  const facts = heardAt({ ...hearing, told }, 1000, recording);
  expect(facts).toMatchObject({ syllablesMs: [300, 300], told: [{ id: 'a', atMs: 0 }], recording });
  expect(v.is(heard, facts)).toBe(true);
});
