import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPracticeLog } from '../../../src/services/practice/log.ts';
import { newDraftOwner } from '../../../src/services/practice/run-drafts.ts';
import { setUpRunStore } from '../../../src/services/practice/run-store.ts';
import { recoverDrafts } from '../../../src/services/practice/run-recovery.ts';
import { kills } from '../../sizes.ts';
import { startChild } from '../children.ts';
import { fakeClock } from '../fake-clock.ts';
import { toldStory } from './rehearsal-driver.ts';
import { tempFolder } from '../temp-folder.ts';

interface Said {
  ready?: string[];
  run?: number;
  marked?: number;
  logged?: number;
}

/** Has the program rehearse in a process of its own, and kills it so long after it said a certain line. */
async function killAfter(stories: string, settings: string, lines: number, delay: () => Promise<void>) {
  const child = startChild('rehearsal/rehearsal-child.ts', [stories, settings]);
  const ended = once(child.process, 'exit');
  const said: Said[] = [];
  for await (const line of child.lines) {
    said.push(line);
    if (said.length === lines) await delay().then(() => child.process.kill('SIGKILL'));
  }
  // Until it is wholly gone its number belongs to it.
  await ended;
  return said;
}

/** What the log has when the next program has started. */
async function recovered(directory: string) {
  const told: string[] = [];
  const clock = { ...fakeClock(), wallTime: () => new Date() };
  const log = await openPracticeLog({ directory, clock, tell: (_, text) => told.push(text) });
  const owner = newDraftOwner();
  const tell = (_: string, text: string) => void told.push(text);
  const keeper = setUpRunStore({ directory, log: () => Promise.resolve(log), owner, tell, over: () => undefined });
  const { nextFile, keepFrom: keep } = keeper;
  const kept = await recoverDrafts({
    directory,
    owner,
    logged: log.runs,
    fateOf: () => 'log',
    nextFile,
    keep,
    clock,
    tell,
  });
  await log.close();
  return { runs: log.runs(), kept, told };
}

test(
  'killed in mid-run again and again, nothing that was marked is lost, nothing is there twice',
  {
    timeout: 300_000,
  },
  async () => {
    const stories = await tempFolder();
    await writeFile(path.join(stories, 'a.md'), toldStory('Count the berths'));
    let cutOff = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const settings = await tempFolder();
      // After each of the lines of two runs, at once or a few turns later: in the middle of whatever comes next.
      const turns = (kill * 7) % 40;
      const said = await killAfter(stories, settings, 2 + (kill % 10), async () => {
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      });
      const { runs, kept, told } = await recovered(settings);
      cutOff += kept;
      expect(told).toEqual([]);
      expect(new Set(runs.map(({ at }) => at)).size).toBe(runs.length);
      const logged = said.filter((line) => line.logged !== undefined).length;
      const marks = said.filter((line) => line.marked !== undefined);
      const last = marks.at(-1);
      const begun = Math.max(logged, last?.run ?? 0);
      expect(runs.length).toBeGreaterThanOrEqual(begun);
      // It can have gone on for a while before it was killed, but not by more than a run.
      expect(runs.length).toBeLessThanOrEqual(begun + 1);
      const ofLast = runs[(last?.run ?? 1) - 1];
      expect(ofLast?.totalMs).toBeGreaterThanOrEqual(last?.marked ?? 0);
      expect(runs.slice(0, logged).every(({ finished, rating }) => finished && rating === 'good')).toBe(true);
      expect(await readdir(settings)).toEqual(expect.arrayContaining(['practice-log.jsonl']));
      expect((await readdir(settings)).filter((name) => /^run-.*\.json$/u.test(name))).toEqual([]);
      expect(await recovered(settings)).toMatchObject({ runs: { length: runs.length }, kept: 0 });
    }
    expect(cutOff).toBeGreaterThan(kills / 6);
  },
);

test('the next program logs it, and says so once', { timeout: 60_000 }, async () => {
  const stories = await tempFolder();
  const settings = await tempFolder();
  await writeFile(path.join(stories, 'a.md'), toldStory('Count the berths'));
  await killAfter(stories, settings, 3, () => Promise.resolve());
  const next = startChild('rehearsal/rehearsal-child.ts', [stories, settings]);
  const { value } = (await next.lines.next()) as { value: Said };
  expect(value.ready).toEqual(['An interrupted run was added to the log.']);
});
