import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStoryTexts } from '../../../src/core/stories/library.ts';

/** A private story file that isn't part of the project. These tests contain only counts, none of its text. */
const beside = new URL('../../../../shared/stories/interview-stories.md', import.meta.url);
const file = process.env['OFFBOOK_REAL_STORIES'] ?? beside;

describe.skipIf(!existsSync(file))('a file of real stories', () => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { stories, problems, unplaced } = readStoryTexts([{ file: 'stories.md', text }]);
  const [pitch, ...told] = stories;

  test('holds four stories in four groups, nothing unplaced, no errors', () => {
    expect(stories).toHaveLength(4);
    expect(new Set(stories.map((story) => story.group)).size).toBe(4);
    expect(unplaced).toEqual([]);
    expect(problems.filter((problem) => problem.severity !== 'hint')).toEqual([]);
  });

  test('begins with a pitch: eight bullets without a label, and a full text', () => {
    expect(pitch?.question).toBeNull();
    expect(pitch?.outline.derived).toBe(false);
    expect(pitch?.outline.sections.map(({ kind, items }) => [kind, items.length])).toEqual([['other', 8]]);
    expect(pitch?.answer.map(({ kind }) => kind)).toEqual(['other']);
    expect(pitch?.answer[0]?.words).toBeGreaterThan(200);
  });

  test('continues with three stories, each with its question as title', () => {
    expect(told.map(({ title, question }) => title === question)).toEqual([true, true, true]);
    expect(told.map((story) => story.followUps.length)).toEqual([3, 4, 3]);
  });

  test('has their outlines whole', () => {
    const counts = told.map(({ outline }) => outline.sections.map(({ items }) => items.length));
    expect(told.every(({ outline }) => !outline.derived)).toBe(true);
    expect(counts).toEqual([
      [2, 7, 5, 6, 3],
      [6, 1, 3, 6, 4],
      [2, 3, 5, 7, 4],
    ]);
    expect(
      told.flatMap(({ outline }) => outline.sections.flatMap(({ items }) => items.map(({ depth }) => depth))),
    ).toEqual(Array.from({ length: counts.flat().reduce((sum, count) => sum + count, 0) }, () => 0));
  });

  test('has their answers whole, in five sections each', () => {
    const kinds = ['situation', 'task', 'action', 'result', 'reflection'];
    expect(told.map(({ answer }) => answer.map(({ kind }) => kind))).toEqual([kinds, kinds, kinds]);
    expect(told.map(({ answer }) => answer.map(({ words }) => words))).toEqual([
      [73, 166, 88, 221, 51],
      [215, 38, 122, 167, 51],
      [62, 86, 135, 164, 70],
    ]);
  });

  test('has one variant, and four alternates with their groups, questions, follow-ups and notes', () => {
    expect(told.map((story) => story.variants.length)).toEqual([0, 1, 0]);
    expect(told[1]?.variants[0]?.answer.map(({ kind }) => kind)).toEqual(['situation', 'task', 'action', 'result']);
    const alternates = told.flatMap((story) => story.alternates);
    expect(alternates.every(({ group, question }) => group !== null && question !== null)).toBe(true);
    expect(alternates.map(({ followUps }) => followUps.length)).toEqual([3, 3, 2, 2]);
    expect(alternates.map(({ notes }) => notes.map(({ kind, words }) => [kind, words]))).toEqual([
      [['other', 32]],
      [['other', 55]],
      [['other', 83]],
      [
        ['task', 23],
        ['action', 183],
        ['result', 150],
      ],
    ]);
  });
});
