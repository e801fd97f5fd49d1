import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { hasScreen, isSeen, openBrowser } from '../../src/cli/open-browser.ts';
import { tempFolder } from '../services/temp-folder.ts';

describe('somebody sees a browser', () => {
  test.each([
    ['darwin', {}, true],
    ['win32', {}, true],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['darwin', { CI: 'true' }, false],
    ['linux', { DISPLAY: ':0', CI: '1' }, false],
  ] as const)('on %s with %j: %s', (platform, env, seen) => {
    expect(isSeen(platform, env)).toBe(seen);
  });

  test('a build machine may have a screen all the same', () => {
    expect(hasScreen('linux', { DISPLAY: ':0', CI: '1' })).toBe(true);
  });
});

const server = { entry: 'http://127.0.0.1:4000/enter', token: 'a-b_c' };

test.skipIf(process.platform === 'win32')('an opener that isn’t installed is a remark', async () => {
  const home = await tempFolder();
  vi.stubEnv('PATH', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  const remarks: string[] = [];
  const remark = (text: string) => remarks.push(text);
  await openBrowser(server, { platform: 'linux', env: { DISPLAY: ':0' }, home, settingsDir: home, tab: true, remark });
  await vi.waitFor(() =>
    expect(remarks.at(-1)).toBe(
      `${path.join(home, 'open.html')} can’t be opened: xdg-open: it doesn’t exist. Open the address above in your browser.`,
    ),
  );
});

test('if nobody would see it, nothing is written, opened or printed', async () => {
  const nowhere = path.join(await tempFolder(), 'nowhere');
  const remark = expect.unreachable;
  const options = { platform: 'linux', env: {}, home: nowhere, settingsDir: nowhere, tab: false, remark } as const;
  const close = await openBrowser(server, options);
  await close();
});

test.skipIf(process.platform === 'win32')('a browser that shows no window is a remark, and a tab opens', async () => {
  const home = await tempFolder();
  const put = async (name: string, script: string): Promise<void> => {
    await writeFile(path.join(home, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(home, name), 0o755);
  };
  await put('google-chrome-stable', `echo "$@" > "${home}/window"; exit 3`);
  await put('xdg-open', `echo "$@" > "${home}/tab"`);
  vi.stubEnv('PATH', `${home}:${process.env['PATH']}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const remarks: string[] = [];
  const env = { DISPLAY: ':0', PATH: process.env['PATH'] };
  const remark = (text: string) => remarks.push(text);
  await openBrowser(server, { platform: 'linux', env, home, settingsDir: home, tab: false, remark });
  const file = path.join(home, 'open.html');
  await vi.waitFor(async () => expect(await readFile(path.join(home, 'tab'), 'utf8')).toBe(`${file}\n`));
  expect(await readFile(path.join(home, 'window'), 'utf8')).toBe(`--app=${pathToFileURL(file).href}\n`);
  expect(remarks.slice(1)).toEqual([
    `Chrome opened no window (${path.join(home, 'google-chrome-stable')}: it quit with 3).`,
    `Opening your browser. If it can’t read ${file}, open the address above in it.`,
  ]);
});
