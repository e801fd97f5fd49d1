import { expect, test } from 'vitest';
import { readStories } from '../../../../src/core/stories/reader.ts';

test('items that a label’s line goes on with in the lines below have those lines', () => {
  const itemsOf = (text: string) =>
    readStories(`# T\n\n${text}`, 'a.md').stories[0]?.outline.sections[0]?.items.map((item) => [item.text, item.line]);
  expect(itemsOf('> - S: slow builds;\n>   no tests; red\n>   on Mondays\n')).toEqual([
    ['slow builds', 3],
    ['no tests', 4],
    ['red on Mondays', 4],
  ]);
  expect(itemsOf('> - S: slow builds\n> <br>\n> no tests; red\n')).toEqual([
    ['slow builds no tests', 3],
    ['red', 5],
  ]);
});
