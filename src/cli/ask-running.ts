import { on, once } from 'node:events';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import type { CallInput, CallName, Result } from '../core/contract/contract.ts';
import { errorCode } from '../services/base/system-error.ts';
import type { Running } from '../services/system/running-file.ts';
import { socketPath, socketProtocol } from '../web/gate.ts';

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
