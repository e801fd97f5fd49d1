import type { Story } from '../stories/model.ts';
import type { History, JoinOffer } from './history.ts';
import { competencyMatrix, type Matrix } from './matrix.ts';
import { runsByDay, storySeries, type DayRuns, type SeriesRun } from './progress.ts';
import { dueStories, type Days, type DueStory } from './schedule.ts';

/** All that the progress view and the library show of the log, but for a story's curve. Plain data. */
export interface ProgressOverview {
  /** Every story, the most pressing first. */
  due: DueStory[];
  days: DayRuns[];
  matrix: Matrix;
  stories: PracticedStory[];
  offers: JoinOffer[];
}

export interface PracticedStory {
  storyId: string;
  runs: number;
  last: SeriesRun | null;
  best: SeriesRun | null;
}

export interface OverviewOptions extends Days {
  /** Competencies that the person is asked about, whether a story answers them or not. */
  wanted?: readonly string[];
}

/** The overview of a log that was linked to these stories. */
export function progressOverview(
  stories: readonly Story[],
  history: History,
  { today, interview, wanted = [] }: OverviewOptions,
): ProgressOverview {
  const runsOf = (storyId: string) => history.byStory.get(storyId) ?? [];
  const ids = stories.map((story) => story.id);
  return {
    due: dueStories(ids, runsOf, { today, interview }),
    days: runsByDay(history.all, today),
    matrix: competencyMatrix(stories, runsOf, today, wanted),
    stories: ids.map((storyId) => {
      const { runs, last, best } = storySeries(runsOf(storyId));
      return { storyId, runs: runs.length, last, best };
    }),
    offers: history.offers,
  };
}
