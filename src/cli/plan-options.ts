import path from 'node:path';
import { parseArgs } from 'node:util';
import type { PlanOptions as CorePlanOptions } from '../core/prompter/plan.ts';
import { parseDuration } from '../core/stories/duration.ts';
import { errorCode } from '../services/base/system-error.ts';

/** What a person asked for on the command line of `plan`. */
export interface PlanArguments {
  /** Whole path of a file, or a folder. */
  file: string;
  /** Null where they named none: they are told the ids then. */
  story: string | null;
  /** Null means the story's own target, or two minutes. */
  targetMs: number | null;
  by: CorePlanOptions['by'];
}

export const planUsage = 'FILE --story ID [--target 2:30] [--by words|shares|runs]';

/** Reads the options; a sentence when they can't be understood. `cwd` is what a relative FILE is relative to. */
export function parsePlanOptions(args: readonly string[], cwd: string): PlanArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { story: { type: 'string' }, target: { type: 'string' }, by: { type: 'string', default: 'words' } },
    });
    const [file = '', ...more] = positionals;
    if (file === '' || more.length > 0) return 'Name one story file: plan my-stories.md --story ID';
    const { story = null, target, by } = values;
    if (by !== 'words' && by !== 'shares' && by !== 'runs') {
      return `--by takes "words", "shares" or "runs", not "${by}".`;
    }
    const targetMs = target === undefined ? null : readTarget(target);
    if (target !== undefined && targetMs === null) {
      return `--target takes a time from 0:05 to 60:00, such as 2:30, or seconds, such as 150; not "${target}".`;
    }
    return { file: path.resolve(cwd, file), story, targetMs, by };
  } catch (error) {
    // Its first sentence says what is wrong, the others explain the grammar.
    if (!errorCode(error).startsWith('ERR_PARSE_ARGS') || !(error instanceof Error)) throw error;
    return `${error.message.split(/[.\n]\s*/u, 1)[0]}.`;
  }
}

function readTarget(written: string): number | null {
  return parseDuration(/^\d+$/u.test(written) ? `${written} s` : written);
}
