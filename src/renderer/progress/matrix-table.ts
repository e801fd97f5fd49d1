import type { StoryBrief } from '../../core/contract/contract.ts';
import { freshDays, staleAfterDays } from '../../core/rehearsal/due.ts';
import type { Matrix, MatrixCell, Overused } from '../../core/rehearsal/statistics.ts';
import { counted } from '../ui/format/story.ts';
import { agoWords, daysBetween } from '../ui/format/day.ts';

/** The matrix as a table: one line per story, one column per competency, since titles are longer than competencies. */
export interface MatrixTable {
  competencies: string[];
  lines: MatrixLine[];
}

export interface MatrixLine extends Pick<StoryBrief, 'title' | 'name' | 'nameDiffersAt'> {
  storyId: string;
  runs: number;
  /** As `2026-11-22`; null when never rehearsed. */
  lastDay: string | null;
  /** How the story answers each competency; null where it doesn’t. */
  cells: (MatrixCell['how'] | null)[];
}

/** The lines of the stories that answer a competency, in the library’s order. */
export function matrixTable({ rows }: Matrix, briefs: readonly StoryBrief[]): MatrixTable {
  const cellsByStory = new Map<string, Map<number, MatrixCell>>();
  for (const [column, { cells }] of rows.entries())
    for (const cell of cells) {
      const known = cellsByStory.get(cell.storyId) ?? new Map<number, MatrixCell>();
      cellsByStory.set(cell.storyId, known.set(column, cell));
    }
  const lines = briefs.flatMap(({ id, title, name, nameDiffersAt }): MatrixLine[] => {
    const cells = cellsByStory.get(id);
    const [any] = cells?.values() ?? [];
    if (cells === undefined || any === undefined) return [];
    const { runs, lastDay } = any;
    const how = rows.map((_, column) => cells.get(column)?.how ?? null);
    return [{ storyId: id, title, name, nameDiffersAt, runs, lastDay, cells: how }];
  });
  return { competencies: rows.map(({ competency }) => competency), lines };
}

/** A remark about the matrix: a sentence around a name, which may be written from right to left. */
export interface MatrixRemark {
  /** `gap`: something is missing; `overused`: a story has to do too much. */
  kind: 'gap' | 'overused';
  before: string;
  name: string;
  /** The name in full, where it is a story’s. */
  title?: string;
  after: string;
}

/** What the matrix shows, in words: competencies without a written story, then stale ones, then overused stories. */
export function matrixRemarks(
  { rows, gaps, overused }: Matrix,
  briefs: readonly StoryBrief[],
  today: string,
): MatrixRemark[] {
  const cellsByName = new Map(rows.map(({ competency, cells }) => [competency, cells]));
  const byId = new Map(briefs.map((brief) => [brief.id, brief]));
  const isBegun = rows.some(({ cells }) => cells.some(({ lastDay }) => lastDay !== null));
  const missing = gaps.filter(({ why }) => why === 'no-story');
  const planned = gaps.filter(({ why }) => why === 'planned');
  // Before the first run all of them are stale; the empty page says so, once.
  const stale = isBegun ? gaps.filter(({ why }) => why === 'not-rehearsed') : [];
  return [
    ...missing.map(({ competency }) => remark('gap', 'No story covers ', competency, '.')),
    ...planned.map(({ competency }) =>
      remark('gap', 'No story covers ', competency, ' yet: the one that you planned isn’t written.'),
    ),
    ...stale.map(({ competency }) =>
      remark('gap', '', competency, `: ${staleWords(cellsByName.get(competency) ?? [], today)}.`),
    ),
    ...overused.flatMap((story) => {
      const brief = byId.get(story.storyId);
      return brief === undefined
        ? []
        : [{ ...remark('overused', '“', brief.name, `” ${overusedWords(story)}`), title: brief.title }];
    }),
  ];
}

function staleWords(cells: readonly MatrixCell[], today: string): string {
  const last = cells.reduce<string | null>((latest, { lastDay }) => later(latest, lastDay), null);
  return last === null ? 'never rehearsed' : `not rehearsed for ${counted(daysBetween(last, today), 'day')}`;
}

function overusedWords({ why, amount }: Overused): string {
  return why === 'many-competencies'
    ? `answers ${counted(amount, 'competency', 'competencies')}. Interviewers compare notes: find another story for some of them.`
    : `took ${Math.round(amount * 100)} % of the runs of the last four weeks. Rehearse the others too.`;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function remark(kind: MatrixRemark['kind'], before: string, name: string, after: string): MatrixRemark {
  return { kind, before, name, after };
}

/** How lately a story was rehearsed, for its shade: within three days, two weeks, longer ago, never. */
export type Recency = 'fresh' | 'recent' | 'old' | 'never';

export function recencyOf(lastDay: string | null, today: string): Recency {
  if (lastDay === null) return 'never';
  const days = daysBetween(lastDay, today);
  if (days <= freshDays) return 'fresh';
  return days <= staleAfterDays ? 'recent' : 'old';
}

/** `never`, `today`, `16 days ago`. */
export function lastWords(lastDay: string | null, today: string): string {
  return lastDay === null ? 'never' : agoWords(lastDay, today);
}
