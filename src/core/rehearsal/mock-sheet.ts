import { sum } from '../prompter/apportion.ts';
import type { Story } from '../stories/model.ts';
import { questionsOf, type Ask } from './questions.ts';
import type { RunRecord } from './record.ts';

/** What a mock interview came to. Plain data. */
export interface MockSheet {
  answers: MockAnswer[];
  /** Time spoken in all. */
  totalMs: number;
  /** How many answers went over their target. */
  over: number;
  /** Competencies that could have been asked about and were not. */
  notAsked: string[];
}

export interface MockAnswer {
  ask: Ask;
  /** Null where it was not answered. */
  run: RunRecord | null;
}

/** The sheet of a mock interview: `runs` by the place of their question, null for one that was skipped. */
export function mockSheet(
  asks: readonly Ask[],
  runs: readonly (RunRecord | null)[],
  stories: readonly Story[],
): MockSheet {
  const answers = asks.map((ask, place): MockAnswer => ({ ask, run: runs[place] ?? null }));
  const told = answers.map(({ run }) => run).filter((run) => run !== null);
  // An interview that was ended early never came to the rest.
  const reached = answers.findLastIndex(({ run }) => run !== null);
  const asked = new Set(asks.slice(0, reached + 1).map(({ group }) => group));
  const questions = stories.flatMap((story) => questionsOf(story)).filter(({ kind }) => kind !== 'title');
  const groups = new Set(questions.map(({ group }) => group));
  return {
    answers,
    totalMs: sum(told.map((run) => run.totalMs)),
    over: told.filter((run) => run.totalMs > run.targetMs).length,
    notAsked: [...groups].filter((group) => group !== null).filter((group) => !asked.has(group)),
  };
}
