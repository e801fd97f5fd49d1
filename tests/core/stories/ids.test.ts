import { describe, expect, test } from 'vitest';
import { idsAcrossFiles, slug, stemOf, storySlug, uniqueIds } from '../../../src/core/stories/ids.ts';
import { readStoryTexts } from '../../../src/core/stories/library.ts';
import { withOutlines } from '../../../src/core/stories/outline/told.ts';
import { readStories } from '../../../src/core/stories/reader.ts';

const story = (title: string, body = 'text'): string => `## ${title}\n\n**S:** ${body}\n\n**R:** 1 ${body}\n\n`;
const idsOf = (text: string, file = 'notes.md'): string[] => readStories(text, file).stories.map(({ id }) => id);

describe('ids of stories', () => {
  test.each([
    ['Größe & Umfang', 'grosse-umfang'],
    ['Déjà-vu!', 'deja-vu'],
    ['  --x--  ', 'x'],
    ['日本語 テスト', '日本語-テスト'],
    ['שלום עולם', 'שלום-עולם'],
    ['🎉', ''],
  ])('slug of %s', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  test('long texts are cut, and still told apart', () => {
    const long = 'word '.repeat(100);
    expect(slug(long).length).toBeLessThan(220);
    expect(slug(`${long} one`)).not.toBe(slug(`${long} two`));
  });

  test('are made of file stem, group and title', () => {
    expect(stemOf('a/b/My stories.v2.markdown')).toBe('My stories.v2');
    expect(stemOf('C:\\notes\\x.MD')).toBe('x');
    expect(storySlug({ file: 'a/My notes.md', group: 'Earn Trust', title: 'The Move' })).toBe(
      'my-notes-earn-trust-the-move',
    );
    expect(storySlug({ file: '🎉.md', group: null, title: '🎉' })).toBe('story');
    expect(idsOf(`# Earn Trust\n\n${story('The Move')}`)).toEqual(['notes-earn-trust-the-move']);
  });

  test('of twins are numbered, and never take that of another', () => {
    expect(uniqueIds(['a', 'a', 'a', 'b', 'a-2', 'b'])).toEqual(['a', 'a-3', 'a-4', 'b', 'a-2', 'b-2']);
    expect(idsOf(story('Move') + story('Move') + story('Move 2'))).toEqual([
      'notes-move',
      'notes-move-3',
      'notes-move-2',
    ]);
  });

  test('of twins in two files are numbered in the order of the files', () => {
    const library = readStoryTexts([
      { file: 'a/notes.md', text: story('Move') },
      { file: 'b/notes.md', text: story('Move', 'another') },
    ]);
    expect(library.stories.map(({ id, file }) => [id, file])).toEqual([
      ['notes-move', 'a/notes.md'],
      ['notes-move-2', 'b/notes.md'],
    ]);
    expect(library.files).toEqual(['a/notes.md', 'b/notes.md']);
  });

  test.each([
    ['stories.md', 'backup/stories.md'],
    ['my stories/a.md', 'Copy of my stories/a.md'],
    ['mine/stories.md', 'mine copy/stories.md'],
    ['mine/stories.md', 'mine (1)/stories.md'],
    ['mine/stories.md', 'mine-2/stories.md'],
    ['z/stories.md', 'a/older/stories.md'],
    ['C:\\z\\stories.md', 'C:\\a\\older\\stories.md'],
    ['b/stories.md', 'a/stories.markdown'],
  ])('of twins in two files: %s is the original, %s the copy, whichever comes first', (original, copy) => {
    const place = (file: string) => ({ slug: 'move', file });
    expect(idsAcrossFiles([place(original), place(copy)])).toEqual(['move', 'move-2']);
    expect(idsAcrossFiles([place(copy), place(original)])).toEqual(['move-2', 'move']);
  });

  test('of twins in two folders: the folder that was chosen first has the original', () => {
    const deep = { slug: 'move', file: '/home/ann/texts/stories.md', root: '/home/ann/texts' };
    const stick = { slug: 'move', file: '/stick/stories.md', root: '/stick' };
    expect(idsAcrossFiles([deep, stick])).toEqual(['move', 'move-2']);
  });

  test('of twins in two files are numbered past a title that ends in a number', () => {
    const stories = [
      { slug: 'move', file: 'a.md' },
      { slug: 'move', file: 'b.md' },
      { slug: 'move-2', file: 'c.md' },
    ];
    expect(idsAcrossFiles(stories)).toEqual(['move', 'move-3', 'move-2']);
  });

  test('of stories that had one stay, and nobody else gets them', () => {
    const stories = [
      { slug: 'move', file: 'stories.md' },
      { slug: 'move', file: 'backup/stories.md', known: 'move' },
      { slug: 'move', file: 'third/stories.md', known: 'move-3' },
      { slug: 'move-2', file: 'other.md' },
    ];
    expect(idsAcrossFiles(stories)).toEqual(['move-4', 'move', 'move-3', 'move-2']);
  });

  test('stay when another story is renamed, changed, moved or removed', () => {
    const [one, two, three] = [story('One'), story('Two'), story('Three')];
    const ids = idsOf(one + two + three);
    expect(idsOf(story('Uno') + two + three).slice(1)).toEqual(ids.slice(1));
    expect(idsOf(story('One', 'changed wholly') + two + three)).toEqual(ids);
    expect(idsOf(`New first line.\n\n${one}${two}${three}`)).toEqual(ids);
    expect(idsOf(three + one)).toEqual([ids[2], ids[0]]);
  });
});

describe('ids of outline items', () => {
  const outline = (lines: string): string[] => {
    const text = `## Story\n\n> - S:\n${lines.replaceAll(/^/gm, '>   - ')}\n> - R:\n>   - done\n`;
    return (
      readStories(text, 'a.md').stories[0]?.outline.sections.flatMap(({ items }) => items.map(({ id }) => id)) ?? []
    );
  };

  test('come from the text, so that they stay when lines above move', () => {
    const ids = outline('one\ntwo\nthree');
    expect(ids).toEqual(['situation-one', 'situation-two', 'situation-three', 'result-done']);
    expect(outline('new\none\nthree\ntwo').sort()).toEqual([...ids, 'situation-new'].sort());
  });

  test('of twins are numbered', () => {
    expect(outline('same\nsame\nsame 2')).toEqual([
      'situation-same',
      'situation-same-3',
      'situation-same-2',
      'result-done',
    ]);
  });

  test('differ between a story and its variants', () => {
    const text = '## Story\n\n**S:** We met.\n\n### Shorter\n\n**S:** We met.\n\n### Shorter\n\n**S:** We met.\n';
    const [read] = readStories(text, 'a.md').stories.map(withOutlines);
    const ids = [read?.outline.sections, ...(read?.variants.map(({ outline }) => outline) ?? [])];
    expect(ids.flatMap((sections) => sections?.flatMap(({ items }) => items.map(({ id }) => id)))).toEqual([
      'situation-we-met',
      'shorter-situation-we-met',
      'shorter-2-situation-we-met',
    ]);
  });
});
