import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Library } from '../../../src/core/stories/model.ts';
import { readStories } from '../../../src/core/stories/reader.ts';
import { rescanEveryMs } from '../../../src/services/library/library.ts';
import { type Effort, type Parser, slowProblem, timeoutProblem } from '../../../src/services/library/parse-pool.ts';
import { createCalmWatch, isRetryDue } from '../../../src/services/library/retries.ts';
import { storyLimits } from '../../../src/services/library/story-listing.ts';
import { driveLibrary, folderWith } from '../library-driver.ts';
import { storyText } from '../story-texts.ts';

// Real files and watchers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

describe('when a refused file is read again', () => {
  const minutes = 60_000;
  test.each([
    ['at once after the quick try, however busy it is', 1, 0, false, true],
    ['not at once after that', 2, 0, true, false],
    ['a minute later on a calm computer', 2, minutes, true, true],
    ['not on a busy one', 2, 10 * minutes, false, false],
    ['less and less often', 3, 3 * minutes, true, false],
    ['as in the fourth minute', 3, 4 * minutes, true, true],
    ['and a last time', 4, 16 * minutes, true, true],
    ['then never', 5, 600 * minutes, true, false],
  ])('%s', (_, times, laterMs, isCalm, due) => {
    expect(isRetryDue({ times, atMs: 5000 }, 5000 + laterMs, isCalm)).toBe(due);
  });

  test('calm is when half of the cores’ time since the last look was idle', () => {
    const readings = [0, 400, 900, 900].map((idleMs, index) => ({ idleMs, totalMs: Math.min(index, 2) * 1000 }));
    const isCalm = createCalmWatch(() => readings.shift() ?? { idleMs: 0, totalMs: 0 });
    expect([isCalm(), isCalm(), isCalm()]).toEqual([false, true, false]);
  });

  test('the cores’ own times can be read', () => {
    expect(createCalmWatch()()).toBeTypeOf('boolean');
  });
});

describe('a library with a file that costs too much', () => {
  /** Refuses what says SLOW, quickly or also patiently, as long as a test wants it. */
  function refusing() {
    const refused: Record<Effort, boolean> = { quick: true, patient: true };
    const tries: Effort[] = [];
    let held = Promise.resolve();
    const parser: Parser = {
      parse: async ({ file, text }, effort) => {
        const slow = text.includes('SLOW');
        if (slow) tries.push(effort);
        if (effort === 'patient') await held;
        if (!slow || !refused[effort]) return { ok: true, parsed: readStories(text, file) };
        return { ok: false, problem: effort === 'quick' ? slowProblem(file) : timeoutProblem(file, 5000) };
      },
      roles: () => Promise.resolve({ ok: true, roles: [] }),
      markdown: () => Promise.resolve({ ok: true, text: '' }),
      close: () => Promise.resolve(),
    };
    /** Patient tries wait until they are let go. */
    const hold = (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    };
    return { parser, refused, tries, hold };
  }

  const refusals = ({ problems }: Library): string[] =>
    problems.map(({ code }) => code).filter((code) => code.startsWith('parse'));

  const slow = storyText('SLOW', ['One']);
  const fine = storyText('Fine', ['Two']);

  test('shows the others at once, and that file as soon as the patient try succeeds', async () => {
    const { parser, refused, tries, hold } = refusing();
    refused.patient = false;
    const letGo = hold();
    const driven = await driveLibrary([await folderWith({ 'a.md': slow, 'b.md': fine })], parser);
    expect(driven.library().stories.map(({ title }) => title)).toEqual(['Fine']);
    expect(refusals(driven.library())).toEqual(['parse-slow']);
    letGo();
    const read = await driven.until(({ stories }) => stories.length === 2);
    expect(refusals(read)).toEqual([]);
    expect(tries).toEqual(['quick', 'patient']);
  });

  test('recovers when the computer is calm, and not before', async () => {
    const { parser, refused, tries } = refusing();
    let calm = false;
    const driven = await driveLibrary([await folderWith({ 'a.md': slow })], parser, storyLimits, () => calm);
    await driven.until(({ problems }) => problems.some(({ code }) => code === 'parse-timeout'));
    refused.patient = false;
    await passMinute(driven);
    expect(tries).toEqual(['quick', 'patient']);
    calm = true;
    await passMinute(driven);
    const read = await driven.until(({ stories }) => stories.length === 1);
    expect(refusals(read)).toEqual([]);
  });

  test('gives up after some tries, until the file is saved or somebody asks', async () => {
    const { parser, tries } = refusing();
    const folder = await folderWith({ 'a.md': slow });
    const driven = await driveLibrary([folder], parser);
    for (let minute = 0; minute < 60; minute += 1) await passMinute(driven);
    expect(tries).toEqual(['quick', 'patient', 'patient', 'patient', 'patient']);
    tries.length = 0;
    const before = driven.changes.length;
    await driven.rescan();
    await vi.waitFor(() => expect(tries).toEqual(['quick', 'patient']));
    // The problem neither goes nor changes in between.
    expect(driven.changes).toHaveLength(before);
    await writeFile(path.join(folder, 'a.md'), fine);
    await driven.until(({ stories }) => stories.length === 1);
  });

  test('keeps a version read before, and says nothing until the patient try has failed too', async () => {
    const { parser, hold } = refusing();
    const folder = await folderWith({ 'a.md': fine });
    const driven = await driveLibrary([folder], parser);
    const letGo = hold();
    const before = driven.changes.length;
    await writeFile(path.join(folder, 'a.md'), slow);
    await vi.waitFor(() => expect(driven.parsed().length).toBeGreaterThan(0), { timeout: 10_000 });
    await driven.rescan();
    expect(driven.changes).toHaveLength(before);
    letGo();
    const failed = await driven.until(({ problems }) => problems.some(({ code }) => code === 'parse-timeout'));
    expect(failed.stories.map(({ title }) => title)).toEqual(['Fine']);
    expect(failed.problems.find(({ code }) => code === 'parse-timeout')?.message).toContain(
      'Until then, Offbook uses the version',
    );
  });

  test('a file saved while it is being tried again shows what was saved last', async () => {
    const { parser, refused, hold } = refusing();
    refused.patient = false;
    const letGo = hold();
    const folder = await folderWith({ 'a.md': slow });
    const driven = await driveLibrary([folder], parser);
    await writeFile(path.join(folder, 'a.md'), fine);
    await driven.until(({ stories }) => stories[0]?.title === 'Fine');
    letGo();
    await driven.rescan();
    expect(driven.library().stories.map(({ title }) => title)).toEqual(['Fine']);
  });

  async function passMinute({ clock }: Awaited<ReturnType<typeof driveLibrary>>): Promise<void> {
    clock.pass(rescanEveryMs);
    await vi.waitFor(() => expect(clock.waiting()).toBe(1), { interval: 5 });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
});
