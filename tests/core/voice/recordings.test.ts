import { describe, expect, test } from 'vitest';
import { recordedSections, recordingsToDelete } from '../../../src/core/voice/recordings.ts';

/** The latest first; a star is an asterisk: `id:story*`, each of one byte. */
function recordingsOf(...words: string[]) {
  return words.map((word) => {
    const [id = '', storyId = ''] = word.replace('*', '').split(':');
    return { id, storyId, bytes: 1, starred: word.endsWith('*') };
  });
}

describe('the space for recordings', () => {
  const six = recordingsOf('6:a', '5:a', '4:a', '3:a', '2:a', '1:a');

  test('the oldest go first, only as many as have to', () => {
    expect(recordingsToDelete(six, 6)).toEqual([]);
    expect(recordingsToDelete(six, 5)).toEqual(['1']);
    expect(recordingsToDelete(six, 4)).toEqual(['1', '2']);
  });

  test('the latest three of each story stay, whatever they take', () => {
    expect(recordingsToDelete(six, 0)).toEqual(['1', '2', '3']);
    const two = recordingsOf('9:a', '8:a', '7:a', '6:a', '5:b', '4:b');
    expect(recordingsToDelete(two, 0)).toEqual(['6']);
    expect(recordingsToDelete(recordingsOf('2:a', '1:b'), 0)).toEqual([]);
  });

  test('those with a star stay, and count among the latest of their story', () => {
    const starred = recordingsOf('6:a*', '5:a', '4:a', '3:a', '2:a*', '1:a');
    expect(recordingsToDelete(starred, 0)).toEqual(['1', '3']);
  });

  test('one large recording frees what many small ones would', () => {
    const [first, ...others] = six.toReversed();
    const large = [...others.toReversed(), { ...first!, bytes: 100 }];
    expect(recordingsToDelete(large, 50)).toEqual(['1']);
  });
});

describe('where the sections are in a recording', () => {
  const section = (label: string, spokenMs: number | null) => ({ kind: 'action' as const, label, spokenMs });
  const placesOf = (sections: Parameters<typeof recordedSections>[0], startMs: number, durationMs: number) =>
    recordedSections(sections, { startMs, durationMs }).map(({ at, label, fromMs, toMs }) => [at, label, fromMs, toMs]);

  test('they follow each other from the start of the answer', () => {
    expect(placesOf([section('A', 2000), section('B', 3000)], 500, 6000)).toEqual([
      [0, 'A', 500, 2500],
      [1, 'B', 2500, 5500],
    ]);
  });

  test('one that wasn’t marked goes on to the end, and hides those after it', () => {
    expect(placesOf([section('A', 2000), section('B', null), section('C', null)], 0, 9000)).toEqual([
      [0, 'A', 0, 2000],
      [1, 'B', 2000, 9000],
    ]);
  });

  test('one that was never reached isn’t there', () => {
    expect(placesOf([section('A', 2000), section('B', null)], 0, 2400)).toEqual([[0, 'A', 0, 2000]]);
  });

  test('one without any time isn’t there, but those after it keep their place', () => {
    expect(placesOf([section('A', 0), section('B', 1000)], 0, 1000)).toEqual([[1, 'B', 0, 1000]]);
  });

  test('a recording that began after the answer lacks what came before', () => {
    expect(placesOf([section('A', 2000), section('B', 3000)], -1500, 3400)).toEqual([
      [0, 'A', 0, 500],
      [1, 'B', 500, 3400],
    ]);
    expect(placesOf([section('A', 1000), section('B', 3000)], -1500, 2500)).toEqual([[1, 'B', 0, 2500]]);
  });

  test('a recording that stopped early cuts them off', () => {
    expect(placesOf([section('A', 2000), section('B', 3000)], 0, 3000)).toEqual([
      [0, 'A', 0, 2000],
      [1, 'B', 2000, 3000],
    ]);
    expect(placesOf([section('A', 2000), section('B', 3000)], 0, 1500)).toEqual([[0, 'A', 0, 1500]]);
    expect(placesOf([section('A', 2000)], 3000, 0)).toEqual([]);
  });
});
