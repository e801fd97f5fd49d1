import { statSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import {
  callsOf,
  changeSettings,
  crash,
  eventually,
  noticesOf,
  setUpPrograms,
  shownPage,
  stateOf,
  temporary,
  untilShown,
  writeFiles,
} from './programs.ts';

const { start, copy } = setUpPrograms();

/** What an error box said, the last of them. */
const errorBox = (running: Running) => callsOf(running, 'showErrorBox').at(-1)?.args.join('\n');

describe('an incomplete program', () => {
  test('says which file is missing and what to do, opens no window, and ends with 1', async () => {
    const appDir = await copy();
    const name = path.join(appDir, 'out', 'main', 'parse-worker.js');
    await rm(name);
    const running = await start({ appDir });
    expect(await running.exited).toBe(1);
    expect(errorBox(running)).toContain(name);
    expect(errorBox(running)).toContain('Run “npm run build”, or install Offbook again.');
    expect(callsOf(running, 'new')).toEqual([]);
  });

  test('whose preload can’t run in a sandbox quits with a sentence, not with an empty window', async () => {
    const appDir = await copy();
    await writeFile(path.join(appDir, 'out', 'preload', 'index.cjs'), "require('node:fs');\n");
    const running = await start({ appDir, pages: true });
    expect(await running.exited).toBe(1);
    expect(errorBox(running)).toContain('The window’s connection to Offbook is broken');
    expect(callsOf(running, 'showInactive')).toEqual([]);
  });

  test('whose page can’t be loaded quits with a sentence; a load that another replaced doesn’t matter', async () => {
    const running = await start();
    await untilShown(running);
    await running.act.loadFailed(1, -3, 'ERR_ABORTED');
    await eventually(async () => (await stateOf(running)).library.status).toBe('ready');
    void running.act.loadFailed(1, -6, 'ERR_FILE_NOT_FOUND');
    expect(await running.exited).toBe(1);
    expect(callsOf(running, 'showErrorBox')).toHaveLength(1);
    expect(errorBox(running)).toContain('page app://offbook/ can’t be loaded (ERR_FILE_NOT_FOUND)');
  });

  test('without the samples starts, and says that there are no stories; whose page is missing at a reload shows a sentence', async () => {
    const appDir = await copy();
    await rm(path.join(appDir, 'stories'), { recursive: true });
    const running = await start({ appDir, pages: true });
    const page = await shownPage(running);
    await eventually(() => page.getByRole('main').innerText()).toContain(path.join(appDir, 'stories'));
    await rm(path.join(appDir, 'out', 'renderer'), { recursive: true });
    await crash(running);
    await eventually(() => callsOf(running, 'emits did-finish-load').length).toBe(2);
    expect(await running.pages()[0]?.page.locator('body').innerText()).toContain(
      'Offbook’s own file index.html is missing. Install Offbook again.',
    );
  });
});

describe('a settings folder that can’t be written', () => {
  const told = (running: Running, folder: string) =>
    eventually(() => noticesOf(running)).toContainEqual(
      expect.stringContaining(`Offbook can’t save its settings in ${folder}: `),
    );

  test('is reported; settings last until it quits, and nothing else is missing, also not for a later start', async () => {
    const home = await temporary('home');
    const settingsDir = path.join(home, 'Offbook');
    await writeFile(settingsDir, 'in the way');
    const running = await start({ home });
    await untilShown(running);
    await told(running, settingsDir);
    await expect(changeSettings(running, { textSize: 40 })).rejects.toThrow('Your settings can’t be saved in');
    expect((await stateOf(running)).settings.textSize).toBe(40);
    const later = await start({ home, words: ['--do', 'play-pause'] });
    expect(await later.exited).toBe(0);
    await eventually(async () => (await stateOf(running)).session.session.status.kind).toBe('running');
    await running.act.placeWindow(1, { x: 5, y: 60, width: 400, height: 300 });
    // The crash is logged, which fails too, and softly.
    await crash(running);
    await eventually(() => callsOf(running, 'emits did-finish-load').length).toBe(2);
    expect(await stateOf(running)).toMatchObject({
      settings: { textSize: 40 },
      session: { session: { status: { kind: 'running' } } },
    });
    await running.act.quit();
    expect(await running.exited).toBe(0);
    expect(await readFile(settingsDir, 'utf8')).toBe('in the way');
  });

  // Rights stop nobody who is root; there, the program runs as another user, who must be able to read it.
  const isRoot = process.getuid?.() === 0;
  const unprovable = process.platform === 'win32' || (isRoot && !isOpenToAll(import.meta.dirname));
  test.skipIf(unprovable)('because it is read-only: what stands in it is used', async () => {
    const [home, appDir] = [await temporary('home'), await copy()];
    const settingsDir = path.join(home, 'Offbook');
    await writeFiles(home, { 'Offbook/settings.json': JSON.stringify({ version: 1, textSize: 31 }), 'tmp/x': '' });
    await chmod(path.join(home, 'tmp'), 0o777);
    await chmod(settingsDir, 0o555);
    for (const folder of [home, appDir]) await chmod(folder, 0o755);
    onTestFinished(() => chmod(settingsDir, 0o755));
    const user = isRoot ? { user: 65534 } : {};
    const running = await start({ home, appDir, env: { TMPDIR: path.join(home, 'tmp') }, ...user });
    await untilShown(running);
    await told(running, settingsDir);
    expect((await stateOf(running)).settings.textSize).toBe(31);
    await expect(changeSettings(running, { textSize: 32 })).rejects.toThrow('Your settings can’t be saved in');
    await eventually(() => noticesOf(running)).toContainEqual(
      expect.stringContaining('Your settings can’t be saved in'),
    );
    expect((await stateOf(running)).settings.textSize).toBe(32);
    expect(JSON.parse(await readFile(path.join(settingsDir, 'settings.json'), 'utf8'))).toEqual({
      version: 1,
      textSize: 31,
    });
  });

  test('and no temporary one either: it quits, and says why', async () => {
    const home = await temporary('home');
    await writeFile(path.join(home, 'Offbook'), 'in the way');
    const running = await start({ home, env: { TMPDIR: path.join(home, 'missing') } });
    expect(await running.exited).toBe(1);
    expect(errorBox(running)).toContain('Offbook can’t start without such a folder.');
  });
});

/** Whether other users can read a folder. */
function isOpenToAll(folder: string): boolean {
  const parent = path.dirname(folder);
  return (statSync(folder).mode & 0o005) === 0o005 && (parent === folder || isOpenToAll(parent));
}
