import { type DatedRun, linkHistory, type History } from '../../core/rehearsal/history.ts';
import { storyPrint, type StoryPrint } from '../../core/rehearsal/fingerprint.ts';
import {
  isInSet,
  narrowedInterview,
  nextInterviews,
  upcomingInterviews,
  wantedCompetencies,
} from '../../core/rehearsal/interviews.ts';
import { dayOf } from '../../core/rehearsal/iso-time.ts';
import type { Schedule } from '../../core/rehearsal/chosen-stories.ts';
import { progressOverview, type ProgressOverview } from '../../core/rehearsal/statistics.ts';
import { learnedPace, planByLearned, runsToldFor, type LearnedPace } from '../../core/rehearsal/pace-learned.ts';
import type { Days } from '../../core/rehearsal/schedule.ts';
import type { Plan } from '../../core/prompter/plan.ts';
import type { Telling } from '../../core/prompter/shown-story.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import type { Clock } from '../base/program.ts';
import type { PracticeLog } from './log.ts';
import { momentOf } from '../../core/local-date.ts';

/** What the log says about the current stories. */
export interface Practice {
  history: () => History;
  /** The runs of the story that has, or once had, this id; oldest first. */
  runsOf: (storyId: string) => readonly DatedRun[];
  overview: () => ProgressOverview;
  days: () => Days;
  /** What is due, of the stories that the program is narrowed to. */
  schedule: () => Schedule;
  /** The fingerprint of a story’s own text; empty without any. */
  textOf: (story: Story) => string;
  /** The pace of one telling of a story, learned from its last good runs; null if there are too few. */
  paceOf: (story: Story, telling: Telling, plan: Plan) => LearnedPace | null;
  /** The plan adapted to the person’s own runs, if the setting asks for that and there are enough of them. */
  paced: (plan: Plan, story: Story, telling: Telling) => Plan;
  /** The log changed. */
  logChanged: () => void;
}

export interface PracticeOptions {
  /** Null until it is read. */
  log: () => PracticeLog | null;
  stories: () => readonly Story[];
  settings: () => Settings;
  clock: Clock;
}

/** Caches its figures until the log, the stories, the day or a relevant setting changes. */
export function setUpPractice({ log, stories, settings, clock }: PracticeOptions): Practice {
  const prints = new WeakMap<Story, StoryPrint>();
  let linked: { stories: readonly Story[]; history: History } | null = null;
  let shown: { of: History; key: string; overview: ProgressOverview } | null = null;

  function printOf(story: Story): StoryPrint {
    const known = prints.get(story);
    if (known !== undefined) return known;
    const print = storyPrint(story);
    prints.set(story, print);
    return print;
  }

  function history(): History {
    const present = stories();
    if (linked?.stories !== present) {
      const entries = { runs: log()?.runs() ?? [], joins: log()?.joins() ?? [] };
      linked = { stories: present, history: linkHistory(present.map(printOf), entries.runs, entries.joins) };
    }
    return linked.history;
  }

  function runsOf(storyId: string): readonly DatedRun[] {
    const { byStory, gone, homeOf } = history();
    const home = homeOf(storyId);
    return (home === null ? gone.get(storyId) : byStory.get(home)) ?? [];
  }

  function days(): Days {
    const now = momentOf(clock.wallTime());
    const next = nextInterviews(stories(), upcomingInterviews(settings().interviews, now));
    return { today: dayOf(now), nextInterview: (storyId) => next.get(storyId) ?? null };
  }

  function isIn(): Schedule['isIn'] {
    const narrowed = narrowedInterview(settings(), momentOf(clock.wallTime()));
    return (story) => narrowed === null || isInSet(story, narrowed.stories);
  }

  function overview(): ProgressOverview {
    const of = history();
    const now = momentOf(clock.wallTime());
    const { interviews, leftOutGroups } = settings();
    const wanted = wantedCompetencies(settings(), now);
    const upcoming = upcomingInterviews(interviews, now);
    const ahead = upcoming.map(({ interview }) => interview);
    const key = JSON.stringify([dayOf(now), ahead, narrowedInterview(settings(), now)?.id, wanted, leftOutGroups]);
    if (shown?.of !== of || shown.key !== key) {
      const matrix = { wanted, leftOut: leftOutGroups, isIn: isIn() };
      shown = { of, key, overview: progressOverview(stories(), of, { ...days(), upcoming, matrix }) };
    }
    return shown.overview;
  }

  function paceOf(story: Story, { variant, alternate }: Telling, plan: Plan): LearnedPace | null {
    const { whole } = printOf(story).fingerprints[variant === null ? 0 : variant + 1] ?? { whole: '' };
    if (whole === '') return null;
    return learnedPace(runsToldFor(runsOf(story.id), story, alternate), whole, plan);
  }

  return {
    history,
    runsOf,
    overview,
    days,
    schedule: () => ({ due: overview().due, isIn: isIn() }),
    textOf: (story) => printOf(story).fingerprints[0]?.whole ?? '',
    paceOf,
    paced: (plan, story, telling) => {
      const pace = settings().planBy === 'runs' ? paceOf(story, telling, plan) : null;
      return pace === null ? plan : planByLearned(plan, pace);
    },
    logChanged: () => {
      linked = null;
    },
  };
}
