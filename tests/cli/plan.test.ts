import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../src/cli/plan.ts';
import type { Plan } from '../../src/core/prompter/plan.ts';
import { storyPrint } from '../../src/core/rehearsal/fingerprint.ts';
import { formatRecord } from '../../src/core/rehearsal/record.ts';
import { readStoryTexts as readStories } from '../../src/core/stories/library.ts';
import { recordOf } from '../core/rehearsal/records.ts';

vi.setConfig({ testTimeout: 30_000 });

const text = `# Ownership

## The late release

When did a release go wrong?

> * S:
>   * Late by a month
>   * Nobody knew why
> * A:
>   * Asked every team
>   * Wrote one list

**S:** We were late, and I had been in charge for a week.

**A:** ${'I asked every team what they were waiting for, and wrote it all on one list. '.repeat(3)}

## Its short cousin (1:30)

> * A:
>   * Only this

**A:** I did it.
`;

async function storyFile(content: string | Uint8Array = text): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offbook-plan-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'my stories.md');
  await writeFile(file, content);
  return file;
}

/** Runs `plan` in this process; returns what it printed. */
function plan(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return planIn({}, ...args);
}

async function planIn(env: Record<string, string>, ...args: string[]) {
  let [out, err] = ['', ''];
  const io = {
    stdout: { write: (part: string) => (out += part) },
    stderr: { write: (part: string) => (err += part) },
    env,
    cwd: tmpdir(),
  };
  return { code: await run(args, io), out, err };
}

const id = 'my-stories-ownership-the-late-release';

test('prints the plan and nothing else', async () => {
  const { code, out, err } = await plan(await storyFile(), '--story', id);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const printed = JSON.parse(out) as Plan;
  expect(Object.keys(printed)).toEqual(['targetMs', 'estimateMs', 'sections', 'rows']);
  expect(printed.targetMs).toBe(120_000);
  expect(printed.estimateMs).toBeGreaterThan(10_000);
  expect(printed.sections.map((section) => Object.keys(section))).toEqual(
    Array.from({ length: 2 }, () => ['kind', 'label', 'startMs', 'endMs']),
  );
  expect(printed.sections.map(({ kind, label }) => [kind, label])).toEqual([
    ['situation', 'S'],
    ['action', 'A'],
  ]);
  expect(printed.rows.map((row) => Object.keys(row))).toEqual(
    Array.from({ length: 4 }, () => ['id', 'startMs', 'endMs']),
  );
  expect(printed.rows[0]?.startMs).toBe(0);
  expect(printed.rows.at(-1)?.endMs).toBe(120_000);
});

test('the target is the given one, or else the story’s own', async () => {
  const file = await storyFile();
  const own = JSON.parse((await plan(file, '--story', 'my-stories-ownership-its-short-cousin')).out) as Plan;
  expect(own.targetMs).toBe(90_000);
  for (const written of ['2:30', '150', '150 s']) {
    const asked = JSON.parse((await plan(file, '--story', id, '--target', written)).out) as Plan;
    expect(asked.targetMs).toBe(150_000);
    expect(asked.rows.at(-1)?.endMs).toBe(150_000);
  }
});

test('--by words counts words, --by shares uses the recommended split', async () => {
  const file = await storyFile();
  const split = async (by: string): Promise<number | undefined> =>
    (JSON.parse((await plan(file, '--story', id, '--by', by)).out) as Plan).sections[0]?.endMs;
  expect(await split('shares')).toBe(32_000);
  // 12 words of situation against 48 of action.
  expect(await split('words')).toBe(24_000);
});

describe('by runs', () => {
  /** The sections' ends, with this as the log. */
  async function ends(log: string | null) {
    const file = await storyFile();
    const home = path.dirname(file);
    if (log !== null) await writeFile(path.join(home, 'practice-log.jsonl'), log);
    const { code, out, err } = await planIn({ OFFBOOK_HOME: home }, file, '--story', id, '--by', 'runs');
    return { code, ends: (JSON.parse(out) as Plan).sections.map(({ endMs }) => endMs), err };
  }

  test('a section gets the time that it took in the last good runs', async () => {
    const { stories } = readStories([{ file: 'my stories.md', text }]);
    const story = stories.find((candidate) => candidate.id === id)!;
    const [fingerprint] = storyPrint(story).fingerprints;
    const run = (spoken: number, at: string) =>
      formatRecord(
        recordOf({
          at,
          story: id,
          fingerprint: fingerprint!.whole,
          sections: [
            { kind: 'situation', label: 'S', plannedMs: 24_000, spokenMs: spoken },
            { kind: 'action', label: 'A', plannedMs: 96_000, spokenMs: 120_000 - spoken },
          ],
        }),
      );
    const log = `${run(50_000, '2026-11-20T08:00:00Z')}\n${run(70_000, '2026-11-21T08:00:00Z')}\n`;
    expect(await ends(log)).toEqual({ code: 0, ends: [60_000, 120_000], err: '' });
  });

  test('without them it goes by words and says so', async () => {
    const none = await ends(null);
    expect(none).toMatchObject({ code: 0, ends: [24_000, 120_000] });
    expect(none.err).toContain('has fewer than two runs of the current “The late release” that are rated good or easy');
  });

  test('an unreadable log doesn’t prevent planning', async () => {
    const file = await storyFile();
    const env = { OFFBOOK_HOME: file };
    const { code, out, err } = await planIn(env, file, '--story', id, '--by', 'runs');
    expect(code).toBe(0);
    expect((JSON.parse(out) as Plan).sections[0]?.endMs).toBe(24_000);
    expect(err).toContain('can’t be read: a part of its path is a file, not a folder; planned by words.');
  });
});

describe('what can’t be done', () => {
  test('without a story or with an unknown one, it lists the ids', async () => {
    const file = await storyFile();
    for (const args of [[file], [file, '--story', 'other']]) {
      const { code, out, err } = await plan(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`  ${id}  (The late release)\n`);
    }
    expect((await plan(file, '--story', 'other')).err).toContain('There isn’t a story “other”.');
  });

  test('a file that isn’t there, isn’t text or has no story', async () => {
    const none = await plan('/nowhere/none.md', '--story', id);
    expect(none.code).toBe(1);
    expect(none.err).toContain('/nowhere/none.md');
    const binary = await plan(await storyFile(new Uint8Array([0, 1, 2])), '--story', id);
    expect(binary.code).toBe(1);
    expect(binary.err).toContain('NUL');
    expect((await plan(await storyFile('Only a note.'), '--story', id)).code).toBe(1);
  });

  test.each([
    [[], 'Name one story file'],
    [['a.md', 'b.md'], 'Name one story file'],
    [['a.md', '--target', '0'], '--target takes a time'],
    [['a.md', '--target', 'soon'], 'not “soon”'],
    [['a.md', '--target', '2:99'], '--target takes a time'],
    [['a.md', '--target', '99999999999999'], '--target takes a time'],
    [['a.md', '--by', 'guess'], '--by takes “words”, “shares” or “runs”, not “guess”'],
    [['a.md', '--colour', 'red'], "Unknown option '--colour'"],
    [['a.md', '--story'], '--story'],
  ])('%j is refused with a sentence and the usage', async (args, sentence) => {
    const { code, out, err } = await plan(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toContain('Usage: offbook plan FILE --story ID');
  });
});

test('is a subcommand of offbook', async () => {
  const entry = fileURLToPath(new URL('../../src/cli/offbook.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [entry, 'plan', await storyFile(), '--story', id], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as Plan).rows).toHaveLength(4);
});
