import { describe, expect, test } from 'vitest';
import { readStories } from '../../../../src/core/stories/reader.ts';

describe('a heading for the answer after an outline', () => {
  const read = (name: string) =>
    readStories(`# How did it go?\n\n# Outline\n\n**S:** Rain.\n\n## ${name}\n\n**S:** It rained.\n`, 'a.md');

  test.each(['Full', 'Ausführlich', 'Full text'])('that just says so (%s) needs no mention', (name) => {
    const { stories, asides, unplaced } = read(name);
    expect(stories[0]?.answer.map(({ text }) => text)).toEqual(['It rained.']);
    expect([asides, unplaced]).toEqual([[], []]);
  });

  test('with another name is kept as an aside', () => {
    const { stories, asides } = read('Wet shoes');
    expect(stories).toHaveLength(1);
    expect(asides).toMatchObject([{ line: 7, kind: 'heading', text: 'Wet shoes' }]);
  });
});

test('a second version below a heading with the outline is a variant', () => {
  const { stories, problems } = readStories(
    '# T\n\n**S:** Rain.\n\n## In short\n\n> wet\n\n### Shorter answer\n\n**S:** It rained.\n',
    'a.md',
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(stories[0]?.outline.sections.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(['wet']);
  expect(stories[0]?.variants.map(({ title }) => title)).toEqual(['Shorter answer']);
});
