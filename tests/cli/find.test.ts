import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { lastFolders, run } from '../../src/cli/find.ts';
import { runProgram } from '../program-process.ts';

const stories = `# Ownership

## Moved the archive

Tell me about a time you took something on.

> S: A store nobody watched
> A: Moved it in one night
> R: Nobody noticed

**Situation:** The archive ran on a computer under a desk.
**Action:** I moved it in one night, with the ladder from the porter.
**Result:** 0 hours of outage.

#### Also works for
##### Earn Trust
Tell me about a time you admitted an error.

# Dive Deep

## The quiet pump

Tell me about a time you looked closely.

> S: A pump that made no sound
> A: Listened with a ladder against it
> R: One valve
`;

let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-find-')));
  await writeFile(path.join(folder, 'stories.md'), stories);
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** Runs `offbook find` with its own home folder. */
async function find(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await run(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: { OFFBOOK_HOME: path.join(folder, 'home') },
    cwd: folder,
  });
  return { code, stdout, stderr };
}

async function remember(...folders: string[]): Promise<void> {
  await mkdir(path.join(folder, 'home'));
  await writeFile(path.join(folder, 'home', 'settings.json'), JSON.stringify({ folders }));
}

describe('offbook find', () => {
  test('prints the stories in order, with the field and the words that matched', async () => {
    expect(await find('ladder', 'night', '--stories', 'stories.md')).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        '1. Ownership · Moved the archive',
        '   text: I moved it in one *night*, with the *ladder* from the porter.',
        '2. Dive Deep · The quiet pump',
        '   outline: Listened with a *ladder* against it',
        '',
      ].join('\n'),
    });
  });

  test('says which of the other questions matched', async () => {
    const { stdout } = await find('mistake', '--stories', folder);
    expect(stdout).toBe(
      '1. Ownership · Moved the archive\n   also works for 1: Tell me about a time you admitted an *error*.\n',
    );
  });

  test('prints data', async () => {
    const { code, stdout, stderr } = await find('mistake', '--stories', folder, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      {
        rank: 1,
        id: 'stories-ownership-moved-the-archive',
        group: 'Ownership',
        title: 'Moved the archive',
        file: path.join(folder, 'stories.md'),
        line: 3,
        score: expect.any(Number),
        share: expect.any(Number),
        fits: true,
        field: 'alternate',
        alternate: 0,
        snippet: [
          { text: 'Tell me about a time you admitted an ', hit: false },
          { text: 'error', hit: true },
          { text: '.', hit: false },
        ],
      },
    ]);
  });

  test('reads what was opened last', async () => {
    await remember(folder);
    expect((await find('pump')).stdout).toMatch(/^1\. Dive Deep · The quiet pump\n/u);
  });

  test('reads the samples if nothing was ever opened', async () => {
    expect((await find('surcharge')).stdout).toMatch(/^1\. Ownership · The surcharge I switched off\n/u);
  });

  test('says that nothing fits well, and what is nearest', async () => {
    const { code, stdout } = await find('How do you oil a ladder in winter?', '--stories', folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing fits well\. Nearest:\n1\. .+\n {3}(?:text|outline): .*\*ladder\*/u);
  });

  test('says that nothing was found, and exits 1', async () => {
    expect(await find('zeppelin', '--stories', folder)).toEqual({
      code: 1,
      stdout: '',
      stderr: `None of the 2 stories in ${folder} contains “zeppelin” or anything like it. Try fewer or other words.\n`,
    });
  });

  test('prints an empty list if nothing was found', async () => {
    expect(await find('zeppelin', '--stories', folder, '--json')).toMatchObject({ code: 1, stdout: '[]\n' });
  });

  test('names a file that cannot be read, and searches the others', async () => {
    await writeFile(path.join(folder, 'broken.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]));
    const { code, stdout, stderr } = await find('pump', '--stories', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('The quiet pump');
    expect(stderr).toContain(path.join(folder, 'broken.md'));
  });

  test('says that a folder doesn’t exist', async () => {
    const gone = path.join(folder, 'gone');
    const { code, stdout, stderr } = await find('pump', '--stories', gone);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(gone);
  });

  test('prints its usage without words', async () => {
    expect(await find('--stories', folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Say what to look for: find "team morale"\nUsage: offbook find "WORDS" [--stories DIR] [--json]\n',
    });
  });
});

test('is a subcommand of offbook', async () => {
  const program = runProgram(['src/cli/offbook.ts', 'find', 'quiet pump', '--stories', folder], {
    OFFBOOK_HOME: path.join(folder, 'home'),
  });
  onTestFinished(() => program.kill('SIGKILL'));
  expect(await program.exited).toBe(0);
  expect(program.stdout()).toContain('The quiet pump');
});

let home: string;
let remarks: string[];

beforeEach(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-folders-')));
  remarks = [];
  onTestFinished(() => rm(home, { recursive: true }));
});

function folders(): Promise<string[]> {
  return lastFolders(home, '/samples', (text) => remarks.push(text));
}

test('the folders that were opened last', async () => {
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ folders: ['/mine', '/more'] }));
  expect(await folders()).toEqual(['/mine', '/more']);
});

test.each([
  ['no settings', null],
  ['no folder in the settings', '{}'],
  ['an empty list', '{"folders":[]}'],
])('%s: the samples, without a message', async (_what, settings) => {
  if (settings !== null) await writeFile(path.join(home, 'settings.json'), settings);
  expect(await folders()).toEqual(['/samples']);
  expect(remarks).toEqual([]);
});

test('broken settings: the samples, with a sentence that names the file', async () => {
  await writeFile(path.join(home, 'settings.json'), '{"folders":["/mi');
  expect(await folders()).toEqual(['/samples']);
  expect(remarks).toEqual([expect.stringContaining(path.join(home, 'settings.json'))]);
});

test('a folder instead of the settings file: the samples, with a sentence', async () => {
  await mkdir(path.join(home, 'settings.json'));
  expect(await folders()).toEqual(['/samples']);
  expect(remarks).toHaveLength(1);
});
