import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { runProgram, type ProgramProcess } from '../program-process.ts';
import { comeIn, openView } from '../web/serve-folder.ts';

/*
 * Another user of the same computer, who reads the process list and every readable file, and talks to the server with their
 * own programs: they can forge any header.
 */
vi.setConfig({ testTimeout: 60_000 });

let home: string;
let settings: string;
let bin: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'offbook-other-'));
  onTestFinished(() => rm(home, { recursive: true }));
  settings = path.join(home, '.config', 'Offbook');
  bin = path.join(home, 'bin');
  await mkdir(settings, { recursive: true });
  await mkdir(bin);
  // Both are readable by everybody, as on a careless system.
  for (const folder of [home, path.join(home, '.config'), settings]) await chmod(folder, 0o755);
  await writeFile(path.join(home, 'story.md'), '# Ownership\n\n## Moved the archive\n\nS: Here\n\nA: I moved it.\n');
});

/** The browser that is found first, and the system's opener. */
type Opener = 'google-chrome-stable' | 'xdg-open';

/** A stand-in for one of them: records its arguments, and stays in the process list for this long. */
async function putOpener(script: string, name: Opener = 'google-chrome-stable'): Promise<void> {
  await writeFile(path.join(bin, name), `#!/bin/sh\nprintf '%s\\n' "$@" > "${bin}/argv"\n${script}\n`);
  await chmod(path.join(bin, name), 0o755);
}

/** `offbook serve` on a computer with a screen. */
function serve(...words: string[]): ProgramProcess {
  const program = runProgram(['src/cli/offbook.ts', 'serve', '--stories', path.join(home, 'story.md'), ...words], {
    HOME: home,
    OFFBOOK_HOME: '',
    XDG_CONFIG_HOME: '',
    PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
    DISPLAY: ':99',
    CI: '',
  });
  onTestFinished(async () => {
    program.kill('SIGKILL');
    await program.exited;
  });
  return program;
}

/** The opener's only argument. */
async function openedWith(): Promise<string> {
  const argv = path.join(bin, 'argv');
  return vi.waitFor(
    async () => {
      const words = await readFile(argv, 'utf8');
      expect(words).toMatch(/^.+\n$/);
      return words.trimEnd();
    },
    { timeout: 20_000 },
  );
}

/** The file that is opened in a window. */
async function openedFile(): Promise<string> {
  const word = await openedWith();
  expect(word).toMatch(/^--app=file:/);
  return fileURLToPath(word.slice('--app='.length));
}

async function commandLines(): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(processes.map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')));
}

/** The contents of all files in a folder that others can read. */
async function readableBelow(folder: string): Promise<string[]> {
  if (((await stat(folder)).mode & 0o011) === 0) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const texts = entries.map(async (entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return readableBelow(file);
    return ((await stat(file)).mode & 0o044) === 0 ? [] : [await readFile(file, 'utf8')];
  });
  return (await Promise.all(texts)).flat();
}

/** Whether the socket opens with these headers, sent by a program that pretends to be the page. */
async function opens(origin: string, protocols: string[], headers: Record<string, string>): Promise<boolean> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, protocols, { origin, headers });
  return new Promise((resolve) => {
    const end = (opened: boolean) => () => {
      resolve(opened);
      socket.terminate();
    };
    socket.on('open', end(true));
    socket.on('error', end(false));
  });
}

describe.skipIf(process.platform !== 'linux')('another user of this computer', () => {
  test('token: nothing in the process list or in readable files opens the socket', async () => {
    await putOpener('sleep 5');
    const program = serve();
    const { origin, hash, port } = new URL(await program.address);
    const token = hash.replace('#token=', '');
    const file = await openedFile();
    const lines = await commandLines();
    // This proves that the check works: the browser is in the process list.
    const shown = `--app=${pathToFileURL(file).href}`;
    expect(lines.some((line) => line.includes('google-chrome-stable') && line.includes(shown))).toBe(true);
    const { cookie, key } = await comeIn({ origin, token });
    const seen = [...lines, ...(await readableBelow(home))].join('\n');
    expect(seen).toContain('Moved the archive');
    for (const secret of [token, key, cookie.split('=')[1] ?? cookie]) expect(seen).not.toContain(secret);

    for (const found of new Set(seen.match(/(?<![\w-])[\w-]{43}(?![\w-])/g))) {
      expect(await opens(origin, ['offbook'], { authorization: `Bearer ${found}` })).toBe(false);
      expect(await opens(origin, ['offbook', found], { cookie: `offbook-${port}=${found}` })).toBe(false);
    }
    expect(await opens(origin, ['offbook'], {})).toBe(false);
    // With the missing part it would open.
    expect(await opens(origin, ['offbook', key], { cookie })).toBe(true);
  });

  test('token: the browser opens a file that only the owner can read, which lets it in and is removed at the end', async () => {
    await putOpener('');
    const program = serve();
    const address = await program.address;
    const { origin, hash } = new URL(address);
    const file = await openedFile();
    expect(file).toBe(path.join(settings, 'open.html'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(settings)).mode & 0o777).toBe(0o700);
    const page = await readFile(file, 'utf8');
    expect(page).toContain(`action="${origin}/enter"`);
    expect(page).toContain(`value="${hash.replace('#token=', '')}"`);
    expect(program.stderr()).toContain(
      `Opening a window of Chrome. If it can’t read ${file}, open the address above in a browser.\n`,
    );
    program.kill('SIGTERM');
    expect(await program.exited).toBe(0);
    expect(await readdir(settings)).not.toContain('open.html');
  });

  test('token: what a killed program left behind is useless and is overwritten', async () => {
    await putOpener('');
    const killed = serve();
    await killed.address;
    const file = await openedFile();
    killed.kill('SIGKILL');
    await killed.exited;
    const left = await readFile(file, 'utf8');
    await rm(path.join(bin, 'argv'));
    const { origin } = new URL(await serve().address);
    expect(await openedFile()).toBe(file);
    expect(await readFile(file, 'utf8')).not.toBe(left);
    const oldToken = /value="([\w-]{43})"/.exec(left)?.[1] ?? '';
    expect(oldToken).not.toBe('');
    expect(await comeIn({ origin, token: oldToken })).toMatchObject({ status: 401, cookie: '' });
  });

  test('token: if the file can’t be written, no browser is opened, and the address still works', async () => {
    await putOpener('');
    await mkdir(path.join(settings, 'open.html'));
    const program = serve();
    const { origin, hash } = new URL(await program.address);
    await vi.waitFor(() => expect(program.stderr()).toContain('Your browser wasn’t opened: '));
    expect(program.stderr()).toContain(
      `open.html can’t be written: it is a folder, not a file. Open the address above`,
    );
    await expect(openView({ origin, token: hash.replace('#token=', '') })).resolves.toBeDefined();
    program.kill('SIGTERM');
    expect(await program.exited).toBe(0);
    expect(await readdir(bin)).toEqual(['google-chrome-stable']);
  });

  test('token: people with snaps get the file where snaps can read it, in a folder that is removed with it', async () => {
    await putOpener('', 'xdg-open');
    await mkdir(path.join(home, 'snap'));
    const program = serve('--tab');
    await program.address;
    const file = await openedWith();
    expect(file).toBe(path.join(home, 'offbook-open', 'open.html'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readdir(settings)).not.toContain('open.html');
    program.kill('SIGTERM');
    expect(await program.exited).toBe(0);
    expect(await readdir(home)).not.toContain('offbook-open');
  });
});
