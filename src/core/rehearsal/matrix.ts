import type { Story } from '../stories/model.ts';
import { isFuture, type DatedRun } from './run-date.ts';
import { dayName } from './iso-time.ts';

/** Competencies by stories: which story answers what, what has a gap, and which story is used too much. Plain data. */
export interface Matrix {
  rows: MatrixRow[];
  gaps: Gap[];
  overused: Overused[];
}

export interface MatrixRow {
  competency: string;
  /** Only stories that answer it, in their listed order. */
  cells: MatrixCell[];
}

export interface MatrixCell {
  storyId: string;
  /** It stands under this competency, or says that it also works for it. */
  how: 'own' | 'alternate';
  runs: number;
  /** As `2026-11-22`; null when never rehearsed. */
  lastDay: string | null;
}

export interface Gap {
  competency: string;
  why: 'no-story' | 'not-rehearsed';
}

export interface Overused {
  storyId: string;
  why: 'many-competencies' | 'most-runs';
  /** How many competencies, or which share of the runs (0 to 1). */
  amount: number;
}

/** A story not told for this long doesn't come fluently any more: two weeks. */
const staleAfterDays = 14;
/** Interviewers of one round compare notes: a story that has to answer more competencies than this is told twice. */
const mostCompetencies = 3;
/** One story with more than this share of the last weeks' runs keeps the others from being rehearsed… */
const mostRunShare = 0.5;
const recentDays = 28;
/** …which shows only once there were some runs, and more than two stories to choose from. */
const fewestRuns = 6;
const fewestStories = 3;

type MatrixStory = Pick<Story, 'id' | 'group' | 'alternates'>;

/**
 * The matrix of these stories. `wanted` are competencies that the person is asked about, whether a story answers
 * them or not; names that differ only in case or blanks are one. `runsOf` gives a story's runs in the order of time;
 * those dated in the future are counted, but close no gap and overuse no story.
 */
export function competencyMatrix(
  stories: readonly MatrixStory[],
  runsOf: (storyId: string) => readonly DatedRun[],
  today: number,
  wanted: readonly string[] = [],
): Matrix {
  const rows = new Map<string, MatrixRow>();
  const rowOf = (competency: string) => {
    const key = competency.trim().replace(/\s+/gu, ' ').toLowerCase();
    const row = rows.get(key) ?? { competency, cells: [] };
    rows.set(key, row);
    return row;
  };
  for (const story of stories) if (story.group !== null) rowOf(story.group);
  for (const { id, group, alternates } of stories) {
    const runs = runsOf(id);
    const last = runs.at(-1);
    const cell = { storyId: id, runs: runs.length, lastDay: last === undefined ? null : dayName(last.day) };
    if (group !== null) rowOf(group).cells.push({ ...cell, how: 'own' });
    for (const alternate of alternates) {
      const row = alternate.group === null ? null : rowOf(alternate.group);
      if (row !== null && row.cells.every(({ storyId }) => storyId !== id))
        row.cells.push({ ...cell, how: 'alternate' });
    }
  }
  for (const competency of wanted) rowOf(competency);

  const pastRunsOf = (storyId: string) => runsOf(storyId).filter((run) => !isFuture(run, today));
  const lastDays = new Map(stories.map(({ id }) => [id, pastRunsOf(id).at(-1)?.day ?? -Infinity]));
  return {
    rows: [...rows.values()],
    gaps: [...rows.values()].flatMap((row) => gapOf(row, lastDays, today) ?? []),
    overused: [...overAsked(rows.values()), ...overRehearsed(stories, pastRunsOf, today)],
  };
}

function gapOf({ competency, cells }: MatrixRow, lastDays: Map<string, number>, today: number): Gap | null {
  if (cells.length === 0) return { competency, why: 'no-story' };
  const last = Math.max(...cells.map(({ storyId }) => lastDays.get(storyId) ?? -Infinity));
  return today - last > staleAfterDays ? { competency, why: 'not-rehearsed' } : null;
}

function overAsked(rows: Iterable<MatrixRow>): Overused[] {
  const competencies = new Map<string, number>();
  for (const { cells } of rows)
    for (const { storyId } of cells) competencies.set(storyId, (competencies.get(storyId) ?? 0) + 1);
  return [...competencies]
    .filter(([, amount]) => amount > mostCompetencies)
    .map(([storyId, amount]) => ({ storyId, why: 'many-competencies', amount }));
}

function overRehearsed(
  stories: readonly MatrixStory[],
  runsOf: (storyId: string) => readonly DatedRun[],
  today: number,
): Overused[] {
  const recent = stories.map(({ id }) => ({
    storyId: id,
    runs: runsOf(id).filter(({ day }) => day > today - recentDays).length,
  }));
  const all = recent.reduce((total, { runs }) => total + runs, 0);
  if (all < fewestRuns || stories.length < fewestStories) return [];
  return recent
    .filter(({ runs }) => runs / all > mostRunShare)
    .map(({ storyId, runs }) => ({ storyId, why: 'most-runs', amount: runs / all }));
}
