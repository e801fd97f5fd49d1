import { access, chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { startApp } from '../../src/services/app/app.ts';
import { createParser } from '../../src/services/library/parse-pool.ts';
import { systemClock } from '../../src/services/base/clock.ts';
import { startServer } from '../../src/web/server.ts';
import { browserShell } from '../../src/web/shell.ts';
import { tempFolder } from '../services/temp-folder.ts';
import { some } from '../sizes.ts';
import { openView } from './serve-folder.ts';

/*
 * Somebody who has the token of a running Offbook, such as another user of the computer who saw it, and who tries to
 * make Offbook run a program of theirs. The row "Commands" of docs/hardening.md; that of the desktop app is in
 * tests/electron/hardening.test.ts.
 */

// Many programs are started, on a computer that may be busy.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => vi.unstubAllEnvs());

/** All orders of these. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** All of Offbook in the browser, on real files, with editors that note that they ran, and the attacker's socket. */
async function attacked() {
  const home = await tempFolder();
  const [bin, stories, pwned, log] = ['bin', 'stories', 'pwned', 'log'].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
    string,
  ];
  await mkdir(bin);
  await mkdir(stories);
  const story = path.join(stories, 'a.md');
  await writeFile(story, '# Care\n\n## A late parcel\n\n> - S: It was lost\n');
  for (const name of ['code', 'subl', 'owners-own']) {
    await writeFile(path.join(bin, name), `#!/bin/sh\necho "\${0##*/} $*" >> '${log}'\n`);
  }
  // The attacker's programs, also beside the stories.
  for (const file of [path.join(bin, 'evil'), path.join(stories, 'evil'), path.join(stories, 'code')]) {
    await writeFile(file, `#!/bin/sh\ntouch '${pwned}'\n`);
  }
  for (const name of ['code', 'subl', 'owners-own', 'evil']) await chmod(path.join(bin, name), 0o755);
  for (const name of ['code', 'evil']) await chmod(path.join(stories, name), 0o755);
  const settingsFile = path.join(home, 'settings.json');
  await writeFile(settingsFile, JSON.stringify({ version: 1, editor: 'owners-own {line} {file}' }));
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
  vi.stubEnv('VISUAL', '');
  vi.stubEnv('EDITOR', '');

  const outside: string[] = [];
  const parser = createParser({ workerUrl: new URL('../../src/services/library/parse-worker.ts', import.meta.url) });
  const app = await startApp(parser, {
    shell: browserShell((target) => Promise.resolve(void outside.push(target)), '0.0.0'),
    clock: systemClock(),
    settingsDir: home,
    samplesDir: stories,
    folders: [stories],
    unexpected: (error) => expect.unreachable(String(error)),
  });
  const server = await startServer({ app, rendererDir: stories, port: 0 });
  onTestFinished(async () => {
    await server.close();
    await app.close();
  });
  await vi.waitFor(() => expect(app.state().library.status).toBe('ready'), { timeout: 20_000 });
  const view = await openView({ origin: new URL(server.address).origin, token: server.token });
  let id = 0;
  /** Makes a call as the page would; returns its result and skips the events in between. */
  const call = async (name: string, input?: unknown): Promise<unknown> => {
    id += 1;
    view.send({ id, call: name, input });
    for (;;) {
      const message = (await view.next()) as { id?: number; result?: unknown };
      if (message.id === id) return message.result;
    }
  };
  return {
    call,
    story,
    stories,
    pwned,
    settingsFile,
    outside,
    editor: () => app.state().settings.editor,
    started: async () => (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').filter(Boolean),
  };
}

test.skipIf(process.platform === 'win32')(
  'commands: a page with a valid token starts known editors and the owner’s own, and nothing else',
  async () => {
    const { call, story, stories, pwned, settingsFile, outside, editor, started } = await attacked();
    const commands = [
      `sh -c "touch '${pwned}'"`,
      'evil',
      `${stories}/evil {file}`,
      './evil',
      `code --extensionDevelopmentPath=${stories}`,
      `${stories}/code`,
      'env code',
      'CODE',
      'code;evil',
    ];
    const fileWith = (command: string): string =>
      JSON.stringify({ program: 'offbook', content: 'settings', version: 1, settings: { editor: command } });
    let turn = 0;
    const next = (): string => commands[turn++ % commands.length] ?? '';

    const steps = {
      change: async () => {
        const command = next();
        expect(await call('changeSettings', { editor: command, textSize: 20 + (turn % 20) })).toEqual({
          ok: false,
          error: `“${command}” wasn’t set: a page or a file can’t choose what this computer runs. Choose from the list, or set “editor” in ${settingsFile} while Offbook isn’t running.`,
        });
      },
      choose: () => call('changeSettings', { editor: turn % 2 === 0 ? 'code' : 'subl' }),
      import: async () => {
        const command = next();
        expect(await call('importSettings', { text: fileWith(command) })).toMatchObject({
          ok: true,
          value: { applied: [], unconfirmed: { editor: command }, refused: [] },
        });
      },
      undo: () => call('undoSettings'),
      reset: () => call('resetSettings', { keys: turn % 2 === 0 ? null : ['editor'] }),
    };
    const allowed = [null, 'code', 'subl', 'owners-own {line} {file}'];
    const open = async () =>
      expect(await call('openInEditor', { file: story, line: 3 })).toEqual({ ok: true, value: null });
    await open();
    const orders = some(ordersOf(Object.values(steps)), 24);
    for (const order of orders) {
      for (const step of order) {
        await step();
        expect(allowed).toContain(editor());
      }
      await open();
    }
    const lines = await started();
    expect(lines.length).toBe(1 + orders.length);
    expect(new Set(lines)).toEqual(new Set([`code --goto ${story}:3`, `subl ${story}:3`, `owners-own 3 ${story}`]));
    expect(outside).toEqual([]);
    await expect(access(pwned)).rejects.toThrow('ENOENT');
  },
);
