import path from 'node:path';
import { parseArgs } from 'node:util';
import { errorCode } from '../services/error-code.ts';

/** What a person asked for on the command line of `serve`, and of `npm start`. */
export interface ServeOptions {
  /** A folder or a file, absolute; null means what was opened last. */
  stories: string | null;
  /** 0 takes a free one. */
  port: number;
  /** Whether to open the browser. */
  open: boolean;
}

export const serveUsage = '[--stories DIR] [--port N] [--no-open]';

/** Reads the options; a sentence when they can't be understood. `cwd` is what relative folders are relative to. */
export function parseServeOptions(args: readonly string[], cwd: string): ServeOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stories: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      return `--port takes a number up to 65535, not "${values.port}".`;
    }
    const [stories, ...more] = values.stories;
    if (stories === '') return '--stories takes a folder or a Markdown file: --stories ~/stories';
    if (more.length > 0) return 'Give --stories once: Offbook reads one folder at a time.';
    return {
      stories: stories === undefined ? null : path.resolve(cwd, stories),
      port: Number(values.port),
      open: !values['no-open'],
    };
  } catch (error) {
    // Its first sentence says what is wrong, the others explain the grammar.
    if (errorCode(error).startsWith('ERR_PARSE_ARGS') && error instanceof Error) return firstSentence(error.message);
    throw error;
  }
}

function firstSentence(text: string): string {
  return `${text.split(/[.\n]\s*/, 1)[0]}.`;
}
