import { makePlan, type Plan } from '../core/prompter/plan.ts';
import { storyPrint } from '../core/rehearsal/fingerprint.ts';
import { linkHistory } from '../core/rehearsal/history.ts';
import { learnedPace, planByLearned } from '../core/rehearsal/pace-learned.ts';
import { defaultSettings } from '../core/settings/schema.ts';
import type { Story } from '../core/stories/model.ts';
import { outlineOf } from '../core/stories/outline/told.ts';
import { describeError } from '../services/base/system-error.ts';
import { emptyLog, readLog } from '../services/practice/log-read.ts';
import { practiceLogFile } from '../services/practice/log.ts';
import { settingsDirOf, type Io } from './io.ts';
import { parsePlanOptions, refuseOptions } from './options.ts';
import { refuseStory, storiesIn } from './read-library.ts';

/**
 * `offbook plan`: prints when each section and row of a story's outline starts and ends, as JSON. Returns the exit
 * code: 0, 1 if the file can't be read, 2 for bad options. For an unknown id, the known ones are listed.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = parsePlanOptions(args, io.cwd);
  if (typeof options === 'string') return refuseOptions('plan', options, io);
  const stories = await storiesIn(options.file, io);
  if (stories === null) return 1;
  const story = stories.find(({ id }) => id === options.story);
  if (story === undefined) return refuseStory(options.story, options.file, stories, io);
  const { targetMs: usualMs, wordsPerMinute } = defaultSettings();
  const targetMs = options.targetMs ?? story.targetMs ?? usualMs;
  const plan = makePlan(outlineOf(story, null), story.answer, { targetMs, wordsPerMinute, by: options.by });
  const shown = options.by === 'runs' ? await planByRuns(plan, story, stories, io) : plan;
  io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return 0;
}

/**
 * A story's plan by the times of its last good runs. If the log has too few of them or can't be read, the plan stays
 * as it is and stderr says so. `stories` are all those of the file, since a renamed one is recognized by its text.
 */
export async function planByRuns(plan: Plan, story: Story, stories: readonly Story[], io: Io): Promise<Plan> {
  const file = practiceLogFile(settingsDirOf(io));
  try {
    const { runs, joins } = await readLog(file, emptyLog());
    const prints = stories.map(storyPrint);
    const whole = prints.find(({ id }) => id === story.id)?.fingerprints[0]?.whole ?? '';
    const own = linkHistory(prints, runs, joins).byStory.get(story.id) ?? [];
    const pace = learnedPace(own, whole, plan);
    if (pace !== null) return planByLearned(plan, pace);
    io.stderr.write(
      `The log ${file} has fewer than two runs of the current “${story.title}” that are rated good or easy and have every section marked; planned by words.\n`,
    );
  } catch (error) {
    io.stderr.write(`The practice log ${file} can’t be read: ${describeError(error)}; planned by words.\n`);
  }
  return plan;
}
