import { describe, expect, test } from 'vitest';
import { chromiumSwitches, desktopOf, hotkeyHint, type Desktop } from '../../src/main/desktop.ts';

const wayland = { XDG_SESSION_TYPE: 'wayland' };

describe('the desktop', () => {
  test.each([
    ['macos', 'darwin', {}, ''],
    ['windows', 'win32', {}, ''],
    ['x11', 'linux', { XDG_SESSION_TYPE: 'x11' }, ''],
    ['x11', 'linux', {}, ''],
    ['x11', 'freebsd', {}, 'x11'],
    ['wayland', 'linux', wayland, ''],
    ['wayland', 'linux', wayland, 'wayland'],
    ['wayland', 'linux', {}, 'wayland'],
    ['xwayland', 'linux', wayland, 'x11'],
    ['xwayland', 'linux', { WAYLAND_DISPLAY: 'wayland-1' }, 'x11'],
    ['xwayland', 'linux', { XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' }, 'x11'],
    ['wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-1' }, ''],
    ['macos', 'darwin', wayland, 'x11'],
  ] as const)('is %s on %s with %j and the switch "%s"', (desktop, platform, env, ozonePlatform) => {
    expect(desktopOf(platform, env, ozonePlatform)).toBe(desktop);
  });
});

test.each([
  ['linux', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, ['--ozone-platform=x11']],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, ['--ozone-platform=x11']],
  ['linux', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }, []],
  ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, []],
  ['darwin', { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }, []],
  ['win32', {}, []],
] as const)('on %s with %j Electron gets the switches %j', (platform, env, switches) => {
  expect(chromiumSwitches(platform, env)).toEqual(switches);
});

describe('what it can do', () => {
  test('hotkeys that may do nothing come with an alternative', () => {
    const hinted = (['macos', 'windows', 'x11', 'xwayland', 'wayland'] as Desktop[]).filter((desktop) =>
      hotkeyHint(desktop),
    );
    expect(hinted).toEqual(['xwayland', 'wayland']);
    expect(hotkeyHint('wayland')).toContain('--do next-row');
  });
});
