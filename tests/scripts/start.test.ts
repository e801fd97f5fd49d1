import { chmod, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { projectRoot } from '../../src/cli/project-root.ts';
import { runProgram, type ProgramProcess } from '../program-process.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-start-')));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const proxies = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];

/** No screen and no runtime, whatever this computer has, and no way to download one. */
const bare = () => ({
  CI: '1',
  ...Object.fromEntries(proxies.map((name) => [name, ''])),
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
  XDG_SESSION_TYPE: '',
  INIT_CWD: folder,
  OFFBOOK_HOME: path.join(folder, 'home'),
  ELECTRON_OVERRIDE_DIST_PATH: folder,
  ELECTRON_MIRROR: 'http://127.0.0.1:1/',
  electron_config_cache: path.join(folder, 'cache'),
});

/** `npm start` with these arguments; it is stopped after the test. */
function start(args: string[], env: Record<string, string> = {}): ProgramProcess {
  const program = runProgram(['scripts/start.ts', ...args], { ...bare(), ...env });
  onTestFinished(async () => {
    program.kill('SIGKILL');
    await program.exited;
  });
  return program;
}

/** What it said, but for what it says only where something takes long. */
const atHand = (text: string) =>
  text.split('\n').filter((line) => line !== '' && !/^(?:Building Offbook|Downloading Electron’s runtime)/u.test(line));

describe.skipIf(process.platform !== 'linux')('without Electron', () => {
  test('one line says so and how to get it, and the browser shell opens', async () => {
    const program = start([], { DISPLAY: ':99' });
    expect(await program.address).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(atHand(program.stderr())).toEqual([
      'Electron’s runtime couldn’t be downloaded (fetch failed): using the browser. If your network needs a proxy, ' +
        'set HTTPS_PROXY and start again.',
    ]);
    program.kill('SIGTERM');
    expect(await program.exited).toBe(0);
  });

  test('a slow download says how many megabytes it has, and Offbook is never silent for long', async () => {
    const mirror = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': 110_000_000 });
      const timer = setInterval(() => response.write(Buffer.alloc(2_000_000)), 400);
      response.on('close', () => clearInterval(timer));
      setTimeout(() => response.destroy(), 7000);
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void mirror.close());
    await once(mirror, 'listening');
    const { port } = mirror.address() as AddressInfo;
    const program = start([], { DISPLAY: ':99', ELECTRON_MIRROR: `http://127.0.0.1:${port}/` });
    expect(await program.address).toMatch(/^http:/);
    const told = [...program.stderr().matchAll(/^Downloading Electron’s runtime: (\d+) of about 110 MB/gmu)];
    expect(told.length).toBeGreaterThan(1);
    expect(Number(told.at(-1)?.[1])).toBeGreaterThan(5);
  });

  test('without a screen, or with --no-open, Electron isn’t even tried; relative stories start from npm’s folder', async () => {
    const program = start(['--stories', 'not here', '--no-open']);
    expect(await program.address).toMatch(/^http:\/\/127\.0\.0\.1:/);
    const [first, ...others] = atHand(program.stderr());
    expect(first).toBe('Electron’s runtime isn’t installed (“npx install-electron” gets it): using the browser.');
    expect(others.join()).toContain(`${path.join(folder, 'not here')} can’t be read: it doesn’t exist.`);
  });
});

describe.skipIf(process.platform !== 'linux')('with Electron', () => {
  const electron = async (script: string) => {
    const file = path.join(folder, 'electron');
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  };

  test('it gets the program and the stories, and npm start quits with it', async () => {
    await electron('for word in "$@"; do echo "$word"; done > "${0%/*}/words"; exit 0');
    const program = start(['--stories', 'my stories', '--port', '4000'], { DISPLAY: ':99' });
    expect(await program.exited).toBe(0);
    await expect(program.address).rejects.toThrow();
    const words = await readFile(path.join(folder, 'words'), 'utf8');
    expect(words).toBe(`${projectRoot}\n--stories\n${path.join(folder, 'my stories')}\n`);
    expect(program.stdout()).toBe('');
  });

  test('in a Wayland session with an X server it runs as an X program', async () => {
    await electron('for word in "$@"; do echo "$word"; done > "${0%/*}/words"; exit 0');
    const program = start([], { DISPLAY: ':99', XDG_SESSION_TYPE: 'wayland' });
    expect(await program.exited).toBe(0);
    expect(await readFile(path.join(folder, 'words'), 'utf8')).toBe(`--ozone-platform=x11\n${projectRoot}\n`);
  });

  test('if it fails at once, one line says so, and the browser shell opens', async () => {
    await electron('echo "Missing X server or $DISPLAY" >&2; exit 1');
    const program = start([], { DISPLAY: ':99' });
    expect(await program.address).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(atHand(program.stderr())).toEqual([
      'Electron couldn’t start (ended with 1: Missing X server or :99): using the browser.',
    ]);
  });

  test('without a screen it isn’t started', async () => {
    await electron('exit 0');
    const program = start([]);
    expect(await program.address).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(atHand(program.stderr())).toEqual([
      'Electron’s window needs a screen (DISPLAY and WAYLAND_DISPLAY aren’t set): using the browser.',
    ]);
  });
});

test('passes a command to the Offbook that runs, as “offbook --do” does', async () => {
  const program = start(['--do', 'next-row']);
  expect(await program.exited).toBe(1);
  expect(program.stderr()).toContain('Offbook isn’t running. Start it with “npm start”');
  const unknown = start(['--do=no-such-command']);
  expect(await unknown.exited).toBe(2);
  expect(unknown.stderr()).toContain('There isn’t a command “no-such-command”.');
});

test('bad options are refused with the usage', async () => {
  const program = start(['--prot', '1']);
  expect(await program.exited).toBe(2);
  await expect(program.address).rejects.toThrow();
  expect(program.stderr()).toBe(
    "Unknown option '--prot'.\nUsage: npm start -- [--stories DIR] [--port N] [--tab | --no-open]\n",
  );
});
