import path from 'node:path';
import * as v from 'valibot';
import { commandIds, isCommandId, type CommandId } from '../core/contract/commands.ts';

/** The message with which `npm start` asks the desktop app that it runs to quit. */
export const quitRequest = 'quit';

/** What a command line asks of the program. */
export interface LaunchRequest {
  /** The stories to read, as an absolute path; null means the last ones. */
  stories: string | null;
  command: CommandId | null;
  /** A sentence for each thing that can't be done. */
  problems: string[];
}

/**
 * Reads the words of a command line; relative paths start from `directory`. Words that aren't Offbook's are ignored,
 * since Electron and Chromium have switches of their own.
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
  else if (launch.stories !== null) launch.problems.push('Use --stories only once.');
  else launch.stories = path.resolve(directory, value);
}

function readCommand(launch: LaunchRequest, value: string | null): void {
  const known = `The commands are: ${commandIds.join(', ')}.`;
  if (value === null) launch.problems.push(`--do needs a command. ${known}`);
  else if (!isCommandId(value)) launch.problems.push(`There isn’t a command “${value}”. ${known}`);
  else launch.command = value;
}

function splitOnce(word: string): [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

/** What a second start sends to the first: its words in their own order, which Chromium changes in `argv`. */
const handover = v.object({ words: v.array(v.string()), directory: v.string() });
export type Handover = v.InferOutput<typeof handover>;

/** What a second start asks for. An older version sends nothing, so its command line is read instead. */
export function readHandover(data: unknown, argv: readonly string[], directory: string): LaunchRequest {
  const given = v.safeParse(handover, data);
  return given.success ? readLaunch(given.output.words, given.output.directory) : readLaunch(argv, directory);
}

/**
 * Says why Offbook doesn't start, where people can read it: in the terminal, or in a box without one. On Windows a
 * program that wasn't started from a terminal has nowhere to write to.
 */
export function reportBeforeStart(text: string, write: (text: string) => void, showBox: (text: string) => void): void {
  try {
    write(`${text}\n`);
  } catch {
    showBox(text);
  }
}
