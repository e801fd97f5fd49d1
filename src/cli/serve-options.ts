import path from 'node:path';
import { parseArgs } from 'node:util';
import { errorCode } from '../services/base/system-error.ts';

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
  // The parser takes "-1" for an option, and would say so.
  const portAt = args.indexOf('--port');
  const negative = portAt === -1 ? undefined : args[portAt + 1];
  if (negative !== undefined && /^-\d/.test(negative)) return portSentence(negative);
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
      return portSentence(values.port);
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

function portSentence(given: string): string {
  return `The port must be a number from 0 to 65535, not "${given}": --port 4000. With 0, a free one is taken.`;
}

function firstSentence(text: string): string {
  return `${text.split(/[.\n]\s*/, 1)[0]}.`;
}
