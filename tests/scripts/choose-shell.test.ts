import { expect, test } from 'vitest';
import { chromiumSwitches, reasonForBrowser } from '../../scripts/start/choose-shell.ts';

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

test('Electron is tried wherever it could open, even if it has to be downloaded first', () => {
  expect(reasonForBrowser({ runtime: true, screen: true, open: true })).toBeNull();
  expect(reasonForBrowser({ runtime: false, screen: true, open: true })).toBeNull();
});

test.each([
  [{ runtime: false, screen: false, open: true }, /^Electron’s runtime isn’t .*npx install-electron.* screen/],
  [{ runtime: false, screen: true, open: false }, /^Electron’s runtime isn’t .*npx install-electron/],
  [{ runtime: false, screen: false, open: false }, /^Electron’s runtime isn’t .*npx install-electron/],
  [{ runtime: true, screen: false, open: true }, /^Electron’s window needs a screen /],
  [{ runtime: true, screen: true, open: false }, /^With --no-open /],
])('%j becomes one line', (circumstances, sentence) => {
  const reason = reasonForBrowser(circumstances);
  expect(reason).toMatch(sentence);
  expect(reason).toMatch(/: using the browser\.$/);
  expect(reason).not.toContain('\n');
});
