import path from 'node:path';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import {
  isIgnored,
  pollEveryMs,
  setUpFolderPoll,
  setUpLibraryWatch,
  watchProblem,
} from '../../../src/services/library/library-watch.ts';
import { fakeClock } from '../fake-clock.ts';
import { tempFolder } from '../temp-folder.ts';

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
])('“%s” as %o is ignored: %s', (inside, stats, ignored) => {
  expect(isIgnored(inside.split('/').join(path.sep), stats)).toBe(ignored);
});

test('a file that was written below a link is reported below that link, so that it alone is read again', async () => {
  const folder = await tempFolder();
  await mkdir(path.join(folder, 'real'));
  await writeFile(path.join(folder, 'real', 'a.md'), '# A');
  const link = path.join(folder, 'link');
  await symlink(path.join(folder, 'real'), link);
  const { promise, resolve } = Promise.withResolvers<string>();
  const watch = setUpLibraryWatch([link], {
    fileWritten: resolve,
    treeChanged: () => resolve('the tree'),
    failed: (_, error) => resolve(String(error)),
  });
  onTestFinished(watch.close);
  await watch.start();
  await writeFile(path.join(folder, 'real', 'a.md'), '# Another');
  expect(await promise).toBe(path.join(link, 'a.md'));
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

test('a missing permission is left to the scan', () => {
  expect(watchProblem('/stories', Object.assign(new Error('no'), { code: 'EACCES' }))).toBeNull();
});

function driven() {
  const clock = fakeClock();
  let told: () => void = () => {};
  let backs = 0;
  const poll = setUpFolderPoll(clock, () => {
    backs += 1;
    told();
  });
  return {
    clock,
    poll,
    backs: () => backs,
    nextBack: () => new Promise<void>((resolve) => (told = resolve)),
    /** Two seconds pass; resolves when the next look is waited for. */
    look: async () => {
      clock.pass(pollEveryMs);
      while (clock.waiting() === 0) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a folder that comes back is reported once', async () => {
  const folder = path.join(await tempFolder(), 'later');
  const { clock, poll, backs, look, nextBack } = driven();
  poll.watch([path.join(folder, 'never'), folder]);
  await look();
  await look();
  expect(backs()).toBe(0);
  await mkdir(folder);
  const back = nextBack();
  clock.pass(pollEveryMs);
  await back;
  expect(backs()).toBe(1);
  expect(clock.waiting()).toBe(0);
});

test('so is a single file', async () => {
  const file = path.join(await tempFolder(), 'a.md');
  const { clock, poll, look, nextBack } = driven();
  poll.watch([file]);
  await look();
  await writeFile(file, '# A');
  const back = nextBack();
  clock.pass(pollEveryMs);
  await back;
});

test('no timer runs if everything can be read, nor after closing', async () => {
  const { clock, poll } = driven();
  poll.watch([]);
  expect(clock.waiting()).toBe(0);
  poll.watch([path.join(await tempFolder(), 'gone')]);
  expect(clock.waiting()).toBe(1);
  poll.close();
  expect(clock.waiting()).toBe(0);
});
