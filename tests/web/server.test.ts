import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { PortError, startServer } from '../../src/web/server.ts';
import { inMemoryApp } from './in-memory-app.ts';
import { keptPort } from '../kept-port.ts';
import { openView, serveFolder } from './serve-folder.ts';

test('the address has everything that a person needs', async () => {
  const { address, port, token } = await serveFolder();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
  expect(address).toBe(`http://127.0.0.1:${port}/#token=${token}`);
});

test('two servers run side by side, each with its own token', async () => {
  const servers = [await serveFolder(), await serveFolder()];
  expect(servers[0]!.port).not.toBe(servers[1]!.port);
  expect(servers[0]!.token).not.toBe(servers[1]!.token);
  for (const server of servers) await expect(openView(server)).resolves.toBeDefined();
});

test('for a port in use there is a sentence that names it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const starting = startServer({ app: inMemoryApp(), rendererDir: '.', port });
  await expect(starting).rejects.toThrow(PortError);
  await expect(starting).rejects.toThrow(
    `Port ${port} is in use by another program. Choose another with --port, or leave out --port to get a free one.`,
  );
});

const elsewhere = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal);

test.skipIf(elsewhere === undefined)('no other computer reaches it', async () => {
  const { port } = await serveFolder();
  const socket = connect(port, elsewhere!.address);
  await expect(once(socket, 'connect')).rejects.toThrow('ECONNREFUSED');
});

test('closing closes the views’ sockets, frees the port and stops listening to the app', async () => {
  const served = await serveFolder(await keptPort());
  const view = await openView(served);
  const idle = connect(served.port, '127.0.0.1');
  await once(idle, 'connect');
  const ended = once(idle, 'close');
  await served.close();
  await ended;
  expect(await view.closed).toEqual({ code: 1001, reason: 'Offbook has quit.' });
  expect(served.app.listening()).toBe(0);
  await expect(serveFolder(served.port)).resolves.toMatchObject({ port: served.port });
});

test('closing doesn’t wait for a view that no longer answers', async () => {
  const served = await serveFolder();
  const view = await openView(served);
  view.socket.pause();
  await served.close();
  view.socket.resume();
  expect((await view.closed).code).toBe(1001);
});

const limits = { headersMs: 300, requestMs: 600, silenceMs: 1000, pending: 8 };

/** A connection that has sent this, and keeps sending `more` while it is open. */
async function connection(port: number, bytes: string, more = ''): Promise<{ socket: Socket; gone: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {
    // It is closed while it sends.
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
  ['never ends its upgrade', 'GET /socket HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n', 'X-A: b\r\n'],
  ['never ends its token', 'POST /enter HTTP/1.1\r\nHost: HOST\r\nOrigin: null\r\nContent-Length: 900\r\n\r\n', 'x'],
])('a connection that %s is closed', async (_what, bytes, more) => {
  const { port } = await serveFolder(0, limits);
  const { gone } = await connection(port, bytes.replace('HOST', `127.0.0.1:${port}`), more);
  expect(await soon(gone)).toBe('gone');
});

test('of six hundred unfinished requests only the newest stay open, and the owner’s page gets through', async () => {
  const served = await serveFolder(0, { ...limits, headersMs: 60_000, requestMs: 60_000, silenceMs: 60_000 });
  const before = await openView(served);
  let open = 0;
  for (let count = 0; count < 600; count += 1) {
    const { gone } = await connection(served.port, 'GET /socket HTTP/1.1\r\n');
    open += 1;
    void gone.then(() => (open -= 1));
  }
  await expect.poll(() => open).toBe(limits.pending);
  expect((await fetch(served.origin)).status).toBe(200);
  const after = await openView(served);
  for (const view of [before, after]) {
    view.send({ id: 1, call: 'rescan' });
    expect(await view.next()).toEqual({ id: 1, result: { ok: true, value: null } });
  }
});

test('open sockets are neither counted nor closed', async () => {
  const served = await serveFolder(0, limits);
  const views = [];
  for (let count = 0; count < 2 * limits.pending; count += 1) views.push(await openView(served));
  await wait(limits.silenceMs + limits.requestMs);
  for (const view of views) {
    view.send({ id: 1, call: 'rescan' });
    expect(await view.next()).toEqual({ id: 1, result: { ok: true, value: null } });
  }
});
