import { describe, expect, test } from 'vitest';
import {
  isMarkdown,
  isRichText,
  nameOfPasted,
  plainFileName,
  storyTemplate,
} from '../../../src/core/stories/incoming.ts';
import { readStories } from '../../../src/core/stories/reader.ts';

describe('a name for a new file', () => {
  test.each([
    ['My stories', 'My stories'],
    ['  a/b\\c: "d"? ', 'a b c d'],
    ['../../etc/passwd', 'etc passwd'],
    ['..', 'Stories'],
    ['', 'Stories'],
    ['CON', 'CON stories'],
    ['line\nbreak\u0000', 'line break'],
    ['a\u202Etxt', 'a txt'],
  ])('%j becomes %j', (wanted, name) => expect(plainFileName(wanted)).toBe(name));

  test('is short enough for every file system, whatever its letters', () => {
    expect(new TextEncoder().encode(`${plainFileName('🥐'.repeat(300))} 999.md`).length).toBeLessThan(255);
  });

  test('of pasted text is its first heading, else its first words', () => {
    expect(nameOfPasted('Some words\n\n## **The late** van\n')).toBe('The late van');
    expect(nameOfPasted('---\n\n- *The van* was late')).toBe('The van was late');
    expect(nameOfPasted('***')).toBe('Stories');
  });
});

describe('pasted text', () => {
  test('is Markdown if it has its marks at the start of a line', () => {
    for (const text of ['# Title\ntext', 'a\n## B', '> quoted', '---\ntags: [a]\n---', '**S:** the van'])
      expect(isMarkdown(text), text).toBe(true);
    for (const text of ['S: the van', '1. The van', '#1 in the shop', '• The van', '2 ** 3']) {
      expect(isMarkdown(text), text).toBe(false);
    }
  });

  test('is rich if its HTML has more than text', () => {
    expect(isRichText('<h2>Title</h2>')).toBe(true);
    expect(isRichText('<span style="font-weight: 700">S</span>')).toBe(true);
    expect(isRichText('<div style="color:red"><span>plain</span></div>')).toBe(false);
    // A `b` isn’t the beginning of another element’s name.
    expect(isRichText('<body><button>plain</button></body>')).toBe(false);
  });
});

test('the template is one story with its four sections and nothing wrong', () => {
  const { stories, problems } = readStories(storyTemplate, 'New story.md');
  expect(stories).toHaveLength(1);
  expect(stories[0]?.answer.map(({ kind }) => kind)).toEqual(['situation', 'task', 'action', 'result']);
  expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
});
