import path from 'node:path';
import { expect, test } from 'vitest';
import { parseFindOptions } from '../../src/cli/find-options.ts';

const cwd = path.resolve('/home/ada');

test('words alone: the last stories, for people to read', () => {
  expect(parseFindOptions(['team morale'], cwd)).toEqual({ words: 'team morale', stories: null, json: false });
});

test('words need no quotes', () => {
  expect(parseFindOptions(['team', '--json', 'morale'], cwd)).toMatchObject({ words: 'team morale', json: true });
});

test('stories are relative to where the person stands', () => {
  expect(parseFindOptions(['pivot', '--stories', '../stories'], cwd)).toMatchObject({
    stories: path.resolve('/home/stories'),
  });
});

test.each([
  [[], 'Say what to look for: find "team morale"'],
  [['  '], 'Say what to look for: find "team morale"'],
  [['pivot', '--stories', ''], '--stories takes a folder or a Markdown file: --stories ~/stories'],
  [['pivot', '--stories'], "Option '--stories <value>' argument missing."],
  [['pivot', '--stories', 'a', '--stories', 'b'], 'Give --stories once: a folder, or a Markdown file.'],
  [['pivot', '--yaml'], "Unknown option '--yaml'."],
])('%j is refused in a sentence', (args, sentence) => {
  expect(parseFindOptions(args, cwd)).toBe(sentence);
});
