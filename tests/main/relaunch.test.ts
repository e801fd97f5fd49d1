import { describe, expect, test } from 'vitest';
import { throughX, type ProgramStart } from '../../src/main/relaunch.ts';

const gnome = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' };
const bare: ProgramStart = {
  isPackaged: true,
  platform: 'linux',
  env: gnome,
  ozonePlatform: 'wayland',
  words: ['--stories', '/home/ada/stories'],
  execPath: '/opt/Offbook/offbook',
};

describe('a packaged program that came up as a native Wayland one', () => {
  test('starts again as an X program, with the same words', () => {
    const again = {
      execPath: '/opt/Offbook/offbook',
      args: ['--ozone-platform=x11', '--stories', '/home/ada/stories'],
    };
    expect(throughX(bare)).toEqual(again);
    expect(throughX({ ...bare, env: { WAYLAND_DISPLAY: 'wayland-1', DISPLAY: ':0' } })).toEqual(again);
    expect(throughX({ ...bare, ozonePlatform: '' })).toEqual(again);
  });

  test('from an AppImage starts that, since the folder that it runs in goes away', () => {
    const image = { APPIMAGE: '/home/ada/Offbook.AppImage', APPDIR: '/tmp/.mount_Off' };
    const start = { ...bare, env: { ...gnome, ...image } };
    expect(throughX({ ...start, execPath: '/tmp/.mount_Off/offbook' })?.execPath).toBe('/home/ada/Offbook.AppImage');
    // A terminal that is an AppImage itself passes its own variables on.
    expect(throughX({ ...start, execPath: '/tmp/.mount_Office/offbook' })?.execPath).toBe('/tmp/.mount_Office/offbook');
  });
});

test.each<[string, Partial<ProgramStart>]>([
  ['one that is an X program already', { ozonePlatform: 'x11', words: ['--ozone-platform=x11'] }],
  ['one that Chromium made an X program', { ozonePlatform: 'x11' }],
  ['one for which somebody chose Wayland', { words: ['--ozone-platform=wayland'] }],
  ['one without an X server', { env: { ...gnome, DISPLAY: undefined } }],
  ['one in an X session', { env: { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' } }],
  ['one that runs from its sources', { isPackaged: false }],
  ['one on macOS', { platform: 'darwin' }],
  ['one on Windows', { platform: 'win32' }],
])('%s stays', (_which, start) => {
  expect(throughX({ ...bare, ...start })).toBeNull();
});
