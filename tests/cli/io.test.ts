import path from 'node:path';
import { expect, test } from 'vitest';
import { callerFolder } from '../../src/cli/io.ts';
import { projectRoot } from '../../src/cli/project-root.ts';

const home = path.resolve('/home/ada');

test('under npm, it is the folder in which npm was called', () => {
  expect(callerFolder(projectRoot, { INIT_CWD: home })).toBe(home);
});

test('without npm, or with a folder that another npm script left behind, it is the current folder', () => {
  expect(callerFolder(projectRoot, {})).toBe(projectRoot);
  expect(callerFolder(home, { INIT_CWD: projectRoot })).toBe(home);
});
