import { expect, test } from 'vitest';
import { foundStories, reportFound } from '../../src/cli/find-report.ts';
import type { Match } from '../../src/core/search/search.ts';
import { storyOf } from '../core/search/story-of.ts';

const stories = [
  storyOf('bridge', { group: 'Earn Trust', title: 'The bridge', file: '/a/b.md', line: 4 }),
  storyOf('pier', { title: 'A \u001b[31mred\u001b[0m\npier\u202E' }),
];

function match(storyId: string, parts: Partial<Match> = {}): Match {
  const snippet = [
    { text: 'the ', hit: false },
    { text: 'crane', hit: true },
    { text: ' stood\n\nidle', hit: false },
  ];
  return { storyId, score: 2, share: 1, fits: true, field: 'text', alternate: null, snippet, ...parts };
}

test('a match names the story, its rank and where the words are', () => {
  expect(reportFound(foundStories([match('bridge')], stories))).toBe(
    '1. Earn Trust · The bridge\n   text: the *crane* stood idle\n',
  );
});

test('stories that don’t answer the words come after a line that says so', () => {
  const found = foundStories([match('bridge', { fits: false })], stories);
  expect(reportFound(found)).toMatch(/^Nothing fits well\. Nearest:\n1\. Earn Trust/u);
  expect(reportFound([])).toBe('');
});

test.each([
  [{ field: 'followUp' }, 'follow-up:'],
  [{ field: 'alternate', alternate: 0 }, 'also works for 1:'],
  [{ field: 'text', alternate: 2 }, 'also works for 3, text:'],
  [{ field: 'followUp', alternate: 1 }, 'also works for 2, follow-up:'],
] as const)('%j is called "%s"', (parts, name) => {
  expect(reportFound(foundStories([match('bridge', parts)], stories))).toContain(`\n   ${name} the`);
});

test('text from a file can’t control the terminal', () => {
  expect(reportFound(foundStories([match('pier')], stories))).toMatch(/^1\. A \[31mred\[0m pier\n/u);
});

test('the data has what other programs need', () => {
  expect(foundStories([match('pier'), match('bridge')], stories)[1]).toEqual({
    rank: 2,
    id: 'bridge',
    group: 'Earn Trust',
    title: 'The bridge',
    file: '/a/b.md',
    line: 4,
    score: 2,
    share: 1,
    fits: true,
    field: 'text',
    alternate: null,
    snippet: match('bridge').snippet,
  });
});
