import path from 'node:path';
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
  await openBrowser(server, { platform: 'linux', env: { DISPLAY: ':0' }, home, settingsDir: home, remark });
  await vi.waitFor(() =>
    expect(remarks.at(-1)).toBe(
      `${path.join(home, 'open.html')} can’t be opened: xdg-open: it doesn’t exist. Open the address above in your browser.`,
    ),
  );
});

test('if nobody would see it, nothing is written, opened or printed', async () => {
  const nowhere = path.join(await tempFolder(), 'nowhere');
  const remark = expect.unreachable;
  const close = await openBrowser(server, { platform: 'linux', env: {}, home: nowhere, settingsDir: nowhere, remark });
  await close();
});
