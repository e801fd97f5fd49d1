import { expect, test } from 'vitest';
import { readStories } from '../../../../src/core/stories/reader.ts';

test('items that continue a label’s line on the lines below have those line numbers', () => {
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
