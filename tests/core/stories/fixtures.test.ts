import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStoryTexts } from '../../../src/core/stories/library.ts';
import { viewOf } from './story-view.ts';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();

/** Every way of writing stories that the reader knows. The JSON file next to each says what must be read from it. */
describe('a story file', () => {
  test('has its expected result next to it', () => {
    const expected = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(expected.sort()).toEqual(names.map((name) => name.replace('.md', '.json')));
    expect(names.length).toBeGreaterThan(40);
  });

  test.each(names)('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.md', '.json'), folder), 'utf8'));
    expect(viewOf(readStoryTexts([{ file: name, text }]))).toEqual(expected);
  });

  test.each(names)('%s reads the same with Windows line ends and a byte order mark', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const marked = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(readStoryTexts([{ file: name, text: marked }])).toEqual(readStoryTexts([{ file: name, text }]));
  });
});
