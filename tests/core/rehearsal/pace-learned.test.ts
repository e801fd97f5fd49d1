import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../../src/core/prompter/plan.ts';
import { learnedPace, learnedRate, planByLearned, runsToldFor } from '../../../src/core/rehearsal/pace-learned.ts';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import { datedOn, runOn } from './records.ts';
import { plan as twoMinutes } from './runs.ts';
import { alternateOf, answerOf, outlineOf, storyOf } from './stories.ts';

const print = 'aaaaaaaaaaaaaaaa';
const kinds = ['situation', 'action', 'result'] as const;

/** A good run of that text, on the day of the month, with these seconds by section. */
function run(date: number, seconds: (number | null)[], more: Partial<RunRecord> = {}): RunRecord {
  const sections = seconds.map((spoken, index) => ({
    kind: kinds[index]!,
    label: '',
    plannedMs: 1000,
    spokenMs: spoken === null ? null : spoken * 1000,
  }));
  return runOn(`2026-11-${String(date).padStart(2, '0')}`, { fingerprint: print, sections, ...more });
}

describe('the pace of one’s own', () => {
  test('is the median of each section over the last good runs', () => {
    const runs = datedOn(run(1, [20, 60, 20]), run(2, [30, 90, 10]), run(3, [26, 61, 90]));
    expect(learnedPace(runs, print, twoMinutes)).toEqual({ sectionsMs: [26_000, 0, 61_000, 20_000], runs: 3 });
    const two = datedOn(run(1, [20, 60, 20]), run(2, [30, 90, 10]));
    expect(learnedPace(two, print, twoMinutes)).toEqual({ sectionsMs: [25_000, 0, 75_000, 15_000], runs: 2 });
  });

  test('is learned from runs in which the person said the same', () => {
    const notes = [answerOf('action', 'I called 12 neighbours.')];
    const alternates = [{ ...alternateOf(null, 'Who helped?'), notes }, alternateOf(null, 'What was hard?')];
    const story = storyOf('labels', { alternates });
    const asked = (kind: RunRecord['questionKind'], question: string, date: number) =>
      run(date, [20, 60, 20], { questionKind: kind, question });
    const runs = datedOn(
      asked('question', 'When?', 1),
      asked('alternate', 'Who helped?', 2),
      asked('alternate', 'What was hard?', 3),
      asked('alternate', 'Who left the file?', 4),
    );
    const days = (alternate: number | null) =>
      runsToldFor(runs, story, alternate).map((each) => each.run.at.slice(8, 10));
    expect(days(null)).toEqual(['01', '03', '04']);
    expect(days(0)).toEqual(['02']);
    expect(days(1)).toEqual(['01', '03', '04']);
  });

  test('forgets all but the last five', () => {
    const old = [1, 2, 3, 4].map((date) => run(date, [90, 90, 90]));
    const late = [5, 6, 7, 8, 9].map((date) => run(date, [20, 60, 20]));
    expect(learnedPace(datedOn(...old, ...late), print, twoMinutes)).toMatchObject({
      sectionsMs: [20_000, 0, 60_000, 20_000],
      runs: 5,
    });
  });

  test('one run is not enough, and others don’t count', () => {
    const good = run(1, [20, 60, 20]);
    const others = [
      run(2, [20, 60, 20], { rating: 'hard' }),
      run(3, [20, 60, 20], { rating: null }),
      run(4, [20, 60, 20], { fingerprint: 'bbbbbbbbbbbbbbbb' }),
      run(5, [20, 60, 20], { finished: false }),
      run(6, [20, null, null]),
      run(7, [20, 60]),
      run(8, [20, 60, 20, 5].slice(1).concat(9).slice(0, 2)),
    ];
    expect(learnedPace(datedOn(good, ...others), print, twoMinutes)).toBeNull();
    expect(
      learnedPace(datedOn(good, ...others, run(9, [20, 60, 20], { rating: 'easy' })), print, twoMinutes),
    ).toMatchObject({
      runs: 2,
    });
    expect(learnedPace([], print, twoMinutes)).toBeNull();
  });

  test('sections of other kinds are another plan’s', () => {
    const sections = [...run(1, [20, 60, 20]).sections].reverse();
    const turned = [1, 2].map((date) => run(date, [], { sections }));
    expect(learnedPace(datedOn(...turned), print, twoMinutes)).toBeNull();
  });
});

describe('a plan by it', () => {
  const outline = [
    outlineOf('situation', 'Nine years of freeze', 'Forty fixes waiting'),
    outlineOf('task'),
    outlineOf('action', 'Counted', 'Asked ops for their fears and wrote them down', 'Canary'),
    outlineOf('result', '46 releases'),
  ];
  const plan = makePlan(outline, [], { targetMs: 120_000, wordsPerMinute: 145, by: 'shares' });

  test('gives each section its share of the target, and the rows their proportions', () => {
    const learned = planByLearned(plan, { sectionsMs: [20_000, 0, 60_000, 20_000], runs: 2 });
    const lengths = learned.sections.map(({ startMs, endMs }) => endMs - startMs);
    expect(lengths).toEqual([24_000, 0, 72_000, 24_000]);
    expect(learned.sections.map(({ kind, label }) => [kind, label])).toEqual(
      plan.sections.map(({ kind, label }) => [kind, label]),
    );
    const share = (of: typeof plan) =>
      (of.rows[3]!.endMs - of.rows[3]!.startMs) / (of.rows[2]!.endMs - of.rows[2]!.startMs);
    expect(share(learned)).toBeCloseTo(share(plan), 1);
    expect(learned).toMatchObject({ targetMs: plan.targetMs, estimateMs: plan.estimateMs });
  });

  test('nothing learned, nothing changed', () => {
    expect(planByLearned(plan, { sectionsMs: [0, 0, 0, 0], runs: 2 })).toBe(plan);
  });

  test(
    'is whole, without gaps, with the same rows, none under a second where there is room',
    { timeout: 30_000 },
    () => {
      const sizes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });
      const targetMs = fc.integer({ min: 1, max: 300_000 });
      const spoken = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 6, maxLength: 6 });
      fc.assert(
        fc.property(sizes, targetMs, spoken, (counts, target, sectionsMs) => {
          const sections = counts.map((count, place) =>
            outlineOf(kinds[place % 3]!, ...Array.from({ length: count }, (_, row) => `Row ${place} ${row}`)),
          );
          const before = makePlan(sections, [], { targetMs: target, wordsPerMinute: 145, by: 'shares' });
          const learned = planByLearned(before, {
            sectionsMs: counts.map((count, place) => (count > 0 ? sectionsMs[place]! : 0)),
            runs: 2,
          });
          expect(learned.rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
          let reachedMs = 0;
          for (const { startMs, endMs } of learned.rows) {
            expect(startMs).toBe(reachedMs);
            expect(Number.isInteger(endMs)).toBe(true);
            if (target >= before.rows.length * 1000) expect(endMs - startMs).toBeGreaterThanOrEqual(1000);
            reachedMs = endMs;
          }
          expect(reachedMs).toBe(before.rows.length > 0 ? target : 0);
        }),
      );
    },
  );
});

describe('the speaking rate', () => {
  const read = (date: number, words: number, totalMs: number, more: Partial<RunRecord> = {}) =>
    run(date, [1, 1, 1], { level: 'full', words, totalMs, ...more });

  test('is the median over what was read in full', () => {
    expect(learnedRate(datedOn(read(1, 300, 120_000), read(2, 290, 120_000), read(3, 260, 120_000)))).toEqual({
      wordsPerMinute: 145,
      runs: 3,
    });
  });

  test('one run is not enough, and what was told freely, half-way or badly doesn’t count', () => {
    const others = [
      read(2, 300, 120_000, { level: 'outline' }),
      read(3, 300, 120_000, { levelChanges: [{ atMs: 9, level: 'nothing' }] }),
      read(4, 300, 20_000, { finished: false }),
      read(5, 300, 120_000, { rating: 'again' }),
      read(6, 0, 120_000),
      read(7, 300, 0),
    ];
    expect(learnedRate(datedOn(read(1, 300, 120_000), ...others))).toBeNull();
    expect(learnedRate(datedOn(read(1, 300, 120_000), ...others, read(8, 300, 120_000)))?.runs).toBe(2);
  });

  test('is learned from nothing that can’t be speech: begun and ended at once, or left standing', () => {
    expect(learnedRate(datedOn(read(1, 300, 300), read(2, 300, 1000)))).toBeNull();
    expect(learnedRate(datedOn(read(1, 300, 600_000), read(2, 300, 600_000)))).toBeNull();
    const slips = Array.from({ length: 12 }, (_, index) => read(9 + index, 300, 500));
    const spoken = [read(1, 300, 120_000), read(2, 300, 150_000)];
    expect(learnedRate(datedOn(...spoken, ...slips))).toEqual({ wordsPerMinute: 135, runs: 2 });
  });

  test('takes all that the setting takes', () => {
    expect(learnedRate(datedOn(read(1, 300, 60_000), read(2, 300, 60_000)))?.wordsPerMinute).toBe(300);
    expect(learnedRate(datedOn(read(1, 60, 60_000), read(2, 60, 60_000)))?.wordsPerMinute).toBe(60);
  });
});
