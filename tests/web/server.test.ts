import { createServer, connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { PortError, startServer } from '../../src/web/server.ts';
import { inMemoryApp } from './in-memory-app.ts';
import { openView, serveFolder } from './serve-folder.ts';

test('the address is all that a person needs', async () => {
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

test('a port in use is a sentence that names it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const starting = startServer({ app: inMemoryApp(), rendererDir: '.', port });
  await expect(starting).rejects.toThrow(PortError);
  await expect(starting).rejects.toThrow(
    `Port ${port} is in use by another program. Choose another with --port, or leave --port out to get a free one.`,
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

test('closing says goodbye to the views, frees the port and stops listening to the app', async () => {
  const served = await serveFolder();
  const view = await openView(served);
  const idle = connect(served.port, '127.0.0.1');
  await once(idle, 'connect');
  const ended = once(idle, 'close');
  await served.close();
  await ended;
  expect(await view.closed).toEqual({ code: 1001, reason: 'Offbook was ended.' });
  expect(served.app.listening()).toBe(0);
  await expect(serveFolder(served.port)).resolves.toMatchObject({ port: served.port });
});

test('closing does not wait for a view that no longer answers', async () => {
  const served = await serveFolder();
  const view = await openView(served);
  view.socket.pause();
  await served.close();
  view.socket.resume();
  expect((await view.closed).code).toBe(1001);
});
