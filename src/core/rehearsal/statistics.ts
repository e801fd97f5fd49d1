import type { Story } from '../stories/model.ts';
import { type History, type JoinOffer, type DatedRun, isFuture } from './history.ts';
import { staleAfterDays, type DueStory } from './due.ts';
import { dueStories, type Days } from './schedule.ts';
import { writtenStories } from '../stories/written-stories.ts';
import { isInSet, rehearsalDays, type UpcomingInterview } from './interviews.ts';
import { dayName } from './iso-time.ts';
import type { Rating } from './rating.ts';
import type { RecordSection } from './record.ts';
import { isRehearsed } from './rehearsed.ts';
import type { HeardSummary } from '../voice/heard-summary.ts';

/** What the progress view and the library show of the log, apart from a story’s chart. Plain data. */
export interface ProgressOverview {
  /** Every written story, the most pressing first, by the next interview that it is in. */
  due: DueStory[];
  /** The interviews ahead, the next one first: when its stories are due for it, as if it were the only one. */
  interviews: InterviewDue[];
  days: DayRuns[];
  matrix: Matrix;
  stories: PracticedStory[];
  offers: JoinOffer[];
}

export interface InterviewDue {
  id: string;
  /** As `2026-11-22`. */
  day: string;
  due: DueStory[];
}

export interface PracticedStory {
  storyId: string;
  /** All of them, also those that were stopped early. */
  runs: number;
  /** The last one by which it was rehearsed (see rehearsed.ts). */
  last: SeriesRun | null;
  best: SeriesRun | null;
}

export interface OverviewOptions extends Days {
  /** The interviews ahead, the next one first; by default, none. */
  upcoming?: readonly UpcomingInterview[];
  /** What the matrix is about; by default, all stories. */
  matrix?: Partial<MatrixOptions>;
}

export interface MatrixOptions {
  /** Competencies that interviewers ask the person about, whether a story covers them or not. */
  wanted: readonly string[];
  /** Groups that aren’t competencies, as the person says. */
  leftOut: readonly string[];
  /** Which stories count. */
  isIn: (story: Pick<Story, 'tags' | 'group'>) => boolean;
}

/** The overview of a log linked to these stories. */
export function progressOverview(
  stories: readonly Story[],
  history: History,
  { today, nextInterview, upcoming = [], matrix = {} }: OverviewOptions,
): ProgressOverview {
  const runsOf = (storyId: string) => history.byStory.get(storyId) ?? [];
  const written = writtenStories(stories);
  const ids = written.map((story) => story.id);
  return {
    due: dueStories(ids, runsOf, { today, nextInterview }),
    interviews: upcoming.map((each) => {
      const own = written.filter((story) => isInSet(story, each.interview.stories)).map(({ id }) => id);
      const next = rehearsalDays(each);
      return {
        id: each.interview.id,
        day: dayName(each.day),
        due: dueStories(own, runsOf, { today, nextInterview: () => next }),
      };
    }),
    days: runsByDay(history.all, today),
    matrix: competencyMatrix(stories, runsOf, today, matrix),
    stories: ids.map((storyId) => {
      const { runs, last, best } = storySeries(runsOf(storyId));
      return { storyId, runs: runs.length, last, best };
    }),
    offers: history.offers,
  };
}

/** The rehearsals of a day. */
export interface DayRuns {
  /** As `2026-11-22`, in the time zone of the rehearsal. */
  day: string;
  runs: number;
  spokenMs: number;
}

/** A run as a point in a story’s chart. */
export interface SeriesRun {
  at: string;
  day: string;
  totalMs: number;
  targetMs: number;
  finished: boolean;
  rating: Rating | null;
  sections: RecordSection[];
  /** What was heard of each section; null where nobody listened. */
  heard: HeardSummary['sections'] | null;
}

/** A story’s runs, oldest first, with the last by which it was rehearsed, and the best. */
export interface StorySeries {
  runs: SeriesRun[];
  last: SeriesRun | null;
  /** The finished run closest to its target, as a share of it; of two equally close, the later. */
  best: SeriesRun | null;
}

const weekDays = 7;

/** Each day of the last twelve weeks with its rehearsals, today last. `today` is a day number. */
export function runsByDay(runs: readonly DatedRun[], today: number, weeks = 12): DayRuns[] {
  const first = today - weeks * weekDays + 1;
  const days = Array.from({ length: weeks * weekDays }, (_, index) => ({
    day: dayName(first + index),
    runs: 0,
    spokenMs: 0,
  }));
  for (const { run, day } of runs) {
    const entry = days[day - first];
    if (entry === undefined) continue;
    entry.runs += 1;
    entry.spokenMs += run.totalMs;
  }
  return days;
}

/** A story’s chart. Its runs must be oldest first. */
export function storySeries(dated: readonly DatedRun[]): StorySeries {
  const runs = dated.map(({ run, day }): SeriesRun => {
    const { at, totalMs, targetMs, finished, rating, sections, heard } = run;
    const heardSections = heard?.sections ?? null;
    return { at, day: dayName(day), totalMs, targetMs, finished, rating, sections, heard: heardSections };
  });
  let best: SeriesRun | null = null;
  for (const run of runs) if (run.finished && (best === null || offTarget(run) <= offTarget(best))) best = run;
  return { runs, last: runs.findLast(isRehearsed) ?? null, best };
}

function offTarget({ totalMs, targetMs }: SeriesRun): number {
  return Math.abs(totalMs - targetMs) / targetMs;
}

/** Competencies by stories: which story covers what, where the gaps are, and which story is overused. Plain data. */
export interface Matrix {
  rows: MatrixRow[];
  gaps: Gap[];
  overused: Overused[];
}

export interface MatrixRow {
  competency: string;
  /** Only stories that cover it, in their listed order. */
  cells: MatrixCell[];
}

export interface MatrixCell {
  storyId: string;
  /** The story is listed under this competency, or says that it also works for it. */
  how: 'own' | 'alternate';
  /** How often it was rehearsed (see rehearsed.ts), and when last. */
  runs: number;
  /** As `2026-11-22`; null if never. */
  lastDay: string | null;
}

export interface Gap {
  competency: string;
  /** `planned`: the only stories are ones that aren’t written yet. */
  why: 'no-story' | 'planned' | 'not-rehearsed';
}

export interface Overused {
  storyId: string;
  why: 'many-competencies' | 'most-runs';
  /** How many competencies, or which share of the runs (0 to 1). */
  amount: number;
}

/** Interviewers compare notes: a story that covers more competencies than this will be heard twice. */
const mostCompetencies = 3;
/** A story with more than this share of recent runs keeps the person from rehearsing the others… */
const mostRunShare = 0.5;
const recentDays = 28;
/** …but only once there are some runs, and more than two stories to choose from. */
const fewestRuns = 6;
const fewestStories = 3;

type MatrixStory = Pick<Story, 'id' | 'group' | 'planned' | 'alternates' | 'tags' | 'question'>;

/**
 * The matrix of these stories. Names of competencies that differ only in case or spaces are the same. A group without any
 * question, such as that of a pitch, is a competency only if it is wanted. `runsOf` returns a story’s runs, oldest first.
 * Those dated in the future are counted, but don’t close a gap or make a story overused. A planned story has a row for
 * its competency, but covers nothing.
 */
export function competencyMatrix(
  all: readonly MatrixStory[],
  runsOf: (storyId: string) => readonly DatedRun[],
  today: number,
  { wanted = [], leftOut = [], isIn = () => true }: Partial<MatrixOptions> = {},
): Matrix {
  const listed = all.filter(isIn);
  const stories = writtenStories(listed);
  const rows = new Map<string, MatrixRow>();
  const rowOf = (competency: string) => {
    const row = rows.get(competencyKey(competency)) ?? { competency, cells: [] };
    rows.set(competencyKey(competency), row);
    return row;
  };
  const planned = new Set<MatrixRow>();
  for (const story of listed) {
    const row = story.group === null ? null : rowOf(story.group);
    if (row !== null && story.planned) planned.add(row);
  }
  for (const { id, group, alternates } of stories) {
    const runs = runsOf(id).filter(({ run }) => isRehearsed(run));
    const last = runs.at(-1);
    const cell = { storyId: id, runs: runs.length, lastDay: last === undefined ? null : dayName(last.day) };
    if (group !== null) rowOf(group).cells.push({ ...cell, how: 'own' });
    for (const alternate of alternates) {
      const row = alternate.group === null ? null : rowOf(alternate.group);
      if (row !== null && row.cells.every(({ storyId }) => storyId !== id))
        row.cells.push({ ...cell, how: 'alternate' });
    }
  }
  const wantedKeys = new Set(wanted.map(competencyKey));
  const asked = new Set(listed.filter(isAskedAbout).map(({ group }) => competencyKey(group ?? '')));
  const out = new Set(leftOut.map(competencyKey));
  for (const [key, { cells }] of rows) {
    const isPitch = !asked.has(key) && cells.length > 0 && cells.every(({ how }) => how === 'own');
    if ((isPitch || out.has(key)) && !wantedKeys.has(key)) rows.delete(key);
  }
  for (const competency of wanted) rowOf(competency);

  const pastRunsOf = (storyId: string) =>
    runsOf(storyId).filter((dated) => isRehearsed(dated.run) && !isFuture(dated, today));
  const lastDays = new Map(stories.map(({ id }) => [id, pastRunsOf(id).at(-1)?.day ?? -Infinity]));
  return {
    rows: [...rows.values()],
    gaps: [...rows.values()].flatMap((row) => gapOf(row, planned.has(row), lastDays, today) ?? []),
    overused: [...overAsked(rows.values()), ...overRehearsed(stories, pastRunsOf, today)],
  };
}

function competencyKey(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Whether an interviewer asks for a story with a question, rather than by its title. */
function isAskedAbout({ question, planned, alternates }: MatrixStory): boolean {
  return question !== null || planned || alternates.length > 0;
}

function gapOf(
  { competency, cells }: MatrixRow,
  isPlanned: boolean,
  lastDays: Map<string, number>,
  today: number,
): Gap | null {
  if (cells.length === 0) return { competency, why: isPlanned ? 'planned' : 'no-story' };
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
