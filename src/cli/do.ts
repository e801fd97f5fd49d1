import { homedir } from 'node:os';
import { commandIds, isCommandId } from '../core/contract/commands.ts';
import { describeError } from '../services/base/system-error.ts';
import { settingsDirectory } from '../services/system/paths.ts';
import { readRunning } from '../services/system/running-file.ts';
import { askRunning } from './ask-running.ts';
import type { Io } from './io.ts';

/** The desktop program takes the same words itself, and hands them to the one that runs. */
const noneRuns =
  'No Offbook runs in a browser. Start one with "offbook serve"; the desktop program takes "--do COMMAND" itself.';

/**
 * `offbook --do COMMAND`: has the Offbook that runs in a browser carry out a command, so that the desktop's own key
 * settings can. Gives the exit code: 0 when it did, 1 when none can be reached, 2 for a word that is no command.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const say = (text: string): void => void io.stderr.write(`${text}\n`);
  const [id = '', ...more] = args;
  if (!isCommandId(id) || more.length > 0) {
    const what = id === '' ? '--do needs a command.' : `There is no command "${[id, ...more].join(' ')}".`;
    say(`${what} The commands are: ${commandIds.join(', ')}.`);
    return 2;
  }
  try {
    const settingsDir = settingsDirectory(process.platform, io.env, homedir());
    const running = await readRunning(settingsDir);
    const result = running === null ? null : await askRunning(running, 'runCommand', { id });
    if (result?.ok === true) return 0;
    say(result === null ? noneRuns : result.error);
  } catch (error) {
    say(`Offbook can't be reached: ${describeError(error)}.`);
  }
  return 1;
}
