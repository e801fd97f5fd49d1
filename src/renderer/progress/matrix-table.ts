import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Matrix, MatrixCell, Overused } from '../../core/rehearsal/statistics.ts';
import { counted } from '../ui/format/story.ts';
import { agoWords, daysBetween } from '../ui/format/day.ts';

/** The matrix as a table: a line a story, a column a competency, since titles are longer than competencies. */
export interface MatrixTable {
  competencies: string[];
  lines: MatrixLine[];
}

export interface MatrixLine {
  storyId: string;
  title: string;
  runs: number;
  /** As `2026-11-22`; null when never rehearsed. */
  lastDay: string | null;
  /** For each competency how the story answers it; null where it doesn't. */
  cells: (MatrixCell['how'] | null)[];
}

/** The lines of the stories that answer something, in the library's order. */
export function matrixTable({ rows }: Matrix, briefs: readonly StoryBrief[]): MatrixTable {
  const cellsByStory = new Map<string, Map<number, MatrixCell>>();
  for (const [column, { cells }] of rows.entries())
    for (const cell of cells) {
      const known = cellsByStory.get(cell.storyId) ?? new Map<number, MatrixCell>();
      cellsByStory.set(cell.storyId, known.set(column, cell));
    }
  const lines = briefs.flatMap(({ id, title }): MatrixLine[] => {
    const cells = cellsByStory.get(id);
    const [any] = cells?.values() ?? [];
    if (cells === undefined || any === undefined) return [];
    const { runs, lastDay } = any;
    const how = rows.map((_, column) => cells.get(column)?.how ?? null);
    return [{ storyId: id, title, runs, lastDay, cells: how }];
  });
  return { competencies: rows.map(({ competency }) => competency), lines };
}

/** Something to know of the matrix: a sentence around a name, which may be written from right to left. */
export interface Finding {
  /** `gap`: something is missing; `overused`: a story has to do too much. */
  kind: 'gap' | 'overused';
  before: string;
  name: string;
  after: string;
}

/** What the matrix shows, in words: competencies that no story answers first, then stale ones, then overused stories. */
export function findingsOf({ rows, gaps, overused }: Matrix, briefs: readonly StoryBrief[], today: string): Finding[] {
  const cellsByName = new Map(rows.map(({ competency, cells }) => [competency, cells]));
  const titles = new Map(briefs.map(({ id, title }) => [id, title]));
  const isBegun = rows.some(({ cells }) => cells.some(({ lastDay }) => lastDay !== null));
  const missing = gaps.filter(({ why }) => why === 'no-story');
  // Before the first run all of them are stale: that is said by the empty state, once.
  const stale = isBegun ? gaps.filter(({ why }) => why === 'not-rehearsed') : [];
  return [
    ...missing.map(({ competency }) => finding('gap', 'Nothing answers ', competency, '.')),
    ...stale.map(({ competency }) =>
      finding('gap', '', competency, `: ${staleWords(cellsByName.get(competency) ?? [], today)}.`),
    ),
    ...overused.flatMap((story) => {
      const title = titles.get(story.storyId);
      return title === undefined ? [] : [finding('overused', '“', title, `” ${overusedWords(story)}`)];
    }),
  ];
}

function staleWords(cells: readonly MatrixCell[], today: string): string {
  const last = cells.reduce<string | null>((latest, { lastDay }) => later(latest, lastDay), null);
  return last === null ? 'never rehearsed' : `not rehearsed for ${counted(daysBetween(last, today), 'day')}`;
}

function overusedWords({ why, amount }: Overused): string {
  return why === 'many-competencies'
    ? `has to answer ${counted(amount, 'competency', 'competencies')}. Interviewers of one round compare notes: give some of them another story.`
    : `took ${Math.round(amount * 100)} % of the runs of the last four weeks. Rehearse the others too.`;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function finding(kind: Finding['kind'], before: string, name: string, after: string): Finding {
  return { kind, before, name, after };
}

/** `never`, `today`, `16 days ago`. */
export function lastWords(lastDay: string | null, today: string): string {
  return lastDay === null ? 'never' : agoWords(lastDay, today);
}
