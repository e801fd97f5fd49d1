import { describe, expect, test } from 'vitest';
import { readStoryTexts } from '../../../../src/core/stories/library.ts';
import { outlineOf, withOutlines } from '../../../../src/core/stories/outline/told.ts';

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
