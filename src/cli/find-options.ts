import path from 'node:path';
import { parseArgs } from 'node:util';
import { errorCode } from '../services/base/system-error.ts';

/** What a person asked for on the command line of `find`. */
export interface FindOptions {
  words: string;
  /** A folder or a file, absolute; null means what was opened last. */
  stories: string | null;
  json: boolean;
}

export const findUsage = '"WORDS" [--stories DIR] [--json]';

/** Reads the options; a sentence when they can't be understood. `cwd` is what relative folders are relative to. */
export function parseFindOptions(args: readonly string[], cwd: string): FindOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        stories: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    const words = positionals.join(' ').trim();
    if (words === '') return 'Say what to look for: find "team morale"';
    const [stories, ...more] = values.stories;
    if (stories === '') return '--stories takes a folder or a Markdown file: --stories ~/stories';
    if (more.length > 0) return 'Give --stories once: a folder, or a Markdown file.';
    return { words, stories: stories === undefined ? null : path.resolve(cwd, stories), json: values.json };
  } catch (error) {
    // Its first sentence says what is wrong, the others explain the grammar.
    if (!errorCode(error).startsWith('ERR_PARSE_ARGS') || !(error instanceof Error)) throw error;
    return `${error.message.split(/[.\n]\s*/u, 1)[0]}.`;
  }
}
