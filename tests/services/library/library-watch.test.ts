import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
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

/** Replaces a folder that is in a folder of its own, or takes it away for a moment; `report` is the next report. */
const replacements: Record<string, (root: string, report: () => Promise<unknown>) => Promise<unknown>> = {
  'replaced by renaming the folder above it, which the system doesn’t report': async (root) => {
    await rename(path.dirname(root), `${path.dirname(root)}-before`);
    await mkdir(root, { recursive: true });
  },
  'deleted and made again, often with the same inode': async (root) => {
    const { birthtimeNs } = await stat(root, { bigint: true });
    // The clock of a file system ticks only every few milliseconds.
    do {
      await rm(root, { recursive: true });
      await mkdir(root);
    } while ((await stat(root, { bigint: true })).birthtimeNs === birthtimeNs);
  },
  'renamed and, once that was reported, renamed back': async (root, report) => {
    const reported = report();
    await rename(root, `${root}-2`);
    await reported;
    await rename(`${root}-2`, root);
  },
};

test.each(Object.entries(replacements))('a root that was %s is watched again', async (_how, replace) => {
  const root = path.join(await tempFolder(), 'disk', 'stories');
  await mkdir(root, { recursive: true });
  const written = Promise.withResolvers<string>();
  let report = (): void => undefined;
  const watch = setUpLibraryWatch([root], {
    fileWritten: written.resolve,
    treeChanged: () => report(),
    failed: (_, error) => written.reject(error),
  });
  onTestFinished(watch.close);
  expect(await watch.start()).toBe(true);
  expect(await watch.renew()).toBe(false);

  await replace(root, () => new Promise<void>((resolve) => (report = resolve)));
  await writeFile(path.join(root, 'a.md'), '# A');
  expect(await watch.renew()).toBe(true);
  await writeFile(path.join(root, 'a.md'), '# Another');
  expect(await written.promise).toBe(path.join(root, 'a.md'));
});

test('a root that is replaced at any moment while its watch starts is watched after the next scan', async () => {
  for (let turns = 0; turns < 30; turns += 1) {
    const root = path.join(await tempFolder(), 'disk', 'stories');
    await mkdir(root, { recursive: true });
    const file = path.join(root, 'a.md');
    await writeFile(file, '# A');
    const written = Promise.withResolvers<string>();
    const watch = setUpLibraryWatch([root], {
      fileWritten: written.resolve,
      treeChanged: () => undefined,
      failed: (_, error) => written.reject(error),
    });
    onTestFinished(watch.close);
    const started = watch.start();
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    renameSync(path.dirname(root), `${path.dirname(root)}-before`);
    mkdirSync(root, { recursive: true });
    writeFileSync(file, '# B');
    await started;
    await watch.renew();
    await writeFile(file, '# Another');
    expect(await written.promise).toBe(file);
  }
});

test('closed at any moment while it starts, it resolves', async () => {
  const root = await tempFolder();
  await writeFile(path.join(root, 'a.md'), '# A');
  for (let turns = 0; turns < 30; turns += 1) {
    const watch = setUpLibraryWatch([root], {
      fileWritten: () => undefined,
      treeChanged: () => undefined,
      failed: () => undefined,
    });
    const started = Promise.all([watch.start(), watch.follow([path.join(root, 'a.md')])]);
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await watch.close();
    await started;
  }
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
