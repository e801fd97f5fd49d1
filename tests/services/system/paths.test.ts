import path from 'node:path';
import { expect, test } from 'vitest';
import { settingsDirectory } from '../../../src/services/system/paths.ts';

test.each([
  [
    'win32',
    { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Roaming\\Offbook',
  ],
  ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Offbook'],
  ['darwin', { XDG_CONFIG_HOME: '/x' }, '/Users/ada', '/Users/ada/Library/Application Support/Offbook'],
  ['linux', { XDG_CONFIG_HOME: '/home/ada/conf' }, '/home/ada', '/home/ada/conf/Offbook'],
  ['linux', { XDG_CONFIG_HOME: 'conf' }, '/home/ada', '/home/ada/.config/Offbook'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada', '/home/ada/.config/Offbook'],
  ['freebsd', {}, '/home/ada', '/home/ada/.config/Offbook'],
] as const)('on %s with %o settings are in that system’s folder', (platform, env, home, expected) => {
  expect(settingsDirectory(platform, env, home)).toBe(expected);
});

test('OFFBOOK_HOME overrides every system, and a relative one is made absolute', () => {
  expect(settingsDirectory('linux', { OFFBOOK_HOME: '/tmp/mine', XDG_CONFIG_HOME: '/x' }, '/home/ada')).toBe(
    '/tmp/mine',
  );
  expect(settingsDirectory('linux', { OFFBOOK_HOME: 'mine' }, '/home/ada')).toBe(path.resolve('mine'));
});
