import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import { callsOf, eventually, setUpPrograms, temporary, untilWindowShown } from './programs.ts';
import { smallPage, smallProgram, type SmallProgram } from './small-program.ts';

/* What a broken main does under the stand-in, as `stand-in.test.ts` has it for a preload. */
const { start, copy } = setUpPrograms();
const run = async (
  parts: SmallProgram,
  options: { pages?: boolean; env?: Record<string, string> } = {},
): Promise<Running> => start({ appDir: await smallProgram(parts), ...options });

/** What a small program printed, where it tells what it saw. */
const printed = (running: Running) => eventually(() => running.stderr());

describe('a main', () => {
  const elsewhere = { 'beside.js': 'export const beside = 1;', 'beside.json': '{}' };
  const failures: [string, SmallProgram, RegExp][] = [
    ['throws at its start', { early: "throw new RangeError('at once');" }, /during load\nRangeError: at once/],
    [
      'imports a file outside its bundle',
      { early: "await import('../../beside.js');" },
      /asks for "\.\.\/\.\.\/beside\.js", which is not in its bundle/,
    ],
    ['imports a package', { early: "await import('valibot');" }, /valibot/],
    [
      'requires a file outside its bundle',
      {
        early:
          "const { createRequire } = await import('node:module'); createRequire(import.meta.url)('../../beside.json');",
      },
      /not in its bundle/,
    ],
    ['uses a member that the stand-in does not have', { early: 'app.setBadgeCount(1);' }, /no app\.setBadgeCount/],
    [
      'asks for the single instance before it names a folder',
      { early: 'app.requestSingleInstanceLock();' },
      /userData/,
    ],
    [
      'names a folder that is not there',
      { early: "app.setPath('userData', process.cwd() + '/missing');" },
      /does not exist/,
    ],
  ];
  test.each(failures)('that %s fails', async (_what, parts, why) => {
    const running = await run({ ...parts, files: elsewhere });
    expect(await running.exited).toBe(1);
    expect(running.stderr()).toMatch(why);
  });

  test('that reads a file outside its bundle fails', async () => {
    const outside = await temporary('outside');
    await mkdir(path.join(outside, 'src'));
    await writeFile(path.join(outside, 'src', 'secret.txt'), 'secret');
    const secret = JSON.stringify(path.join(outside, 'src', 'secret.txt'));
    const running = await run({
      early: `const { readFileSync } = await import('node:fs'); console.error(readFileSync(${secret}, 'utf8'));`,
    });
    expect(await running.exited).toBe(1);
    expect(running.stderr()).toContain('ERR_ACCESS_DENIED');
    expect(running.stderr()).not.toMatch(/^secret$/m);
  });

  test('that names a preload which is not there gets no page with a bridge', async () => {
    const appDir = await copy();
    const main = path.join(appDir, 'out', 'main', 'index.js');
    const text = await readFile(main, 'utf8');
    const wrong = text.replaceAll('../preload/index.cjs', '../preload/index.js');
    expect(wrong).not.toBe(text);
    await writeFile(main, wrong);
    const running = await start({ appDir, pages: true });
    expect(await running.exited).toBe(1);
    expect(callsOf(running, 'showErrorBox')[0]?.args[1]).toContain(path.join('out', 'preload', 'index.js'));
  });

  test('whose pages are not there fails to load them, by Chromium’s own name for it', async () => {
    const early = "const { readFileSync } = await import('node:fs');";
    const ready = `
      protocol.unhandle('app');
      protocol.handle('app', () => new Response(readFileSync(new URL('../renderer/index.html', import.meta.url))));
      window.webContents.on('did-fail-load', (_event, code, name) => console.error(code, name));
    `;
    const running = await run({ early, ready }, { pages: true });
    await printed(running).toContain('-2 ERR_FAILED');
    expect(callsOf(running, 'emits did-finish-load')).toEqual([]);
  });

  test('gets an event when the graphics process is gone', async () => {
    const ready = "app.on('child-process-gone', (_event, { type, reason }) => console.error(type, reason));";
    const running = await run({ ready });
    await untilWindowShown(running);
    await running.act.helperGone('GPU');
    await printed(running).toContain('GPU crashed');
  });

  test('that comes too early or too late gets an error', async () => {
    const tell = (code: string) =>
      `try { ${code}; console.error('fine'); } catch (error) { console.error(error.message); }`;
    const early = [
      'electron.screen.getAllDisplays()',
      'new BrowserWindow()',
      "protocol.handle('x', () => {})",
      'electron.session.defaultSession',
      "electron.globalShortcut.register('F8', () => {})",
      'electron.dialog.showMessageBox({})',
    ];
    const late = ['app.enableSandbox()', 'protocol.registerSchemesAsPrivileged([])'];
    const running = await run({ early: early.map(tell).join('\n'), ready: late.map(tell).join('\n') });
    await untilWindowShown(running);
    await printed(running).toContain('registerSchemesAsPrivileged should be called before');
    expect(running.stderr().trim().split('\n')).toHaveLength(early.length + late.length);
    expect(running.stderr()).not.toContain('fine');
  });

  test('that registers an invalid accelerator gets a TypeError, and false for one that is taken', async () => {
    const ready = `
      const { globalShortcut } = electron;
      for (const accelerator of ['Hyper+Q', 'Control+F8', 'Ctrl+F8', 'Shift+F8']) {
        try { console.error(accelerator + ' ' + globalShortcut.register(accelerator, () => console.error('pressed'))); }
        catch (error) { console.error(error.name + ': ' + error.message); }
      }
    `;
    const running = await start({ appDir: await smallProgram({ ready }), heldElsewhere: ['Shift+F8'] });
    await printed(running).toContain('Shift+F8 false');
    expect(running.stderr()).toBe(
      'TypeError: Error processing argument at index 0, conversion failure from Hyper+Q\nControl+F8 true\nCtrl+F8 false\nShift+F8 false\n',
    );
    expect(await running.act.pressHotkey('CommandOrControl+F8')).toBe(true);
    await printed(running).toContain('pressed');
    expect(await running.act.pressHotkey('F9')).toBe(false);
  });

  test('that uses a window after its end gets an error', async () => {
    const ready = `
      window.on('closed', () => {
        try { window.setOpacity(1); } catch (error) { console.error(error.message, window.isDestroyed()); }
        try { window.webContents; } catch (error) { console.error('contents: ' + error.message); }
      });
      app.on('window-all-closed', () => console.error('all closed'));
    `;
    const running = await run({ ready });
    await untilWindowShown(running);
    await running.act.closeWindow(1);
    await printed(running).toContain('all closed');
    expect(running.stderr()).toContain('Object has been destroyed true\ncontents: Object has been destroyed');
    expect(running.pages()).toEqual([]);
  });

  test('that waits for a hidden window to be painted on Wayland waits forever', async () => {
    const ready = `
      const hidden = new BrowserWindow({ show: false });
      hidden.once('ready-to-show', () => console.error('ready'));
      hidden.loadURL('app://small/').then(() => console.error(hidden.webContents.getURL()));
      console.error('at first: ' + hidden.webContents.getURL());
    `;
    for (const [XDG_SESSION_TYPE, seen] of [
      ['x11', ['ready']],
      ['wayland', []],
    ] as const) {
      const running = await run({ ready }, { env: { XDG_SESSION_TYPE } });
      await printed(running).toContain('app://small/');
      const lines = running.stderr().trim().split('\n');
      expect(lines.filter((line) => line === 'ready')).toEqual(seen);
      expect(lines).toContain('at first: ');
    }
  });

  test('that forgets a hotkey of Wayland’s portal ends when it is pressed', async () => {
    const ready = `
      electron.globalShortcut.register('F8', () => console.error('pressed'));
      electron.globalShortcut.unregisterAll();
    `;
    const running = await run({ ready }, { env: { XDG_SESSION_TYPE: 'wayland' } });
    await untilWindowShown(running);
    await running.act.pressHotkey('F8').catch(() => 'it has ended');
    expect(await running.exited).toBe(133);
    expect(running.stderr()).toContain('NOTREACHED');
  });

  test('that would open a window with Node is stopped', async () => {
    for (const webPreferences of ['{ nodeIntegration: true }', '{ contextIsolation: false }', '{ sandbox: false }']) {
      const running = await run({ webPreferences });
      await printed(running).toContain('windows with sandbox and context isolation');
    }
  });

  test('that weakens a page is warned as Electron warns', async () => {
    const webPreferences =
      "{ webSecurity: false, allowRunningInsecureContent: true, experimentalFeatures: true, enableBlinkFeatures: 'X' }";
    const weak = await run({ webPreferences }, { pages: true });
    await smallPage(weak);
    const lines = () => weak.pages()[0]?.console.map(({ text }) => text) ?? [];
    for (const name of [
      'Disabled webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'Insecure Content-Security-Policy',
    ]) {
      await eventually(lines).toContain(`Electron Security Warning (${name})`);
    }
    const sound = await run({ headers: `{ 'Content-Security-Policy': "script-src 'self'" }` }, { pages: true });
    await smallPage(sound);
    expect(sound.pages()[0]?.console).toEqual([]);
  });
});
