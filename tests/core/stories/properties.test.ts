import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStoryTexts } from '../../../src/core/stories/library.ts';
import type { Library } from '../../../src/core/stories/model.ts';
import { readStories } from '../../../src/core/stories/reader.ts';
import { cases } from '../../sizes.ts';
import { markdown } from './markdown-arbitrary.ts';

const runs = cases(150);

/** The numbered words in `markdown`. */
function numbered(text: string): Set<string> {
  return new Set(text.match(/w\d+x/g));
}

function shown({ stories, asides, unplaced }: Pick<Library, 'stories' | 'asides' | 'unplaced'>): string {
  return JSON.stringify([stories.map((story) => ({ ...story, id: '' })), asides, unplaced]);
}

describe('whatever people write', () => {
  test('is read without failing, and every word of it is in a story, an aside or unplaced', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const reading = readStories(text, 'any.md');
        const errors = reading.problems.filter((problem) => problem.severity === 'error');
        expect(errors.filter((problem) => problem.code !== 'bad-front-matter')).toEqual([]);
        const found = numbered(shown(reading));
        expect([...numbered(text)].filter((word) => !found.has(word))).toEqual([]);
      }),
      runs,
    );
  });

  test('keeps line numbers: in range, in order, the same with Windows line ends and a byte order mark', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const lines = text.split('\n');
        const reading = readStories(text, 'any.md');
        const lineOf = (word: string): number => lines.findIndex((line) => line.includes(word)) + 1;
        for (const story of reading.stories) {
          expect(story.line).toBeGreaterThanOrEqual(1);
          expect(story.endLine).toBeGreaterThanOrEqual(story.line);
          expect(story.endLine).toBeLessThanOrEqual(lines.length);
          for (const { text: item, line } of story.outline.sections.flatMap((section) => section.items)) {
            const [, first] = /^Z?(w\d+x)/.exec(item) ?? [];
            if (first !== undefined) expect([item, line]).toEqual([item, lineOf(first)]);
          }
        }
        for (const { line } of reading.unplaced) expect(lines[line - 1]?.trim()).toBeTruthy();
        expect(readStories(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'any.md')).toEqual(reading);
      }),
      runs,
    );
  });

  test('gives ids that are unique, and stay when another story changes', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), (text, seed) => {
        const before = readStories(text, 'any.md').stories;
        const ids = before.map((story) => story.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const story of before) {
          const items = [story.outline.sections, ...story.variants.map((variant) => variant.outline)];
          const itemIds = items.flat().flatMap((section) => section.items.map((item) => item.id));
          expect(new Set(itemIds).size).toBe(itemIds.length);
        }
        // Change one word of one answer.
        const words = before.flatMap((story) => [...numbered(JSON.stringify(story.answer))]);
        const word = words[seed % Math.max(1, words.length)];
        const names = JSON.stringify(before.map(({ title, question, group }) => [title, question, group]));
        if (word === undefined || names.includes(word)) return;
        const after = readStories(text.replaceAll(word, 'changed'), 'any.md').stories;
        expect(after.map((story) => story.id)).toEqual(ids);
      }),
      runs,
    );
  });

  test('keeps its ids when it moves', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        // Front matter counts only at the very top.
        fc.pre(!text.startsWith('---'));
        const before = readStories(text, 'any.md').stories;
        const after = readStories(`\n\n\n${text}`, 'any.md').stories;
        const idsOf = (stories: typeof before): unknown =>
          stories.map(({ id, outline }) => [id, outline.sections.map(({ items }) => items.map((item) => item.id))]);
        expect(idsOf(after)).toEqual(idsOf(before));
        expect(after.map((story) => story.line)).toEqual(before.map((story) => story.line + 3));
      }),
      runs,
    );
  });

  test('reads the same from one file as from several, with ids unique across them', () => {
    fc.assert(
      fc.property(markdown, markdown, (one, other) => {
        const files = [
          { file: 'a/notes.md', text: one },
          { file: 'b/notes.md', text: other },
          { file: 'c/notes.md', text: one },
        ];
        const library = readStoryTexts(files);
        const ids = library.stories.map((story) => story.id);
        expect(new Set(ids).size).toBe(ids.length);
        const apart = files.flatMap(({ file, text }) => readStories(text, file).stories);
        expect(library.stories.map((story) => ({ ...story, id: '' }))).toEqual(
          apart.map((story) => ({ ...story, id: '' })),
        );
      }),
      runs,
    );
  });
});
