import { expect, test } from 'vitest';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import { suggestRating } from '../../../src/core/rehearsal/rating.ts';
import { recordOf } from './records.ts';

const missed = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index}`, text: 'x' }));

test.each<[what: string, more: Partial<RunRecord>, rating: string, reasons: string[]]>([
  ['on time with the outline', {}, 'good', []],
  ['a little over and one left out', { totalMs: 129_000, missed: missed(1) }, 'good', ['9 s over', '1 left out']],
  ['a fifth over', { totalMs: 144_000 }, 'hard', ['24 s over']],
  ['half as much again', { totalMs: 180_000 }, 'again', ['1:00 over']],
  ['a third left out', { missed: missed(3) }, 'hard', ['3 left out']],
  ['half left out', { missed: missed(5) }, 'again', ['5 left out']],
  ['one peek', { level: 'initials', peeks: 1 }, 'good', ['1 peek']],
  ['many peeks', { level: 'initials', peeks: 3 }, 'hard', ['3 peeks']],
  ['reading by peeks', { level: 'nothing', peeks: 9 }, 'again', ['9 peeks']],
  ['stopped early', { finished: false, totalMs: 40_000 }, 'again', ['stopped early']],
  ['told in a third of the time', { totalMs: 40_000 }, 'hard', ['1:20 under']],
  ['told in a fifth of the time', { totalMs: 24_000 }, 'again', ['1:36 under']],
  ['from memory and on time', { level: 'nothing' }, 'easy', ['from memory']],
  ['from memory, five seconds over', { level: 'initials', totalMs: 125_000 }, 'easy', ['from memory', '5 s over']],
  ['from memory, with one left out', { level: 'nothing', missed: missed(1) }, 'good', ['1 left out']],
  [
    'from memory after a look at the outline',
    { level: 'nothing', levelChanges: [{ atMs: 30_000, level: 'outline' }] },
    'good',
    [],
  ],
  ['a story without items', { items: 0, peeks: 1 }, 'again', ['1 peek']],
])('%s', (_, more, rating, reasons) => {
  expect(suggestRating(recordOf(more))).toEqual({ rating, reasons });
});
