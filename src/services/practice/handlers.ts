import { access } from 'node:fs/promises';
import type { Handlers } from '../../core/contract/contract.ts';
import { makePlan } from '../../core/prompter/plan.ts';
import { dayName } from '../../core/rehearsal/iso-time.ts';
import { learnedRate } from '../../core/rehearsal/pace-learned.ts';
import { storySeries } from '../../core/rehearsal/statistics.ts';
import { recordVersion } from '../../core/rehearsal/record.ts';
import { outlineOf } from '../../core/stories/outline/told.ts';
import type { Progress, StoryPractice } from '../../core/rehearsal/state.ts';
import { errorCode } from '../base/system-error.ts';
import type { PracticeLog } from './log.ts';
import type { Practice } from './statistics.ts';
import type { Services } from '../base/program.ts';
import { asWritten } from '../../core/prompter/shown-story.ts';
import { targetOf } from '../../core/prompter/target.ts';
import { dateForLog } from '../../core/local-date.ts';

export interface ProgressParts {
  practice: Practice;
  /** The log, once it is read. */
  log: () => Promise<PracticeLog>;
}

type ProgressCalls = 'readProgress' | 'readStoryPractice' | 'joinHistory' | 'openLog';

/** More points make a chart that nobody can read, and a slow page. */
const mostPoints = 200;

/** The calls about the log and its figures. */
export function progressHandlers(
  { stories, settings, clock, openInEditor }: Services,
  { practice, log }: ProgressParts,
): Pick<Handlers, ProgressCalls> {
  return {
    readProgress: async (): Promise<Progress> => {
      const open = await log();
      // Another program, or somebody with an editor, may have added runs.
      await open.refresh();
      const { wordsPerMinute } = settings();
      const rate = learnedRate(practice.history().all);
      return {
        ...practice.overview(),
        log: open.state(),
        rate: rate?.wordsPerMinute === wordsPerMinute ? null : rate,
        today: dayName(practice.days().today),
      };
    },
    readStoryPractice: async ({ id }): Promise<StoryPractice | null> => {
      await log();
      const story = stories().find((candidate) => candidate.id === id);
      const due = practice.overview().due.find(({ storyId }) => storyId === id);
      if (story === undefined || due === undefined) return null;
      const { runs, best } = storySeries(practice.runsOf(id));
      const { wordsPerMinute } = settings();
      const options = { targetMs: targetOf(story, settings()), wordsPerMinute, by: 'words' as const };
      const plan = makePlan(outlineOf(story, null), story.answer, options);
      return {
        series: runs.slice(-mostPoints),
        best,
        learned: practice.paceOf(story, asWritten, plan)?.runs ?? null,
        due,
      };
    },
    joinHistory: async ({ from, to }) => {
      const open = await log();
      // This includes runs that were assigned to a story before: a wrong choice can be changed.
      const isGone = !stories().some(({ id }) => id === from);
      if (!isGone || !practice.history().all.some(({ run }) => run.story === from)) {
        throw new Error(`There are no unassigned runs of “${from}” any more. Look at the progress again.`);
      }
      if (to !== null && !stories().some(({ id }) => id === to)) {
        throw new Error('That story isn’t in your files any more. Choose another one.');
      }
      await open.add({ v: recordVersion, type: 'join', at: dateForLog(clock.wallTime()), from, to });
      return null;
    },
    openLog: async () => {
      const { file } = (await log()).state();
      if (!(await isThere(file)))
        throw new Error(`There are no runs yet, so ${file} doesn’t exist. Rehearse a story first.`);
      await openInEditor(file, 1);
      return null;
    },
  };
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}
