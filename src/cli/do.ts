import { on, once } from 'node:events';
import { homedir } from 'node:os';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { commandIds, isCommandId } from '../core/contract/commands.ts';
import type { CallInput, CallName, Result } from '../core/contract/contract.ts';
import { errorCode, reasonOf } from '../services/base/system-error.ts';
import { settingsDirectory } from '../services/system/paths.ts';
import { readRunning, type Running } from '../services/system/running-file.ts';
import { socketPath, socketProtocol } from '../web/gate.ts';
import type { Io } from './io.ts';

/** A program that has not answered by then won't. Nobody waits longer for the effect of a key. */
const answerLimitMs = 5000;

const answer = v.object({
  id: v.literal(1),
  result: v.variant('ok', [
    v.object({ ok: v.literal(true), value: v.unknown() }),
    v.object({ ok: v.literal(false), error: v.string() }),
  ]),
});

/** Sends one call to a running browser shell; null where it isn't there any more. Rejects where it doesn't answer. */
export async function askRunning<Name extends CallName>(
  { port, token }: Running,
  call: Name,
  input: CallInput<Name>,
): Promise<Result<unknown> | null> {
  const host = `127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://${host}${socketPath}`, socketProtocol, {
    headers: { authorization: `Bearer ${token}` },
    origin: `http://${host}`,
    handshakeTimeout: answerLimitMs,
  });
  const limit = AbortSignal.timeout(answerLimitMs);
  try {
    await once(socket, 'open', { signal: limit });
    const messages = on(socket, 'message', { signal: limit, close: ['close'] });
    socket.send(JSON.stringify({ id: 1, call, input }));
    for await (const [data] of messages as AsyncIterable<[Buffer]>) {
      const parsed = v.safeParse(answer, JSON.parse(data.toString()));
      // Events come in between.
      if (parsed.success) return parsed.output.result;
    }
    return null;
  } catch (error) {
    if (isGone(error)) return null;
    throw limit.aborted ? new Error('it does not answer', { cause: error }) : error;
  } finally {
    socket.on('error', () => {
      // Whatever ends it now, the answer is known.
    });
    socket.terminate();
  }
}

/** Its port is closed, or belongs to another program by now, which knows nothing of the token. */
function isGone(error: unknown): boolean {
  if (errorCode(error) === 'ECONNREFUSED') return true;
  return error instanceof Error && /Unexpected server response|socket hang up|Parse Error/.test(error.message);
}

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
    say(`Offbook can't be reached: ${reasonOf(error)}.`);
  }
  return 1;
}
