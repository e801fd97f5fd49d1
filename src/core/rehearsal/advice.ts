import { differenceWords, offTime, roundDuration, shownSections, toSecond } from '../prompter/shown-times.ts';
import { sum } from '../prompter/plan.ts';
import type { SectionKind } from '../stories/model.ts';
import { shortName } from '../stories/short-names.ts';
import { shortened } from '../values.ts';
import { flawsOf, ratings } from './rating.ts';
import type { RecordSection, RunRecord } from './record.ts';
import type { Ask } from './questions.ts';

/*
 * What to practise, in sentences whose figures come from the runs and can be checked against the sheet that shows them.
 */

const mostSentences = 3;
/** A quoted item has at most so many characters. */
const longestItem = 60;
/** A section that ran this much over its plan, and this share of it, is worth a sentence. */
const sectionOverMs = 5000;
const sectionOverShare = 0.25;
/** A section that runs over in this many answers is a habit, if they are at least half of those that have it. */
const habitFrom = 2;

/** An answer; `meant` is the story that has the question, where the person told another. */
interface Told {
  ask: Ask;
  run: RunRecord | null;
  meant: { title: string; fits: boolean } | null;
}

/** A sentence about an answer, and how much it matters. */
interface Point {
  weight: number;
  sentence: string;
}

/** At most three sentences: a habit in several answers first, then the worst thing about each of the others. */
export function practiseSentences(answers: readonly Told[]): string[] {
  const runs = answers.map(({ run }) => run).filter((run) => run !== null);
  const habit = habitOf(runs);
  const points = answers.flatMap((answer) => worstPoint(answer, habit?.kind ?? null) ?? []);
  const ordered = points.toSorted((one, other) => other.weight - one.weight).map(({ sentence }) => sentence);
  return [...(habit === null ? [] : [habit.sentence]), ...ordered].slice(0, mostSentences);
}

interface Habit {
  kind: SectionKind;
  sentence: string;
}

/** The section that ran over in most of the answers; null if none did in enough of them. */
function habitOf(runs: readonly RunRecord[]): Habit | null {
  const timed = runs.flatMap(timedSections);
  const kinds = Map.groupBy(
    timed.filter(({ kind }) => kind !== 'other'),
    ({ kind }) => kind,
  );
  const habits = [...kinds].flatMap(([kind, sections]) => {
    const over = sections.filter(isFarOver).map(overOf);
    return over.length < habitFrom || over.length * 2 < sections.length ? [] : [{ kind, of: sections.length, over }];
  });
  const [worst] = habits.toSorted((one, other) => sum(other.over) - sum(one.over));
  if (worst === undefined) return null;
  const { kind, of, over } = worst;
  const where = over.length === of ? `each of the ${of} answers` : `${over.length} of ${of} answers`;
  const mean = differenceWords(sum(over) / over.length);
  return { kind, sentence: `The ${kind} ran over in ${where}, by ${mean} on average.` };
}

function worstPoint({ ask, run, meant }: Told, habit: SectionKind | null): Point | null {
  const points = run === null ? [] : pointsOf(run, habit);
  if (run !== null && meant !== null && !meant.fits) {
    const sentence = `For “${shortName(ask.question)}” you told “${nameOf(run)}”; the story for it is “${shortName(meant.title)}”.`;
    // Worse than what costs half a rating, better than what costs all of it.
    points.push({ weight: 3.5, sentence });
  }
  return points.toSorted((one, other) => other.weight - one.weight)[0] ?? null;
}

/** What cost the run a rating, the worse the heavier, and its longest section overrun. */
function pointsOf(run: RunRecord, habit: SectionKind | null): Point[] {
  const flaws = flawsOf(run).filter(({ best }) => best !== 'good');
  const points = flaws.map(({ kind, best }): Point => {
    const weight = ratings.length - ratings.indexOf(best);
    // How far off it was decides between equals.
    return {
      weight: weight + Math.min(0.4, Math.abs(run.totalMs / run.targetMs - 1) / 10),
      sentence: sentences[kind](run),
    };
  });
  const longest = longestOverrun(run);
  if (longest !== null && longest.kind !== habit) {
    const sentence = `The ${sectionName(longest)} ran ${differenceWords(overOf(longest))} over in “${nameOf(run)}”.`;
    points.push({ weight: 1 + overOf(longest) / run.targetMs, sentence });
  }
  return points;
}

const sentences = {
  stopped: (run: RunRecord) => {
    const last = run.sections.length < 2 ? undefined : timedSections(run).at(-1);
    const where = last === undefined ? '' : ` in the ${sectionName(last)}`;
    return `You stopped “${nameOf(run)}”${where}, at ${roundDuration(run.totalMs)} of ${roundDuration(run.targetMs)}. Tell it to the end.`;
  },
  over: (run: RunRecord) => {
    const section = longestOverrun(run);
    const cure =
      section === null
        ? 'Shorten it.'
        : `Shorten the ${sectionName(section)}, which ran ${differenceWords(overOf(section))} over.`;
    return `“${nameOf(run)}” ran ${offTime(run.totalMs, run.targetMs)} its ${roundDuration(run.targetMs)}. ${cure}`;
  },
  under: (run: RunRecord) => {
    const [section] = timedSections(run)
      .filter((each) => overOf(each) < 0)
      .toSorted((one, other) => overOf(one) - overOf(other));
    const isOne = run.sections.length < 2 || section === undefined;
    const cure = isOne
      ? 'Say more.'
      : `Say more in the ${sectionName(section)}, which was ${offTime(section.spokenMs, section.plannedMs)}.`;
    return `“${nameOf(run)}” was ${offTime(run.totalMs, run.targetMs)} its ${roundDuration(run.targetMs)}. ${cure}`;
  },
  leftOut: ({ missed, items, ...run }: RunRecord) => {
    const first = shortened(missed[0]?.text ?? '', longestItem);
    return `You left out ${missed.length} of ${items} points in “${nameOf(run)}”${missed.length === 1 ? ':' : ', such as'} “${first}”.`;
  },
  peeks: (run: RunRecord) =>
    `You peeked ${run.peeks === 1 ? 'once' : `${run.peeks} times`} in “${nameOf(run)}”. Rehearse it with more of the text in view.`,
} as const;

type TimedSection = RecordSection & { spokenMs: number };

/** The sections whose time is known and that have a name, with their times as shown. */
function timedSections({ sections }: RunRecord): TimedSection[] {
  return shownSections(sections).filter(
    (section): section is TimedSection =>
      section.spokenMs !== null && (section.kind !== 'other' || section.label !== ''),
  );
}

function overOf({ spokenMs, plannedMs }: TimedSection): number {
  return toSecond(spokenMs) - toSecond(plannedMs);
}

function isFarOver(section: TimedSection): boolean {
  return overOf(section) >= Math.max(sectionOverMs, section.plannedMs * sectionOverShare);
}

function longestOverrun(run: RunRecord): TimedSection | null {
  if (run.sections.length < 2) return null;
  const over = timedSections(run).filter(isFarOver);
  return over.toSorted((one, other) => overOf(other) - overOf(one))[0] ?? null;
}

function sectionName({ kind, label }: RecordSection): string {
  return kind === 'other' ? `“${label}”` : kind;
}

function nameOf({ title }: Pick<RunRecord, 'title'>): string {
  return shortName(title);
}
