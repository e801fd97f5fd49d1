import path from 'node:path';
import { expect, test } from 'vitest';
import { isIgnored } from '../../../src/services/library/library-watch.ts';
import { watchProblem } from '../../../src/services/library/watch-problem.ts';

const folder = { isDirectory: () => true };
const file = { isDirectory: () => false };

test.each([
  ['', folder, false],
  ['a.md', file, false],
  ['.draft.md', file, false],
  ['sub/A.MARKDOWN', file, false],
  ['sub', folder, false],
  ['sub', undefined, false],
  ['../sibling', folder, false],
  ['a.txt', file, true],
  ['a.md~', file, true],
  ['.git', folder, true],
  ['.git/a.md', file, true],
  ['.git/a.md', undefined, true],
  ['sub/node_modules', folder, true],
  ['sub/node_modules/pkg/readme.md', undefined, true],
])('"%s" as %o is left out: %s', (inside, stats, ignored) => {
  expect(isIgnored(inside.split('/').join(path.sep), stats)).toBe(ignored);
});

test('too many folders to watch is a warning with the way to raise the limit', () => {
  const error = Object.assign(new Error('ENOSPC: System limit'), { code: 'ENOSPC' });
  expect(watchProblem('/stories', error)).toMatchObject({
    file: '/stories',
    severity: 'warning',
    code: 'watch-failed',
  });
  expect(watchProblem('/stories', error)?.message).toContain('fs.inotify.max_user_watches');
  expect(watchProblem('/stories', error)?.message).not.toContain('disk');
});

test('a missing right is left to whoever lists the folder', () => {
  expect(watchProblem('/stories', Object.assign(new Error('no'), { code: 'EACCES' }))).toBeNull();
});
