import { homedir } from 'node:os';
import type { Plan } from '../core/prompter/plan.ts';
import { storyPrint } from '../core/rehearsal/fingerprint.ts';
import { linkHistory } from '../core/rehearsal/history.ts';
import { learnedPace, planByLearned } from '../core/rehearsal/pace-learned.ts';
import type { Story } from '../core/stories/model.ts';
import { describeError } from '../services/base/system-error.ts';
import { emptyLog, readLog } from '../services/practice/log-read.ts';
import { practiceLogFile } from '../services/practice/log.ts';
import { settingsDirectory } from '../services/system/paths.ts';
import type { Io } from './io.ts';

/**
 * The plan of a story as the person's last good runs make it. Where the log has too few of them, or can't be read,
 * it stays as it is and stderr says so. `stories` are all of the file, since a renamed one is known by its text.
 */
export async function planByRuns(plan: Plan, story: Story, stories: readonly Story[], io: Io): Promise<Plan> {
  const file = practiceLogFile(settingsDirectory(process.platform, io.env, homedir()));
  try {
    const { runs, joins } = await readLog(file, emptyLog());
    const prints = stories.map(storyPrint);
    const whole = prints.find(({ id }) => id === story.id)?.fingerprints[0]?.whole ?? '';
    const own = linkHistory(prints, runs, joins).byStory.get(story.id) ?? [];
    const pace = learnedPace(own, whole, plan);
    if (pace !== null) return planByLearned(plan, pace);
    io.stderr.write(
      `The log ${file} has fewer than two runs of “${story.title}” as it is now that are rated good or easy, with every section marked; planned by words.\n`,
    );
  } catch (error) {
    io.stderr.write(`The practice log ${file} can't be read: ${describeError(error)}; planned by words.\n`);
  }
  return plan;
}
