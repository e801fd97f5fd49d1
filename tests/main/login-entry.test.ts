import { expect, test } from 'vitest';
import { loginEntry } from '../../src/main/login-entry.ts';

test('the packaged program is started by its own file, without arguments', () => {
  expect(loginEntry(null, {})).toEqual({ path: null, args: [] });
});

test('one that is not packaged is Electron with its folder, quoted for Windows', () => {
  expect(loginEntry('/home/me/my programs/offbook', {})).toEqual({
    path: null,
    args: ['"/home/me/my programs/offbook"'],
  });
});

test('the portable program is started by the original file, not by what it unpacked', () => {
  const env = { PORTABLE_EXECUTABLE_FILE: 'D:\\Offbook.exe' };
  expect(loginEntry(null, env)).toEqual({ path: 'D:\\Offbook.exe', args: [] });
  expect(loginEntry(null, { PORTABLE_EXECUTABLE_FILE: '' }).path).toBeNull();
});
