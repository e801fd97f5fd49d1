import { expect, test } from 'vitest';
import { unsavedMessages } from '../../../src/services/rehearsal/service.ts';
import { joinOf, recordOf } from '../../core/rehearsal/records.ts';

const [first, second, third] = [recordOf({ totalMs: 1 }), recordOf({ totalMs: 2 }), recordOf({ totalMs: 3 })];
const log = { file: '/l', why: 'the disk is full' };

test('says nothing if the log took everything', () => {
  expect(unsavedMessages({ ...log, why: null, entries: [], draftOf: () => null })).toEqual([]);
});

test('separates what the next start logs from what is lost, and from choices to make again', () => {
  const drafts = new Map([
    [first, '/run-1.json'],
    [second, '/run-2.json'],
  ]);
  const entries = [first, joinOf('a', 'b'), second, third, joinOf('c', 'd')];
  expect(unsavedMessages({ ...log, entries, draftOf: (run) => drafts.get(run) ?? null })).toEqual([
    '2 runs aren’t in the practice log /l: the disk is full. They are saved in /run-1.json, /run-2.json; Offbook will log them at its next start.',
    'A run couldn’t be saved in the practice log /l: the disk is full.',
    '2 choices of the stories that earlier runs belong to couldn’t be saved in the practice log /l: the disk is full. Make them again in the progress view.',
  ]);
});
