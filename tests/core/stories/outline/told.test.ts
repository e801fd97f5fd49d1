import { describe, expect, test } from 'vitest';
import { readStoryTexts } from '../../../../src/core/stories/library.ts';
import { answerOf, outlineOf, withOutlines } from '../../../../src/core/stories/outline/told.ts';

const text = `## Own

> **A:**
> - As I wrote it

**A:** I moved 40 shelves.

### Shorter

**A:** I moved the shelves with Hanne.

## None

**A:** I moved 40 shelves. I counted the boxes.
`;

describe('the outline of a story', () => {
  const [own, none] = readStoryTexts([{ file: 'a.md', text }]).stories;
  if (own === undefined || none === undefined) throw new Error('two stories were expected');
  const rows = (sections: ReturnType<typeof outlineOf>) =>
    sections.flatMap(({ items }) => items.map((item) => `${item.id}: ${item.text}`));

  test('is left empty by the reader where the file has none', () => {
    expect(none.outline).toEqual({ derived: true, sections: [] });
    expect(own.variants[0]?.outline).toEqual([]);
  });

  test('is the author’s own where there is one', () => {
    expect(outlineOf(own, null)).toBe(own.outline.sections);
  });

  test('is made from the answer otherwise, also for a variant, whose rows have ids of their own', () => {
    expect(rows(outlineOf(none, null))).toEqual([
      'action-moved-40-shelves-counted-boxes: Moved 40 shelves, counted boxes',
    ]);
    expect(rows(outlineOf(own, 0))).toEqual(['shorter-action-moved-shelves-with-hanne: Moved shelves with Hanne']);
  });

  test('is the same object each time, also when the story got another id', () => {
    expect(outlineOf(none, null)).toBe(outlineOf({ ...none, id: 'other' }, null));
  });

  test('keeps the ids of its rows when lines above move', () => {
    const [, moved] = readStoryTexts([{ file: 'a.md', text: `\n\n${text}` }]).stories;
    expect(moved === undefined ? [] : rows(outlineOf(moved, null))).toEqual(rows(outlineOf(none, null)));
  });

  test('is in the whole story, for all of its variants', () => {
    const whole = withOutlines(own);
    expect([whole.outline.sections, whole.variants[0]?.outline]).toEqual([outlineOf(own, null), outlineOf(own, 0)]);
    expect(withOutlines(none).outline).toEqual({ derived: true, sections: outlineOf(none, null) });
  });
});

describe('a story told for another question', () => {
  const told = (own: string, notes: string) => {
    const file = `## Told\nWhat happened?\n\n${own}\n\n#### Also works for the following questions:\nWhat else happened?\n${notes}\n`;
    const [story] = readStoryTexts([{ file: 'a.md', text: file }]).stories;
    if (story?.alternates.length !== 1) throw new Error('a story with an alternate was expected');
    return story;
  };
  const star = '**S:** A flood came.\n\n**A:** I moved 40 shelves.\n\n**R:** We lost 2 books.';
  const labels = (sections: readonly { label: string }[]) => sections.map(({ label }) => label).join(' ');

  test.each([
    ['a section replaces the one of its kind', star, '> **Action:** I called 12 neighbours.', 'S Action R'],
    ['one that the story lacks takes its place', star, '> **Task:** I had to save the map room.', 'S Task A R'],
    ['also the last', star, '> **Reflection:** I keep a pump now.', 'S A R Reflection'],
    ['and the first', '**A:** I moved 40 shelves.', '> **Situation:** The river rose.', 'Situation A'],
    ['what has no label comes first', star, '> Say that I asked nobody.', 'Notes S A R'],
    ['so does a label that names no section', star, '> **Angle:** I asked nobody.', 'Notes S A R'],
  ])('%s', (_, own, notes, expected) => {
    const story = told(own, notes);
    expect(labels(outlineOf(story, null, 0))).toBe(expected);
    expect(labels(answerOf(story, null, 0))).toBe(expected);
  });

  test('two sections of one kind give way to one', () => {
    const story = told(`${star}\n\n**A:** I dried the books.`, '> **A:** I called 12 neighbours.');
    expect(labels(answerOf(story, null, 0))).toBe('S A R');
  });

  test('its rows have ids of their own, and it is the same object each time', () => {
    const story = told(star, '> **Action:** I called 12 neighbours.');
    const sections = outlineOf(story, null, 0);
    expect(rowsById(sections)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^also-what-else-happened-action-/u)]),
    );
    expect(outlineOf({ ...story, id: 'other' }, null, 0)).toBe(sections);
    expect(outlineOf(story, null)).not.toBe(sections);
  });

  test('without notes it is the story’s own', () => {
    const story = told(star, '');
    expect(outlineOf(story, null, 0)).toBe(outlineOf(story, null));
    expect(answerOf(story, null, 0)).toBe(story.answer);
  });
});

function rowsById(sections: ReturnType<typeof outlineOf>): string[] {
  return sections.flatMap(({ items }) => items.map(({ id }) => id));
}
