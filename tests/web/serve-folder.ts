import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type ConnectionLimits, type WebServer } from '../../src/web/server.ts';
import { inMemoryApp, type InMemoryApp } from './in-memory-app.ts';

export interface Served extends WebServer {
  app: InMemoryApp;
  /** The folder with `page`, which is served, and a `secret.txt` beside it. */
  outside: string;
  token: string;
  /** `http://127.0.0.1:PORT` */
  origin: string;
}

/** A server on a free port, with a small page in a folder of its own; both are gone after the test. */
export async function serveFolder(
  port = 0,
  limits?: ConnectionLimits,
  earlier: Parameters<typeof startServer>[0]['earlier'] = null,
): Promise<Served> {
  const outside = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-web-')));
  const page = path.join(outside, 'page');
  await mkdir(path.join(page, 'assets'), { recursive: true });
  await writeFile(path.join(outside, 'secret.txt'), 'secret');
  await writeFile(path.join(page, 'index.html'), '<!doctype html><title>Offbook</title>');
  await writeFile(path.join(page, 'assets', 'index-Ab3_d-9Z.js'), 'export {};');
  await writeFile(path.join(page, 'assets', 'face-0a1b2c3d.woff2'), 'font');
  const app = inMemoryApp();
  const server = await startServer({
    app,
    rendererDir: page,
    port,
    earlier,
    ...(limits === undefined ? {} : { limits }),
  });
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= server.close());
  onTestFinished(async () => {
    await close();
    await rm(outside, { recursive: true });
  });
  const { hash, origin } = new URL(server.address);
  return { ...server, close, app, outside, origin, token: hash.replace('#token=', '') };
}

/** Comes in as a page with the token in its address does. */
export async function comeIn({ origin, token }: { origin: string; token: string }) {
  const answer = await fetch(`${origin}/enter`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ token }),
  });
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { status: answer.status, cookie, key: (await answer.text()).trim() };
}

/** Sends bytes as they are and returns everything that comes back until the server closes the connection. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let answer = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => (answer += text));
  socket.on('error', reject);
  socket.on('close', () => resolve(answer));
  socket.write(bytes, 'latin1');
  return promise;
}

/** A plain request for a path that `fetch` would normalize first. */
export function getRaw(port: number, path: string, host = `127.0.0.1:${port}`): Promise<string> {
  return sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
}

export interface View {
  socket: WebSocket;
  /** The next message from the server that hasn't been read yet. */
  next: () => Promise<unknown>;
  send: (message: unknown) => void;
  closed: Promise<{ code: number; reason: string }>;
}

/** Opens the socket as a program with the token does. Rejects with the answer's status where the server refuses. */
export async function openView(
  { origin, token }: { origin: string; token: string },
  from: { path?: string } = {},
): Promise<View> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${from.path ?? '/socket'}`, 'offbook', {
    origin,
    headers: { authorization: `Bearer ${token}` },
  });
  const taken: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const message: unknown = JSON.parse((data as Buffer).toString());
    const waiter = waiting.shift();
    if (waiter) waiter(message);
    else taken.push(message);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
    socket.once('unexpected-response', (_request, response) => {
      reject(new Error(String(response.statusCode)));
      socket.terminate();
    });
  });
  return {
    socket,
    closed,
    next: () => new Promise((resolve) => (taken.length > 0 ? resolve(taken.shift()) : waiting.push(resolve))),
    send: (message) => socket.send(JSON.stringify(message)),
  };
}
