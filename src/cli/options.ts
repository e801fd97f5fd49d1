/*
 * The options of every subcommand. They are apart from the subcommands, so that listing the usages loads neither the
 * search nor a web server.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { PlanOptions } from '../core/prompter/plan.ts';
import { parseDuration } from '../core/stories/duration.ts';
import { errorCode } from '../services/base/system-error.ts';
import type { Io } from './io.ts';

/** The subcommands, and what each takes. */
export const usages = {
  '--do': 'COMMAND',
  find: '"WORDS" [--stories DIR] [--json]',
  inspect: 'PATH…',
  lint: 'PATH…',
  log: '[--json | --csv]',
  outline: 'FILE [--story ID]',
  plan: 'FILE --story ID [--target 2:30] [--by words|shares|runs]',
  serve: '[--stories DIR] [--port N] [--tab | --no-open]',
} as const;
export type SubcommandName = keyof typeof usages;

/** Prints what is wrong with the options, and the usage. Returns the exit code, 2. */
export function refuseOptions(name: SubcommandName, sentence: string, io: Io): number {
  io.stderr.write(`${sentence}\nUsage: offbook ${name} ${usages[name]}\n`);
  return 2;
}

/** The command line of `find`. */
export interface FindOptions {
  words: string;
  /** A folder or a file, absolute; null means what was opened last. */
  stories: string | null;
  json: boolean;
}

/** Reads the options of `find`; returns a sentence if they can't be understood. Relative paths start from `cwd`. */
export function parseFindOptions(args: readonly string[], cwd: string): FindOptions | string {
  return orSentence(() => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { stories: storiesOption, json: { type: 'boolean', default: false } },
    });
    const words = positionals.join(' ').trim();
    if (words === '') return 'Say what to look for: find "team morale"';
    const problem = storiesProblem(values.stories);
    return problem ?? { words, stories: storiesPath(values.stories, cwd), json: values.json };
  });
}

/** The command line of `log`. */
export interface LogOptions {
  format: 'text' | 'json' | 'csv';
}

/** Reads the options of `log`; returns a sentence if they can't be understood. */
export function parseLogOptions(args: readonly string[]): LogOptions | string {
  return orSentence(() => {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, csv: { type: 'boolean', default: false } },
    });
    if (values.json && values.csv) return 'Use either --json or --csv.';
    return { format: values.json ? 'json' : values.csv ? 'csv' : 'text' };
  });
}

/** Reads the paths of `inspect` and `lint`; returns a sentence if there are none, or options among them. */
export function parsePaths(args: readonly string[]): string[] | string {
  return orSentence(() => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    return positionals.length > 0 ? positionals : 'Name at least one file or folder.';
  });
}

/** The command line of `outline`. */
export interface OutlineArguments {
  /** Absolute path of a file or a folder. */
  file: string;
  /** Null means every story without an outline of its own. */
  story: string | null;
}

/** Reads the options of `outline`; returns a sentence if they can't be understood. Relative paths start from `cwd`. */
export function parseOutlineOptions(args: readonly string[], cwd: string): OutlineArguments | string {
  return orSentence(() => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { story: { type: 'string' } },
    });
    const [file = '', ...more] = positionals;
    if (file === '' || more.length > 0) return 'Name one story file: outline my-stories.md --story ID';
    return { file: path.resolve(cwd, file), story: values.story ?? null };
  });
}

/** The command line of `plan`. */
export interface PlanArguments {
  /** Absolute path of a file or a folder. */
  file: string;
  /** Null if it isn't given: the ids are listed then. */
  story: string | null;
  /** Null means the story's own target, or two minutes. */
  targetMs: number | null;
  by: PlanOptions['by'];
}

/** Reads the options of `plan`; returns a sentence if they can't be understood. Relative paths start from `cwd`. */
export function parsePlanOptions(args: readonly string[], cwd: string): PlanArguments | string {
  return orSentence(() => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { story: { type: 'string' }, target: { type: 'string' }, by: { type: 'string', default: 'words' } },
    });
    const [file = '', ...more] = positionals;
    if (file === '' || more.length > 0) return 'Name one story file: plan my-stories.md --story ID';
    const { story = null, target, by } = values;
    if (by !== 'words' && by !== 'shares' && by !== 'runs') {
      return `--by takes “words”, “shares” or “runs”, not “${by}”.`;
    }
    const targetMs = target === undefined ? null : readTarget(target);
    if (target !== undefined && targetMs === null) {
      return `--target takes a time from 0:05 to 60:00, such as 2:30, or seconds, such as 150; not “${target}”.`;
    }
    return { file: path.resolve(cwd, file), story, targetMs, by };
  });
}

function readTarget(written: string): number | null {
  return parseDuration(/^\d+$/u.test(written) ? `${written} s` : written);
}

/** The command line of `serve` and of `npm start`. */
export interface ServeOptions {
  /** A folder or a file, absolute; null means what was opened last. */
  stories: string | null;
  /** 0 takes a free one; null takes that of the last start, or a free one. */
  port: number | null;
  /** Whether to open the browser. */
  open: boolean;
  /** In a tab, even if a browser here can show a window of its own. */
  tab: boolean;
}

/** Reads the options of `serve`; returns a sentence if they can't be understood. Relative paths start from `cwd`. */
export function parseServeOptions(args: readonly string[], cwd: string): ServeOptions | string {
  // The parser would complain that “-1” isn't an option.
  const portAt = args.indexOf('--port');
  const negative = portAt === -1 ? undefined : args[portAt + 1];
  if (negative !== undefined && /^-\d/.test(negative)) return portSentence(negative);
  return orSentence(() => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stories: storiesOption,
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        tab: { type: 'boolean', default: false },
      },
    });
    const { port } = values;
    if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) return portSentence(port);
    const problem = storiesProblem(values.stories);
    if (problem !== null) return problem;
    const { 'no-open': noOpen, tab } = values;
    if (noOpen && tab) return 'Use either --tab or --no-open.';
    return {
      stories: storiesPath(values.stories, cwd),
      port: port === undefined ? null : Number(port),
      open: !noOpen,
      tab,
    };
  });
}

function portSentence(given: string): string {
  return `The port must be a number from 0 to 65535, not “${given}”: --port 4000. Use 0 for any free port.`;
}

const storiesOption = { type: 'string', multiple: true, default: [] as string[] } as const;

function storiesPath([stories]: readonly string[], cwd: string): string | null {
  return stories === undefined ? null : path.resolve(cwd, stories);
}

function storiesProblem([stories, ...more]: readonly string[]): string | null {
  if (stories === '') return '--stories needs a folder or a Markdown file: --stories ~/stories';
  return more.length > 0 ? 'Use --stories only once.' : null;
}

/** What `read` returns, or the first sentence of the parser's complaint; the rest of it explains the grammar. */
function orSentence<Options>(read: () => Options | string): Options | string {
  try {
    return read();
  } catch (error) {
    if (!errorCode(error).startsWith('ERR_PARSE_ARGS') || !(error instanceof Error)) throw error;
    return `${error.message.split(/\.(?=\s|$)|\n/u, 1)[0]}.`;
  }
}
