import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws';
import { connectBySocket, retryDelayMs, type ConnectionState } from '../../../src/renderer/client/socket.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A real server; `welcome` says whether it lets sockets in, `answer` what it says to a message. */
async function program(options: { welcome?: () => boolean; answer?: (message: string) => string | null } = {}) {
  const { welcome = () => true, answer = () => null } = options;
  let isGone = false;
  const http: Server = createServer((_, response) => response.end('page'));
  const sockets = new WebSocketServer({
    server: http,
    verifyClient: welcome,
    handleProtocols: (protocols) => [...protocols][0] ?? false,
  });
  const protocols: string[] = [];
  sockets.on('connection', (socket: ServerSocket, request) => {
    protocols.push(request.headers['sec-websocket-protocol'] ?? '');
    socket.on('message', (data) => {
      const text = answer(Buffer.isBuffer(data) ? data.toString() : '');
      if (text !== null) socket.send(text);
    });
  });
  http.on('connection', (socket) => void (isGone && socket.destroy()));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const leave = (): void => {
    isGone = true;
    for (const socket of sockets.clients) socket.terminate();
    http.closeAllConnections();
  };
  ends.push(() => {
    leave();
    http.close();
  });
  return {
    port: (http.address() as AddressInfo).port,
    protocols,
    sayToAll: (text: string) => sockets.clients.forEach((socket) => socket.send(text)),
    leave,
    comeBack: () => (isGone = false),
  };
}

/** A view on that port, and how its connection went. Retries come at once unless they are held. */
function view(port: number, readKey: () => Promise<string | null> = () => Promise.resolve('right')) {
  const seen: ConnectionState[] = [];
  let closed = false;
  const connection = connectBySocket({
    readKey,
    open: (right) => new WebSocket(`ws://127.0.0.1:${port}/`, ['offbook', right]),
    serverAnswers: async () => (await fetch(`http://127.0.0.1:${port}/`)).ok,
    after: (_, callback) => setTimeout(() => !closed && callback(), 5),
  });
  ends.push(() => (closed = true));
  connection.onStateChange((state) => seen.push(state));
  const becomes = (state: ConnectionState) => vi.waitFor(() => expect(seen.at(-1)).toBe(state), 4000);
  return { ...connection, seen, becomes };
}

describe('the bridge over a socket', () => {
  test('connects with the key and carries calls by their number', async () => {
    const server = await program({
      answer: (message) => {
        const { id, call, input } = JSON.parse(message) as { id: number; call: string; input: unknown };
        return JSON.stringify({ id, result: { ok: true, value: `${call} ${JSON.stringify(input)}` } });
      },
    });
    const { bridge, becomes, seen } = view(server.port);
    await becomes('connected');
    expect(seen).toEqual(['connecting', 'connected']);
    expect(server.protocols).toEqual(['offbook, right']);
    const results = await Promise.all([bridge.moveCursor({ cursorMs: 7 }), bridge.readState(undefined)]);
    expect(results).toEqual([
      { ok: true, value: 'moveCursor {"cursorMs":7}' },
      { ok: true, value: 'readState undefined' },
    ]);
  });

  test('can come out of an async function, which asks for its `then`, and can be inspected', async () => {
    const calls: string[] = [];
    const server = await program({
      answer: (message) => {
        calls.push(message);
        return null;
      },
    });
    const { bridge, becomes } = view(server.port);
    await becomes('connected');
    const returned = async () => {
      await Promise.resolve();
      return bridge;
    };
    expect(await returned()).toBe(bridge);
    expect(Object.prototype.toString.call(bridge)).toBe('[object Object]');
    expect(calls).toEqual([]);
  }, 2000);

  test('delivers events to listeners, as long as they listen', async () => {
    const server = await program();
    const { bridge, becomes } = view(server.port);
    await becomes('connected');
    const heard: unknown[] = [];
    const end = bridge.on('noticesChanged', (notices) => heard.push(notices));
    bridge.on('settingsChanged', () => heard.push('settings'));
    server.sayToAll(JSON.stringify({ event: 'noticesChanged', payload: [] }));
    await vi.waitFor(() => expect(heard).toEqual([[]]));
    end();
    server.sayToAll(JSON.stringify({ event: 'noticesChanged', payload: [] }));
    server.sayToAll(JSON.stringify({ event: 'settingsChanged', payload: {} }));
    await vi.waitFor(() => expect(heard).toEqual([[], 'settings']));
  });

  test('comes back when the program does, and answers calls that were under way', async () => {
    const server = await program();
    const { bridge, becomes } = view(server.port);
    await becomes('connected');
    const underWay = bridge.readState(undefined);
    server.leave();
    expect(await underWay).toMatchObject({ ok: false, error: expect.stringContaining('can’t be reached') });
    await becomes('lost');
    expect(await bridge.rescan(undefined)).toMatchObject({ ok: false });
    server.comeBack();
    await becomes('connected');
  });

  test('that was refused tries again, and says so only once', async () => {
    let isWelcome = false;
    const server = await program({ welcome: () => isWelcome });
    const { becomes, seen } = view(server.port);
    await becomes('refused');
    isWelcome = true;
    await becomes('connected');
    expect(seen).toEqual(['connecting', 'refused', 'connected']);
  });

  test('is refused without a key, before anything is sent', async () => {
    const server = await program();
    const { seen, becomes } = view(server.port, () => Promise.resolve(null));
    await becomes('refused');
    expect(seen).toEqual(['connecting', 'refused']);
    expect(server.protocols).toEqual([]);
  });

  test('that can’t ask for its key is lost, asks again, and once at a time', async () => {
    const server = await program();
    let asked = 0;
    const { becomes, retry, seen } = view(server.port, async () => {
      asked += 1;
      if (asked < 3) throw new TypeError('Failed to fetch');
      return 'right';
    });
    retry();
    expect(asked).toBe(1);
    await becomes('connected');
    expect(asked).toBe(3);
    expect(seen).toEqual(['connecting', 'lost', 'lost', 'connected']);
  });
});

test('attempts come after longer and longer pauses, up to five seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(retryDelayMs)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
});
