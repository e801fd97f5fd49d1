import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callNames, calls, type AppState } from '../../src/core/contract/contract.ts';
import { startApp } from '../../src/services/app/app.ts';
import { systemClock } from '../../src/services/base/clock.ts';
import { createParser } from '../../src/services/library/parse-pool.ts';
import { startServer } from '../../src/web/server.ts';
import { browserShell } from '../../src/web/shell.ts';
import { attacks } from '../sizes.ts';
import { tempFolder } from '../services/temp-folder.ts';
import { edgesOf } from './schema-edges.ts';
import { openView, type View } from './serve-folder.ts';

/* A client that behaves badly, against all of Offbook on real files. What it gets by single faults is in socket.test.ts. */

vi.setConfig({ testTimeout: 60_000 * (1 + attacks) });

interface Answer {
  id?: number;
  result?: { ok: boolean; value?: unknown; error?: string };
}

const parcel = '# Care\n\n## A late parcel\n\n> - S: It was lost\n> - R: 3 found\n';

async function attacked(text = parcel) {
  const home = await tempFolder();
  const stories = path.join(home, 'stories');
  await mkdir(stories);
  await writeFile(path.join(stories, 'a.md'), text);
  // No editor is found, so that none is started.
  vi.stubEnv('PATH', path.join(home, 'empty'));
  vi.stubEnv('VISUAL', '');
  vi.stubEnv('EDITOR', '');
  onTestFinished(() => void vi.unstubAllEnvs());
  const unexpected: unknown[] = [];
  const parser = createParser({ workerUrl: new URL('../../src/services/library/parse-worker.ts', import.meta.url) });
  const app = await startApp(parser, {
    shell: browserShell(() => Promise.resolve(), '0.0.0'),
    clock: systemClock(),
    settingsDir: path.join(home, 'settings'),
    samplesDir: stories,
    folders: [stories],
    home,
    unexpected: (error) => void unexpected.push(error),
  });
  const server = await startServer({ app, rendererDir: stories, port: 0 });
  onTestFinished(async () => {
    await server.close();
    await app.close();
  });
  await vi.waitFor(() => expect(app.state().library.status).toBe('ready'), { timeout: 20_000 });
  const open = () => openView({ origin: new URL(server.address).origin, token: server.token });
  return { app, server, stories, open, unexpected };
}

/** Makes a call and skips the events before its answer. */
async function ask(view: View, id: number, call: string, input: unknown): Promise<Answer> {
  view.send({ id, call, input });
  const closed = view.closed.then(({ code }) => expect.unreachable(`“${call}” closed the socket: ${code}`));
  for (;;) {
    const message = (await Promise.race([view.next(), closed])) as Answer;
    if (message.id === id) return message;
  }
}

test('every call with arguments from the edges of its schema is answered in a sentence, and the program goes on', async () => {
  const { app, stories, open, unexpected } = await attacked();
  const view = await open();
  let id = 0;
  const broken: string[] = [];
  for (const name of callNames) {
    for (const edge of edgesOf(calls[name].input)) {
      // Whole disks take long to read, and are none of an attacker’s.
      if (JSON.stringify(edge)?.includes('"/"')) continue;
      id += 1;
      const { result } = await ask(view, id, name, edge);
      // A sentence of ours, not a fault of the code.
      const isSaid = result?.ok === true || /\S.*[.?]$/su.test(result?.error ?? '');
      const isRefused = result?.error?.startsWith(`The call “${name}” was refused: `) === true;
      const isFault =
        !isRefused && /undefined|is not a|Cannot read|of null|ERR_|\[object|Maximum/u.test(result?.error ?? '');
      if (!isSaid || isFault) broken.push(`${name}(${JSON.stringify(edge)?.slice(0, 200)}): ${JSON.stringify(result)}`);
    }
  }
  expect(broken).toEqual([]);
  expect(unexpected).toEqual([]);
  expect(id).toBeGreaterThan(callNames.length * 5);
  expect(await ask(view, id + 1, 'openFolder', { path: stories })).toEqual({
    id: id + 1,
    result: { ok: true, value: null },
  });
  expect(app.state().library.stories.map(({ title }) => title)).toEqual(['A late parcel']);
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is in use, without garbage. */
function usedBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What is never a call, by number. Some close their socket, and some are refused. */
function nonsense(turn: number, token: string): string | Buffer {
  const kinds: (string | Buffer)[] = [
    'hello',
    `{"id":${turn},"call":"readSta`,
    JSON.stringify({ id: turn, call: 'constructor', input: { __proto__: null } }),
    JSON.stringify({ id: turn, call: 'openStory', input: { id: 'x'.repeat(1000), variant: -1 } }),
    JSON.stringify({ id: -turn, call: 'changeSettings', input: { textSize: -turn } }),
    JSON.stringify({ id: 1, call: 'changeSettings', input: JSON.parse('{"__proto__":{"textSize":30}}') as unknown }),
    JSON.stringify({ id: turn, result: { ok: true, value: token } }),
    JSON.stringify({ event: 'settingsChanged', payload: {} }),
    '['.repeat(10_000),
    Buffer.from([0xff, 0xfe, turn % 256]),
    'x'.repeat(200_000),
    JSON.stringify({ id: 2 ** 60, call: 'pinStory', input: { id: '', slot: 10 } }),
  ];
  return kinds[turn % kinds.length] ?? '';
}

test('malformed messages by the thousand, two hundred sockets and strangers change nothing, and the owner’s page is served', async () => {
  const { app, server, open, unexpected } = await attacked();
  const owner = await open();
  const sessionOf = ({ session: { prompt, session }, settings }: AppState) =>
    JSON.stringify([prompt?.storyId, session, settings]);
  await ask(owner, 1, 'openStory', { id: app.state().library.stories[0]?.id, variant: null });
  const before = sessionOf(app.state());
  const crowd: View[] = [];
  const strangers: Socket[] = [];
  for (let count = 0; count < 200; count += 1) crowd.push(await open());
  const memory = usedBytes();

  for (let turn = 0; turn < 1000 * attacks; turn += 1) {
    const at = turn % crowd.length;
    let view = crowd[at];
    if (view === undefined || view.socket.readyState !== view.socket.OPEN) {
      view?.socket.terminate();
      view = await open();
      crowd[at] = view;
    }
    view.socket.send(nonsense(turn, server.token));
    // Strangers, among them some that say half of what they want.
    if (turn % 20 === 0) {
      const stranger = connect(server.port, '127.0.0.1');
      stranger.on('error', () => undefined);
      await once(stranger, 'connect');
      stranger.write(
        turn % 40 === 0 ? 'GET /socket HTTP/1.1\r\nUpgrade: web' : `POST /enter HTTP/1.1\r\n\r\ntoken=${turn}`,
      );
      strangers.push(stranger);
    }
    if (turn % 100 === 0) {
      const start = performance.now();
      expect((await ask(owner, 10 + turn, 'readClock', undefined)).result?.ok).toBe(true);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  }
  expect(sessionOf(app.state())).toBe(before);
  expect(unexpected).toEqual([]);
  // What the clients hold isn’t the program’s.
  for (const { socket } of crowd.splice(0)) socket.terminate();
  for (const stranger of strangers.splice(0)) stranger.destroy();
  await ask(owner, 2, 'readClock', undefined);
  expect((usedBytes() - memory) / 1024 ** 2).toBeLessThan(60);
});

/** So many, and for each more than is kept for a client that doesn’t read, together with what the system keeps. */
const slowReaders = 24;
const unreadBytes = 36 * 1024 ** 2;

test('dozens of clients that never read are cut off, while the owner’s page is served and memory stays bounded', async () => {
  // Every change on the prompter says all of this story again.
  const rows = Array.from({ length: 40 }, (_, row) => `> - A: ${`parcel ${row} `.repeat(400)}\n`);
  const { app, open, unexpected } = await attacked(`${parcel}${rows.join('')}`);
  const owner = await open();
  await ask(owner, 1, 'openStory', { id: app.state().library.stories[0]?.id, variant: null });
  const { plan, prompt } = app.state().session;
  const turns = Math.ceil(unreadBytes / JSON.stringify(app.state().session).length);
  for (let wave = 0; wave < attacks; wave += 1) {
    const slow = await Promise.all(Array.from({ length: slowReaders }, open));
    for (const { socket } of slow) {
      // What they read in the end, nobody looks at.
      socket.removeAllListeners('message');
      socket.pause();
    }
    const memory = usedBytes();
    let mostBytes = 0;
    let cursorMs = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      cursorMs = plan.rows[(turn + 1) % plan.rows.length]?.startMs ?? 0;
      const start = performance.now();
      expect((await ask(owner, 10 + turn, 'moveCursor', { cursorMs })).result?.ok).toBe(true);
      expect(performance.now() - start).toBeLessThan(10_000);
      if (turn % 20 === 0) mostBytes = Math.max(mostBytes, usedBytes() - memory);
    }
    expect(mostBytes / 1024 ** 2).toBeLessThan(60);
    const { session } = app.state();
    expect([session.prompt?.storyId, session.session.cursorMs]).toEqual([prompt?.storyId, cursorMs]);
    for (const { socket } of slow) socket.resume();
    for (const { closed } of slow) expect((await closed).code).toBe(1006);
  }
  expect(unexpected).toEqual([]);
});
