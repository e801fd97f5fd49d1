import { makePlan } from '../core/prompter/plan.ts';
import { defaultSettings } from '../core/settings/schema.ts';
import type { Io } from './io.ts';
import { planByRuns } from './plan-by-runs.ts';
import { parsePlanOptions, planUsage } from './plan-options.ts';
import { readPaths } from './read-library.ts';

/**
 * `offbook plan`: prints when each section and row of a story's outline starts and ends, as JSON. Gives the exit
 * code: 0, 1 when the file can't be read, 2 for bad options; an id that isn't there is one, and the ids are told.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = parsePlanOptions(args, io.cwd);
  if (typeof options === 'string') {
    io.stderr.write(`${options}\nUsage: offbook plan ${planUsage}\n`);
    return 2;
  }
  const { stories, problems } = await readPaths([options.file], io.cwd);
  for (const { file, line, severity, message } of problems) {
    if (severity === 'error') io.stderr.write(`${line === null ? file : `${file}:${line}`} ${message}\n`);
  }
  if (stories.length === 0) {
    io.stderr.write(`There is no story in ${options.file}.\n`);
    return 1;
  }
  const story = stories.find(({ id }) => id === options.story);
  if (story === undefined) {
    const what = options.story === null ? 'Say which story: --story ID.' : `There is no story "${options.story}".`;
    const ids = stories.map(({ id, title }) => `  ${id}  (${title})\n`);
    io.stderr.write(`${what} The ids in ${options.file} are:\n${ids.join('')}`);
    return 2;
  }
  const { targetMs: usualMs, wordsPerMinute } = defaultSettings();
  const targetMs = options.targetMs ?? story.targetMs ?? usualMs;
  const plan = makePlan(story.outline.sections, story.answer, { targetMs, wordsPerMinute, by: options.by });
  const shown = options.by === 'runs' ? await planByRuns(plan, story, stories, io) : plan;
  io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return 0;
}
