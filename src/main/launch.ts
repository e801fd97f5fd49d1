import path from 'node:path';
import * as v from 'valibot';
import { commandIds, isCommandId, type CommandId } from '../core/contract/commands.ts';

/** What a command line asks of the program. */
export interface LaunchRequest {
  /** The stories to read, as an absolute path; null means the last ones. */
  stories: string | null;
  command: CommandId | null;
  /** A sentence for each thing that can't be done as it was written. */
  problems: string[];
}

/**
 * Reads the words of a command line; `directory` is what relative paths start from. Words that aren't
 * Offbook's are left alone, since Electron and Chromium have switches of their own.
 */
export function readLaunch(words: readonly string[], directory: string): LaunchRequest {
  const launch: LaunchRequest = { stories: null, command: null, problems: [] };
  for (const [index, word] of words.entries()) {
    const [name, inline] = splitOnce(word);
    if (name !== '--stories' && name !== '--do') continue;
    const value = inline ?? words[index + 1];
    const missing = value === undefined || value === '' || (inline === undefined && value.startsWith('--'));
    if (name === '--stories') readStories(launch, missing ? null : value, directory);
    else readCommand(launch, missing ? null : value);
  }
  return launch;
}

function readStories(launch: LaunchRequest, value: string | null, directory: string): void {
  if (value === null) launch.problems.push('--stories needs a folder or a Markdown file: --stories ~/stories');
  else if (launch.stories !== null) launch.problems.push('Give --stories once: Offbook reads one folder at a time.');
  else launch.stories = path.resolve(directory, value);
}

function readCommand(launch: LaunchRequest, value: string | null): void {
  const known = `The commands are: ${commandIds.join(', ')}.`;
  if (value === null) launch.problems.push(`--do needs a command. ${known}`);
  else if (!isCommandId(value)) launch.problems.push(`There is no command "${value}". ${known}`);
  else launch.command = value;
}

function splitOnce(word: string): [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

/** What a second start hands to the first: its own words, which Chromium doesn't reorder there. */
const handover = v.object({ words: v.array(v.string()), directory: v.string() });
export type Handover = v.InferOutput<typeof handover>;

/** What a second start asks for; its plain command line where an older version handed over nothing. */
export function readHandover(data: unknown, argv: readonly string[], directory: string): LaunchRequest {
  const given = v.safeParse(handover, data);
  return given.success ? readLaunch(given.output.words, given.output.directory) : readLaunch(argv, directory);
}

/**
 * Says why the program doesn't start, where whoever started it can read that: on the terminal, or in a box where
 * there is none (on Windows a program that wasn't started from one has nothing to write to).
 */
export function reportBeforeStart(text: string, write: (text: string) => void, showBox: (text: string) => void): void {
  try {
    write(`${text}\n`);
  } catch {
    showBox(text);
  }
}
