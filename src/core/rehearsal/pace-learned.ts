import { apportion, sum, type Plan, type PlanRow, type PlanSection } from '../prompter/plan.ts';
import { median } from '../values.ts';
import type { Story } from '../stories/model.ts';
import { isToldDifferently } from '../stories/outline/told.ts';
import type { DatedRun } from './history.ts';
import { askedAlternate } from './questions.ts';

/** Section times from real runs, to make a plan from. */
export interface LearnedPace {
  /** The median time of each section of the plan; 0 for one without rows. */
  sectionsMs: number[];
  /** How many runs it was learned from. */
  runs: number;
}

export interface LearnedRate {
  /** Whole words a minute, within the setting’s limits. */
  wordsPerMinute: number;
  runs: number;
}

/** One run is chance; older runs tell the story another way. */
const fewestRuns = 2;
const latestRuns = 5;
const latestFullRuns = 10;

/** As in plan.ts: no row is shorter, or nobody could read it. */
const shortestRowMs = 1000;

/** The limits of the setting `wordsPerMinute`. Nobody speaks slower or faster: such a run started or ended by a slip. */
const slowestRate = 60;
const fastestRate = 300;

/**
 * How long the person takes for each section of a plan, from the last good runs of the same text: rated good or easy,
 * each section marked. Null with fewer than two. `runs` must be oldest first.
 */
export function learnedPace(runs: readonly DatedRun[], fingerprint: string, plan: Plan): LearnedPace | null {
  const timed = plan.sections.filter(hasTime);
  const good = runs
    .map(({ run }) => run)
    .filter((run) => run.fingerprint === fingerprint && run.finished)
    .filter((run) => run.rating === 'good' || run.rating === 'easy')
    .filter(({ sections }) => sections.length === timed.length && sections.every(({ spokenMs }) => spokenMs !== null))
    .filter(({ sections }) => sections.every(({ kind }, index) => kind === timed[index]?.kind))
    .slice(-latestRuns);
  if (good.length < fewestRuns) return null;
  const medians = timed.map((_, index) => median(good.map(({ sections }) => sections[index]?.spokenMs ?? 0)));
  return {
    sectionsMs: plan.sections.map((section) => medians[timed.indexOf(section)] ?? 0),
    runs: good.length,
  };
}

/**
 * The runs of a story that say the same as it says for this alternate: one with notes has its own runs, and all other
 * questions share theirs.
 */
export function runsToldFor(runs: readonly DatedRun[], story: Story, alternate: number | null): DatedRun[] {
  const withNotes = (asked: number | null): number | null => (isToldDifferently(story, asked) ? asked : null);
  return runs.filter(({ run: { questionKind: kind, question } }) => {
    return withNotes(askedAlternate(story, { kind, question })) === withNotes(alternate);
  });
}

/**
 * The plan with its sections as long as the person really takes for them, scaled to the same target; within a section
 * the rows keep their proportions, none shorter than a second. A plan too tight for that stays as it is.
 */
export function planByLearned(plan: Plan, { sectionsMs }: LearnedPace): Plan {
  if (sum(sectionsMs) === 0 || plan.rows.some((row) => lengthOf(row) < shortestRowMs)) return plan;
  const rowsOf = Map.groupBy(plan.rows, (row) =>
    plan.sections.find((section) => hasTime(section) && row.endMs <= section.endMs),
  );
  const sectionRows = plan.sections.map((section) => rowsOf.get(section) ?? []);
  const lengths = apportion(
    plan.targetMs,
    sectionsMs,
    sectionRows.map((rows) => rows.length * shortestRowMs),
  );
  const learned: Plan = { ...plan, sections: [], rows: [] };
  let reachedMs = 0;
  for (const [index, rows] of sectionRows.entries()) {
    const startMs = reachedMs;
    const rowLengths = apportion(
      lengths[index] ?? 0,
      rows.map(lengthOf),
      rows.map(() => shortestRowMs),
    );
    for (const [place, { id }] of rows.entries()) {
      const rowStartMs = reachedMs;
      reachedMs += rowLengths[place] ?? 0;
      learned.rows.push({ id, startMs: rowStartMs, endMs: reachedMs });
    }
    const { kind, label } = plan.sections[index] ?? { kind: 'other', label: '' };
    learned.sections.push({ kind, label, startMs, endMs: reachedMs });
  }
  return learned;
}

/**
 * The median words a minute of the last runs with the full answer on screen throughout; null with fewer than two. Runs
 * rated “again”, stopped early, or too fast or slow for speech don’t count. `runs` must be oldest first.
 */
export function learnedRate(runs: readonly DatedRun[]): LearnedRate | null {
  const rates = runs
    .map(({ run }) => run)
    .filter((run) => run.level === 'full' && run.levelChanges.length === 0 && run.finished && run.rating !== 'again')
    .map((run) => (run.words * 60_000) / run.totalMs)
    .filter((rate) => rate >= slowestRate && rate <= fastestRate)
    .slice(-latestFullRuns);
  return rates.length < fewestRuns ? null : { wordsPerMinute: Math.round(median(rates)), runs: rates.length };
}

function hasTime(section: PlanSection): boolean {
  return section.endMs > section.startMs;
}

function lengthOf(row: PlanRow): number {
  return row.endMs - row.startMs;
}
