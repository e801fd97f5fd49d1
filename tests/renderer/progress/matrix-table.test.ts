import { describe, expect, test } from 'vitest';
import type { Matrix } from '../../../src/core/rehearsal/statistics.ts';
import { lastWords, matrixRemarks, matrixTable, recencyOf } from '../../../src/renderer/progress/matrix-table.ts';
import { brief } from '../briefs.ts';

const today = '2026-11-22';
const cell = (storyId: string, how: 'own' | 'alternate', lastDay: string | null) => ({
  storyId,
  how,
  runs: lastDay === null ? 0 : 3,
  lastDay,
});

const matrix: Matrix = {
  rows: [
    { competency: 'Ownership', cells: [cell('oven', 'own', '2026-11-06'), cell('fair', 'alternate', null)] },
    { competency: 'Dive Deep', cells: [cell('fair', 'own', null)] },
    { competency: 'Frugality', cells: [] },
  ],
  gaps: [
    { competency: 'Ownership', why: 'not-rehearsed' },
    { competency: 'Dive Deep', why: 'not-rehearsed' },
    { competency: 'Frugality', why: 'no-story' },
  ],
  overused: [
    { storyId: 'oven', why: 'most-runs', amount: 0.625 },
    { storyId: 'fair', why: 'many-competencies', amount: 4 },
    { storyId: 'gone', why: 'many-competencies', amount: 5 },
  ],
};
/** The remarks as they are read. */
const sentencesOf = (of: Matrix): string[] =>
  matrixRemarks(of, briefs, today).map(({ before, name, after }) => before + name + after);

const briefs = [brief('fair', { title: 'The fair' }), brief('oven', { title: 'The oven' }), brief('loose')];

test('one line per story in the library’s order, one column per competency', () => {
  expect(matrixTable(matrix, briefs)).toEqual({
    competencies: ['Ownership', 'Dive Deep', 'Frugality'],
    lines: [
      {
        storyId: 'fair',
        title: 'The fair',
        name: 'The fair',
        nameDiffersAt: 0,
        runs: 0,
        lastDay: null,
        cells: ['alternate', 'own', null],
      },
      {
        storyId: 'oven',
        title: 'The oven',
        name: 'The oven',
        nameDiffersAt: 0,
        runs: 3,
        lastDay: '2026-11-06',
        cells: ['own', null, null],
      },
    ],
  });
});

describe('remarks', () => {
  test('competencies without a story first, then stale ones, then overused stories', () => {
    expect(sentencesOf(matrix)).toEqual([
      'No story covers Frugality.',
      'Ownership: not rehearsed for 16 days.',
      'Dive Deep: never rehearsed.',
      '“The oven” took 63 % of the runs of the last four weeks. Rehearse the others too.',
      expect.stringContaining('“The fair” answers 4 competencies.'),
    ]);
  });
  test('before the first run, only competencies without a story', () => {
    const unbegun = {
      ...matrix,
      rows: matrix.rows.map((row) => ({ ...row, cells: row.cells.slice(1) })),
      overused: [],
    };
    expect(sentencesOf(unbegun)).toEqual(['No story covers Frugality.']);
  });
});

test('a competency with a planned story only says so', () => {
  expect(sentencesOf({ rows: [], gaps: [{ competency: 'Frugality', why: 'planned' }], overused: [] })).toEqual([
    'No story covers Frugality yet: the one that you planned isn’t written.',
  ]);
});

test('how lately, for the shade', () => {
  const days = [null, '2026-11-22', '2026-11-19', '2026-11-18', '2026-11-08', '2026-11-07'];
  expect(days.map((day) => recencyOf(day, today))).toEqual(['never', 'fresh', 'fresh', 'recent', 'recent', 'old']);
});

test('when it was rehearsed last', () => {
  expect(lastWords(null, today)).toBe('never');
  expect(lastWords('2026-11-06', today)).toBe('16 days ago');
});
