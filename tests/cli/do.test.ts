import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../src/cli/do.ts';
import { readRunning, writeRunning } from '../../src/services/system/running-file.ts';
import { keptPort } from '../kept-port.ts';
import { runProgram } from '../program-process.ts';
import { openView, serveFolder } from '../web/serve-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'offbook-do-'));
  onTestFinished(() => rm(home, { recursive: true }));
});

/** Runs `offbook --do` with these words. */
async function doCommand(...words: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const stream = { write: (text: string) => (said += text) };
  const code = await run(words, { stdout: stream, stderr: stream, env: { OFFBOOK_HOME: home }, cwd: home });
  return { code, said };
}

test('a command reaches the running program', async () => {
  const { app, port, token } = await serveFolder();
  await writeRunning(home, { port, token });
  expect(await doCommand('next-row')).toEqual({ code: 0, said: '' });
  expect(app.state().notices.map(({ text }) => text)).toEqual(['ran next-row']);
});

test('events before the answer are ignored', async () => {
  const { app, port, token, origin } = await serveFolder();
  await openView({ origin, token });
  await writeRunning(home, { port, token });
  const runCommand = app.handlers.runCommand;
  app.handlers.runCommand = async (input) => {
    app.emit('capabilitiesChanged', app.state().capabilities);
    return runCommand(input);
  };
  expect((await doCommand('reset')).code).toBe(0);
});

test('a refusal is printed', async () => {
  const { app, port, token } = await serveFolder();
  await writeRunning(home, { port, token });
  app.handlers.runCommand = () => {
    throw new Error('Not today.');
  };
  expect(await doCommand('reset')).toEqual({ code: 1, said: 'Not today.\n' });
});

test('a command that only the desktop app can carry out fails and says why', async () => {
  const { port, token } = await serveFolder();
  await writeRunning(home, { port, token });
  expect(await doCommand('toggle-top')).toEqual({
    code: 1,
    said: '“Toggle always on top” needs the desktop app. This Offbook runs in a browser.\n',
  });
});

const none = /^Offbook isn’t running\. .*npm start.*\n$/;

test('if Offbook isn’t running, it says so', async () => {
  expect(await doCommand('reset')).toEqual({ code: 1, said: expect.stringMatching(none) as string });
});

test.each(['', 'not JSON', '{}', '{"port":0,"token":"x"}', '[]'])('a state file of %j is ignored', async (text) => {
  await writeFile(path.join(home, 'running.json'), text);
  expect((await doCommand('reset')).said).toMatch(none);
});

test('a program that was killed isn’t running', async () => {
  const { port, token, close } = await serveFolder(await keptPort());
  await writeRunning(home, { port, token });
  await close();
  expect(await doCommand('reset')).toEqual({ code: 1, said: expect.stringMatching(none) as string });
});

test('another program that uses the port now isn’t Offbook', async () => {
  const other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  await writeRunning(home, { port: (other.address() as AddressInfo).port, token: 'x'.repeat(43) });
  expect((await doCommand('reset')).said).toMatch(none);
});

test.each([[[]], [['explode']], [['constructor']], [['reset', 'reset']]])(
  '%j isn’t a command, and the commands are listed',
  async (words) => {
    const { code, said } = await doCommand(...words);
    expect(code).toBe(2);
    expect(said).toContain('The commands are: play-pause, ');
  },
);

test('the real program: only its owner can read its file, which is gone when it quits', async () => {
  const folder = path.join(home, 'stories');
  await mkdir(folder);
  await writeFile(path.join(folder, 'a.md'), '# Ownership\n\n## Moved the archive\n\nS: Here\n\nA: I moved it.\n');
  const env = { OFFBOOK_HOME: home, CI: '1' };
  await chmod(home, 0o755);
  const program = runProgram(['src/cli/offbook.ts', 'serve', '--no-open', '--stories', folder], env);
  onTestFinished(() => program.kill('SIGKILL'));
  const { origin, hash } = new URL(await program.address);
  const view = await openView({ origin, token: hash.replace('#token=', '') });

  expect(await readRunning(home)).toEqual({ port: Number(new URL(origin).port), token: hash.replace('#token=', '') });
  if (process.platform !== 'win32') {
    expect((await stat(path.join(home, 'running.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
  }

  const doing = runProgram(['src/cli/offbook.ts', '--do', 'next-theme'], env);
  doing.address.catch(() => 'it prints none');
  expect(await doing.exited).toBe(0);
  for (;;) {
    const message = (await view.next()) as { event?: string; payload?: { theme?: string } };
    if (message.event === 'settingsChanged') {
      expect(message.payload?.theme).toBe('dark');
      break;
    }
  }

  // A second one with the same settings says so, is reached while it runs, and gives that back when it quits.
  const second = runProgram(['src/cli/offbook.ts', 'serve', '--no-open', '--stories', folder], env);
  onTestFinished(() => second.kill('SIGKILL'));
  const port = Number(new URL(await second.address).port);
  await expect.poll(() => second.stderr()).toContain('Another Offbook is running with these settings');
  expect((await readRunning(home))?.port).toBe(port);
  second.kill('SIGTERM');
  await second.exited;
  expect((await readRunning(home))?.port).toBe(Number(new URL(origin).port));

  program.kill('SIGTERM');
  expect(await program.exited).toBe(0);
  expect(await readdir(home)).not.toContain('running.json');
  expect(await readFile(path.join(home, 'settings.json'), 'utf8')).toContain('"theme": "dark"');
});
