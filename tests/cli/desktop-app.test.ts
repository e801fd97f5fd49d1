import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { findElectron } from '../../src/cli/desktop-app.ts';
import { run } from '../../src/cli/do.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-desktop-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const put = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
  return path.join(folder, file);
};

describe('finding the runtime', () => {
  test('nothing installed', () => {
    expect(findElectron(folder, {})).toBeNull();
  });

  test('in the place that the package names', async () => {
    await put('path.txt', 'Electron.app/Contents/MacOS/Electron');
    expect(findElectron(folder, {})).toBeNull();
    const executable = await put('dist/Electron.app/Contents/MacOS/Electron', '');
    expect(findElectron(folder, {})).toBe(executable);
  });

  test('in the place that the environment names', async () => {
    const executable = await put('elsewhere/electron', '');
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'elsewhere') })).toBe(executable);
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'nowhere') })).toBeNull();
  });
});

/* The program that runs is played by this process, and Electron by a script that writes down its words. */
describe.skipIf(process.platform === 'win32')('--do', () => {
  const home = () => path.join(folder, 'home');

  /** Holds the lock as Chromium does. */
  async function holdLock(pid: number): Promise<void> {
    await mkdir(path.join(home(), 'electron'), { recursive: true });
    await symlink(`${hostname()}-${pid}`, path.join(home(), 'electron', 'SingletonLock'));
  }

  async function install(script: string): Promise<void> {
    await put('node_modules/electron/path.txt', 'electron');
    await put('out/main/index.js', '');
    await chmod(await put('node_modules/electron/dist/electron', `#!/bin/sh\n${script}\n`), 0o755);
  }

  async function doCommand(id: string): Promise<{ code: number; said: string }> {
    let said = '';
    const stream = { write: (text: string) => (said += text) };
    const env = { ...process.env, OFFBOOK_HOME: home(), ELECTRON_RUN_AS_NODE: '1' };
    const code = await run([id], { stdout: stream, stderr: stream, env, cwd: folder }, folder);
    return { code, said };
  }

  test('reaches a desktop app that runs, by a second start that passes the command on', async () => {
    await holdLock(process.pid);
    await install('for word in "$@" "[$ELECTRON_RUN_AS_NODE]" "$OFFBOOK_HOME"; do echo "$word"; done > words');
    expect(await doCommand('next-row')).toEqual({ code: 0, said: '' });
    const words = await readFile(path.join(folder, 'words'), 'utf8');
    expect(words.trimEnd().split('\n')).toEqual([folder, '--do', 'next-row', '[]', home()]);
  });

  test('says why that start failed', async () => {
    await holdLock(process.pid);
    await install('echo "Missing X server or $DISPLAY" >&2; exit 1');
    expect(await doCommand('next-row')).toEqual({
      code: 1,
      said: expect.stringMatching(/^The desktop app couldn’t be reached: Missing X server/) as string,
    });
  });

  test('sends people to the installed app’s own --do where Electron’s runtime is missing', async () => {
    await holdLock(process.pid);
    expect(await doCommand('next-row')).toEqual({
      code: 1,
      said: 'The desktop app that runs isn’t this folder’s. Use its own “--do next-row”.\n',
    });
  });

  test('doesn’t start one where it was killed and left its lock', async () => {
    await holdLock(2 ** 22 + 1);
    await install('touch started');
    expect((await doCommand('next-row')).said).toContain('Offbook isn’t running. ');
    await expect(readFile(path.join(folder, 'started'))).rejects.toThrow('ENOENT');
  });
});
