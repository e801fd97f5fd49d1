import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openView, serveFolder } from './serve-folder.ts';

const limits = { headersMs: 300, requestMs: 600, silenceMs: 1000, strangers: 8 };

/** A connection that has sent this, and goes on sending for as long as it is open if there is more. */
async function connection(port: number, bytes: string, more = ''): Promise<{ socket: Socket; gone: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {
    // It is cut off while it sends.
  });
  const gone = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  socket.write(bytes);
  socket.resume();
  const timer = more === '' ? undefined : setInterval(() => socket.write(more), 50);
  onTestFinished(() => {
    clearInterval(timer);
    socket.destroy();
  });
  return { socket, gone };
}

const soon = (gone: Promise<unknown>) => Promise.race([gone.then(() => 'gone'), wait(5000, 'still there')]);

test.each([
  ['says nothing', '', ''],
  ['never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\n', ''],
  ['never ends its headers and goes on sending', 'GET / HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n'],
  ['never ends its hello', 'GET /socket HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n', 'X-A: b\r\n'],
  ['never ends its token', 'POST /enter HTTP/1.1\r\nHost: HOST\r\nOrigin: null\r\nContent-Length: 900\r\n\r\n', 'x'],
])('one that %s is cut off', async (_what, bytes, more) => {
  const { port } = await serveFolder(0, limits);
  const { gone } = await connection(port, bytes.replace('HOST', `127.0.0.1:${port}`), more);
  expect(await soon(gone)).toBe('gone');
});

test('of six hundred hellos only the newest are kept, and the person’s page gets through', async () => {
  const served = await serveFolder(0, { ...limits, headersMs: 60_000, requestMs: 60_000, silenceMs: 60_000 });
  const before = await openView(served);
  let open = 0;
  for (let count = 0; count < 600; count += 1) {
    const { gone } = await connection(served.port, 'GET /socket HTTP/1.1\r\n');
    open += 1;
    void gone.then(() => (open -= 1));
  }
  await expect.poll(() => open).toBe(limits.strangers);
  expect((await fetch(served.origin)).status).toBe(200);
  const after = await openView(served);
  for (const view of [before, after]) {
    view.send({ id: 1, call: 'rescan' });
    expect(await view.next()).toEqual({ id: 1, result: { ok: true, value: null } });
  }
});

test('open sockets are neither counted nor cut off', async () => {
  const served = await serveFolder(0, limits);
  const views = [];
  for (let count = 0; count < 2 * limits.strangers; count += 1) views.push(await openView(served));
  await wait(limits.silenceMs + limits.requestMs);
  for (const view of views) {
    view.send({ id: 1, call: 'rescan' });
    expect(await view.next()).toEqual({ id: 1, result: { ok: true, value: null } });
  }
});
