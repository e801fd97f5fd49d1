import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { StorySource } from '../../../src/core/contract/contract.ts';
import type { LineRole } from '../../../src/core/stories/model.ts';
import { readRoles } from '../../../src/core/stories/reader.ts';
import {
  chunkAt,
  chunksOf,
  legendOf,
  lineAfterKey,
  lookOf,
  sourceRows,
} from '../../../src/renderer/library/source-lines.ts';
import { kiln } from '../../stories/prompter-stories.ts';

const sourceOf = (text: string, more: Partial<StorySource> = {}): StorySource => ({
  file: '/stories/a.md',
  text,
  roles: readRoles(text, 'a.md'),
  problems: [],
  ...more,
});
const allRows = (source: StorySource) => chunksOf(source.text).flatMap((chunk) => sourceRows(source, chunk));
const role = (line: number, endLine: number, more: Partial<LineRole> = {}): LineRole => ({
  line,
  endLine,
  role: 'section',
  section: 'action',
  story: 'a',
  ...more,
});

describe('the pieces of a text', () => {
  test('are the text, whatever it is, and no piece is too large to lay out', () => {
    const line = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('', 'x'.repeat(9000), 'word '.repeat(4000)));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 200 }), (lines) => {
        const text = lines.join('\n').replaceAll('\r', '');
        const chunks = chunksOf(text);
        expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const { start, end } of chunks) expect(end - start).toBeLessThanOrEqual(6001);
        const rows = allRows(sourceOf(text, { roles: [] }));
        const rebuilt = rows.map(({ text: row, isRest }, index) => (index === 0 || isRest ? row : `\n${row}`)).join('');
        expect(rebuilt).toBe(text.endsWith('\n') ? text.slice(0, -1) : text);
      }),
    );
  });

  test('have the lines that an editor counts', () => {
    const text = `one\n${'long '.repeat(3000)}\nthree\n\nfive\n`;
    const rows = allRows(sourceOf(text));
    expect(rows.filter(({ isRest }) => !isRest).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
    expect(rows.filter(({ line }) => line === 2).length).toBeGreaterThan(2);
  });

  test('a very long line is cut at a space, else between characters, never within one', () => {
    expect(allRows(sourceOf('long '.repeat(3000))).every(({ text }) => !/^ | $/u.test(text.slice(0, 1)))).toBe(true);
    const faces = '\u{1F600}'.repeat(9000);
    for (const { text } of allRows(sourceOf(faces))) expect(text.isWellFormed()).toBe(true);
  });

  test('are found by a line', () => {
    const text = Array.from({ length: 500 }, (_, index) => `line ${index + 1}`).join('\n');
    const chunks = chunksOf(text);
    for (const line of [1, 60, 61, 250, 500]) {
      const rows = sourceRows(sourceOf(text), chunks[chunkAt(chunks, line)]!);
      expect(rows.map((row) => row.line)).toContain(line);
    }
    const long = chunksOf('long '.repeat(3000));
    expect(chunkAt(long, 1)).toBe(0);
  });
});

describe('the rows', () => {
  test('have the role of their stretch, which its first row names, and their problems', () => {
    const problem = { file: '/stories/a.md', line: 3, severity: 'hint', code: 'x', message: 'Shorten it.' } as const;
    const source = sourceOf('a\nb\nc\n\ne', {
      roles: [role(1, 1, { role: 'group', section: null }), role(2, 3)],
      problems: [{ ...problem, line: null }, problem],
    });
    expect(allRows(source).map((row) => [row.role?.role ?? null, row.opens, row.problems.length])).toEqual([
      ['group', true, 0],
      ['section', true, 0],
      ['section', false, 1],
      [null, false, 0],
      [null, false, 0],
    ]);
  });

  test('of a whole file say what each line was taken for', () => {
    const rows = allRows(sourceOf(kiln));
    const spoken = rows.filter((row) => row.role?.role === 'section').map((row) => lookOf(row.role!).mark);
    expect(new Set(spoken)).toEqual(new Set(['S', 'T', 'A', 'R', 'Rf']));
    expect(rows.find(({ text }) => text.startsWith('#'))?.role).not.toBeNull();
  });

  test('a problem of a line that is cut is below its last part', () => {
    const text = 'long '.repeat(3000);
    const problem = { file: 'a.md', line: 1, severity: 'hint', code: 'x', message: 'Shorten it.' } as const;
    const counts = allRows(sourceOf(text, { problems: [problem] })).map(({ problems }) => problems.length);
    expect(counts.at(-1)).toBe(1);
    expect(counts.slice(0, -1).every((count) => count === 0)).toBe(true);
  });
});

test('the legend has each mark once', () => {
  const roles = [
    role(1, 1),
    role(2, 2, { section: 'result' }),
    role(3, 3),
    role(4, 4, { role: 'fact', section: null }),
  ];
  expect(legendOf(roles).map((each) => lookOf(each).name)).toEqual(['Action', 'Result', 'Fact']);
});

test('an outline differs from the answer by its name, text without a label by its own mark', () => {
  expect(lookOf(role(1, 1, { role: 'outline' }))).toMatchObject({ mark: 'A', name: 'Outline, Action' });
  expect(lookOf(role(1, 1, { section: 'other' }))).toMatchObject({ mark: '¶', name: 'Text' });
  expect(lookOf(role(1, 1, { role: 'signOff', section: null }))).toMatchObject({ isAside: true });
});

test('the keys move by a line or a page, and stay in the file', () => {
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End'].map((key) => lineAfterKey(key, 5, 12))).toEqual([
    6, 4, 12, 1, 12,
  ]);
  expect(lineAfterKey('ArrowUp', 1, 12)).toBe(1);
  expect(lineAfterKey('x', 1, 12)).toBeNull();
});
