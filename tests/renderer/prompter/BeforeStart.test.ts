import { expect, test } from 'vitest';
import { offersOf } from '../../../src/renderer/prompter/BeforeStart.tsx';
import { promptCalled } from '../sessions.ts';

const prompt = promptCalled('kiln');

test.each([
  ['nothing', {}, []],
  [
    'a shorter version, and other questions',
    { nextVariant: { title: 'Brief', isShorter: true, estimateMs: 137_400 }, alternates: 4 },
    ['V shorter 2:17', 'also for 4 questions'],
  ],
  [
    'a longer one by its title',
    { nextVariant: { title: 'With the lawsuit', isShorter: false, estimateMs: 190_000 }, alternates: 1 },
    ['V With the lawsuit 3:10', 'also for 1 question'],
  ],
  [
    'from a version, the whole answer',
    { variant: 0, nextVariant: { title: null, isShorter: false, estimateMs: null } },
    ['V full answer'],
  ],
  [
    'for another question, that question',
    { alternate: 0, alternates: 2, shortQuestion: 'Disagreed with a friend' },
    ['Disagreed with a friend'],
  ],
] as const)('before the start it offers %s', (_, part, offers) => {
  expect(offersOf({ ...prompt, ...part })).toEqual(offers);
});
