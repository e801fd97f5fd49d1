import path from 'node:path';
import { expect, test } from 'vitest';
import { personsFolder } from '../../src/cli/io.ts';
import { projectRoot } from '../../src/cli/project-root.ts';

const home = path.resolve('/home/ada');

test('under npm the person stands where npm was called', () => {
  expect(personsFolder(projectRoot, { INIT_CWD: home })).toBe(home);
});

test('without npm, or where another npm script left its own place behind, it is the current folder', () => {
  expect(personsFolder(projectRoot, {})).toBe(projectRoot);
  expect(personsFolder(home, { INIT_CWD: projectRoot })).toBe(home);
});
