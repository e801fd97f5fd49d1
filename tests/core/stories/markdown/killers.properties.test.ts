import { expect, test } from 'vitest';
import { some } from '../../../sizes.ts';
import { allKillers, readMarkdown, tooSlow } from './killers.ts';

test('whatever is repeated or nested, twice the text takes at most 2.5 times as long', { timeout: 3_600_000 }, () => {
  const slow = some(allKillers(), 30).flatMap(([name, killer]) => {
    const why = tooSlow(killer, readMarkdown);
    return why === null ? [] : [`${name}: ${why}`];
  });
  expect(slow).toEqual([]);
});
