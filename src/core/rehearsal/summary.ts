import { sum } from '../prompter/plan.ts';
import { toSecond } from '../prompter/shown-times.ts';
import type { Story } from '../stories/model.ts';
import { practiseSentences } from './advice.ts';
import { writtenStories } from '../stories/written-stories.ts';
import type { NextRun } from './due.ts';
import { questionsOf, type Ask } from './questions.ts';
import { flawsOf, ratingShown, type Rating } from './rating.ts';
import type { RunRecord } from './record.ts';

/** The end of a rehearsal or a mock interview: how each answer went, and what to practise. Plain data. */
export interface SeriesSummary {
  answers: SummaryAnswer[];
  /** Total time spoken, by the times as shown, so that it is what the column adds up to. */
  totalMs: number;
  /** How many answers went over their target, were far under it, and were stopped early. */
  over: number;
  farUnder: number;
  stopped: number;
  /** Competencies that the stories cover but no question asked about; only after a mock interview. */
  notAsked: string[];
  /** At most three sentences about what to practise, the most important first. */
  practise: string[];
  /** The places of the answers to rehearse again: those rated “again” or “hard”, or suggested so. */
  weak: number[];
}

export interface SummaryAnswer {
  ask: Ask;
  /** Null if it wasn’t answered. */
  run: RunRecord | null;
  /** When the story is due again, as it is rated now; null where the run doesn’t count. */
  next: NextRun | null;
  /** The story that has the question, where the person chose another one for it. */
  meant: MeantStory | null;
}

interface MeantStory {
  title: string;
  /** Whether the chosen story covers the competency that was asked about, too. */
  fits: boolean;
}

/** What became of a question. */
export interface GivenAnswer {
  /** As it was logged last; null if it wasn’t answered. */
  run: RunRecord | null;
  /** When the story is due again after each rating; null without a run. */
  nextByRating: Record<Rating, NextRun> | null;
  /** The story that the person chose for the question; null if they didn’t choose. */
  chosenId: string | null;
}

export const notGiven: GivenAnswer = { run: null, nextByRating: null, chosenId: null };

/** Sums up a rehearsal. `given` are in the order of the questions. */
export function seriesSummary(
  kind: 'rehearsal' | 'mock',
  asks: readonly Ask[],
  given: readonly GivenAnswer[],
  stories: readonly Story[],
): SeriesSummary {
  const answers = asks.map((ask, place): SummaryAnswer => summaryOf(ask, given[place] ?? notGiven, stories));
  const told = answers.map(({ run }) => run).filter((run) => run !== null);
  const flaws = told.flatMap((run) => flawsOf(run).map((flaw) => flaw.kind));
  const count = (wanted: (typeof flaws)[number]): number => flaws.filter((flaw) => flaw === wanted).length;
  return {
    answers,
    totalMs: sum(told.map(({ totalMs }) => toSecond(totalMs))),
    over: count('over'),
    farUnder: count('under'),
    stopped: count('stopped'),
    notAsked: kind === 'mock' ? groupsNotAsked(answers, stories) : [],
    practise: practiseSentences(answers),
    weak: [...answers.keys()].filter((place) => isWeak(answers[place]?.run ?? null)),
  };
}

function summaryOf(ask: Ask, { run, nextByRating, chosenId }: GivenAnswer, stories: readonly Story[]): SummaryAnswer {
  const counted = run === null ? null : (run.rating ?? (run.finished ? run.suggested : null));
  const isOther = run !== null && chosenId !== null && chosenId !== ask.storyId;
  return {
    ask,
    run,
    next: counted === null ? null : (nextByRating?.[counted] ?? null),
    meant: isOther ? meantStory(ask, chosenId, stories) : null,
  };
}

/** Null where the chosen story has the very same question. */
function meantStory({ storyId, question, group }: Ask, chosenId: string, stories: readonly Story[]): MeantStory | null {
  const chosen = stories.find(({ id }) => id === chosenId);
  const questions = chosen === undefined ? [] : questionsOf(chosen);
  const meant = stories.find(({ id }) => id === storyId);
  if (meant === undefined || questions.some(({ text }) => text === question)) return null;
  const covers = [chosen?.group ?? null, ...questions.map((each) => each.group)];
  return { title: meant.title, fits: group !== null && covers.includes(group) };
}

function isWeak(run: RunRecord | null): boolean {
  const rating = run === null ? null : ratingShown(run);
  return rating === 'again' || rating === 'hard';
}

function groupsNotAsked(answers: readonly SummaryAnswer[], stories: readonly Story[]): string[] {
  // An interview that ended early never reached the rest.
  const reached = answers.findLastIndex(({ run }) => run !== null);
  const asked = new Set(answers.slice(0, reached + 1).map(({ ask }) => ask.group));
  const questions = writtenStories(stories)
    .flatMap((story) => questionsOf(story))
    .filter(({ kind }) => kind !== 'title');
  const groups = new Set(questions.map(({ group }) => group));
  return [...groups].filter((group) => group !== null).filter((group) => !asked.has(group));
}
