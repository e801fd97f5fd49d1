import { on, once } from 'node:events';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { commandIds, commands, isCommandId } from '../core/contract/commands.ts';
import type { CallInput, CallName, Result } from '../core/contract/contract.ts';
import { errorCode, describeError } from '../services/base/system-error.ts';
import { readRunning, type Running } from '../services/system/running-file.ts';
import { socketPath, socketProtocol } from '../web/gate.ts';
import { desktopAppRuns, passOn } from './desktop-app.ts';
import { settingsDirOf, type Io } from './io.ts';
import { projectRoot } from './project-root.ts';

/** Nobody waits longer than this for the effect of a key. */
const answerLimitMs = 5000;

const answer = v.object({
  id: v.literal(1),
  result: v.variant('ok', [
    v.object({ ok: v.literal(true), value: v.unknown() }),
    v.object({ ok: v.literal(false), error: v.string() }),
  ]),
});

/** Sends one call to a running browser shell; null if it isn't there any more. Rejects if it doesn't answer. */
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
      // Events can come before the answer.
      if (parsed.success) return parsed.output.result;
    }
    return null;
  } catch (error) {
    if (isGone(error)) return null;
    throw limit.aborted ? new Error('it doesn’t answer', { cause: error }) : error;
  } finally {
    socket.on('error', () => {
      // The answer is known, so an error no longer matters.
    });
    socket.terminate();
  }
}

/** Its port is closed, or another program uses it now and refuses the token. */
function isGone(error: unknown): boolean {
  if (errorCode(error) === 'ECONNREFUSED') return true;
  return error instanceof Error && /Unexpected server response|socket hang up|Parse Error/.test(error.message);
}

/**
 * `offbook --do COMMAND`: runs a command in the Offbook that runs, so that shortcuts of the desktop can do that. Returns
 * the exit code: 0 if it ran, 1 if no Offbook can be reached, 2 for an unknown command.
 */
export async function run(args: readonly string[], io: Io, projectDir = projectRoot): Promise<number> {
  const say = (text: string): void => void io.stderr.write(`${text}\n`);
  const [id = '', ...more] = args;
  if (!isCommandId(id) || more.length > 0) {
    const what = id === '' ? '--do needs a command.' : `There isn’t a command “${[id, ...more].join(' ')}”.`;
    say(`${what} The commands are: ${commandIds.join(', ')}.`);
    return 2;
  }
  try {
    const settingsDir = settingsDirOf(io);
    const running = await readRunning(settingsDir);
    const result = running === null ? null : await askRunning(running, 'runCommand', { id });
    if (result?.ok === true) {
      const { title, needs } = commands[id];
      if (needs === undefined) return 0;
      // Its page says what to use instead, but nobody may look at that.
      say(`“${title}” needs the desktop app. This Offbook runs in a browser.`);
      return 1;
    }
    if (result !== null) say(result.error);
    else if (await desktopAppRuns(settingsDir)) {
      const problem = await passOn(id, projectDir, io.env);
      if (problem === null) return 0;
      say(problem);
    } else say('Offbook isn’t running. Start it with “npm start”, or in the browser with “npm run offbook -- serve”.');
  } catch (error) {
    say(`Offbook can’t be reached: ${describeError(error)}.`);
  }
  return 1;
}
