import { expect, test } from 'vitest';
import { outsideEnvironment } from '../../../src/services/system/outside-programs.ts';

test('a started program doesn’t inherit the variables for Offbook’s own Node and Electron', () => {
  const env = {
    HOME: '/home/me',
    ELECTRON_RUN_AS_NODE: '1',
    ELECTRON_ENABLE_LOGGING: '1',
    NODE_OPTIONS: '--inspect',
    NODE_COMPILE_CACHE: '/cache',
    NODE_EXTRA_CA_CERTS: '/own.pem',
    PATH: '/usr/bin',
  };
  expect(outsideEnvironment(env)).toEqual({ HOME: '/home/me', NODE_EXTRA_CA_CERTS: '/own.pem', PATH: '/usr/bin' });
});

test('nor the libraries of its AppImage', () => {
  const env = {
    APPDIR: '/tmp/.mount_Off',
    PATH: '/tmp/.mount_Off:/tmp/.mount_Off/usr/sbin:/tmp/.mount_Office:/usr/bin',
    LD_LIBRARY_PATH: '/tmp/.mount_Off/usr/lib:',
    XDG_DATA_DIRS: '/tmp/.mount_Off/usr/share/::/usr/share/gnome:/usr/share/',
    GSETTINGS_SCHEMA_DIR: '/tmp/.mount_Off/usr/share/glib-2.0/schemas',
    HOME: '/tmp/.mount_Off',
  };
  expect(outsideEnvironment(env)).toEqual({
    ...env,
    PATH: '/tmp/.mount_Office:/usr/bin',
    LD_LIBRARY_PATH: '',
    XDG_DATA_DIRS: '/usr/share/gnome:/usr/share/',
    GSETTINGS_SCHEMA_DIR: '',
  });
});
