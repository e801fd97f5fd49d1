import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  apportion,
  countWords,
  defaultWordsPerMinute,
  makePlan,
  type Plan,
  type PlanOptions,
  recommendedShares,
  spokenMs,
  sum,
} from '../../../src/core/prompter/plan.ts';
import { type AnswerSection, type OutlineSection, sectionKinds } from '../../../src/core/stories/model.ts';
import { cases } from '../../sizes.ts';
import { said, shown, wordsOf } from './outlines.ts';

const twoMinutes: PlanOptions = { targetMs: 120_000, wordsPerMinute: 145, by: 'words' };

function sectionLengths(plan: Plan): number[] {
  return plan.sections.map((section) => section.endMs - section.startMs);
}

function rowLengths(plan: Plan): number[] {
  return plan.rows.map((row) => row.endMs - row.startMs);
}

/** Checks what every plan must have: all sections and rows, in order, from zero to the target without gaps. */
function expectWhole(plan: Plan, outline: OutlineSection[], targetMs: number): void {
  expect(plan.targetMs).toBe(targetMs);
  expect(plan.sections.map(({ kind, label }) => ({ kind, label }))).toEqual(
    outline.map(({ kind, label }) => ({ kind, label })),
  );
  expect(plan.rows.map((row) => row.id)).toEqual(outline.flatMap((section) => section.items.map((item) => item.id)));
  for (const list of [plan.rows, plan.sections]) {
    let reachedMs = 0;
    for (const { startMs, endMs } of list) {
      expect(startMs).toBe(reachedMs);
      expect(Number.isInteger(endMs)).toBe(true);
      expect(endMs).toBeGreaterThanOrEqual(startMs);
      reachedMs = endMs;
    }
    if (plan.rows.length > 0) expect(reachedMs).toBe(targetMs);
  }
  let row = 0;
  for (const [index, section] of outline.entries()) {
    if (section.items.length === 0) expect(sectionLengths(plan)[index]).toBe(0);
    else expect(plan.rows[row]?.startMs).toBe(plan.sections[index]?.startMs);
    row += section.items.length;
    if (section.items.length > 0) expect(plan.rows[row - 1]?.endMs).toBe(plan.sections[index]?.endMs);
  }
}

describe('weight of a section', () => {
  const star = [
    shown('situation', 3),
    shown('task', 3),
    shown('action', 3),
    shown('result', 3),
    shown('reflection', 3),
  ];

  test('is the words of the full answer', () => {
    const answer = [
      said('situation', 60),
      said('task', 20),
      said('action', 200),
      said('result', 100),
      said('reflection', 20),
    ];
    expect(sectionLengths(makePlan(star, answer, twoMinutes))).toEqual([18_000, 6000, 60_000, 30_000, 6000]);
  });

  test('is the recommended share without an answer', () => {
    expect(sectionLengths(makePlan(star, [], twoMinutes))).toEqual([24_000, 12_000, 66_000, 12_000, 6000]);
  });

  test('is the recommended share if the person chose shares, whatever the answer says', () => {
    const plan = makePlan(star, [said('situation', 400), said('action', 1)], { ...twoMinutes, by: 'shares' });
    expect(sectionLengths(plan)).toEqual([24_000, 12_000, 66_000, 12_000, 6000]);
  });

  test('is scaled to the sections present', () => {
    const plan = makePlan([shown('situation', 1), shown('task', 1), shown('result', 1)], [], twoMinutes);
    expect(sectionLengths(plan)).toEqual([60_000, 30_000, 30_000]);
  });

  test('is its share, converted to words, if the answer leaves it out', () => {
    // Situation and action have 75 % of the shares and 300 words, so the result's 10 % are 40 words.
    const plan = makePlan(
      [shown('situation', 2), shown('action', 2), shown('result', 2)],
      [said('situation', 100), said('action', 200)],
      { ...twoMinutes, targetMs: 340_000 },
    );
    expect(sectionLengths(plan)).toEqual([100_000, 200_000, 40_000]);
  });

  test('is its share if the answer has the label but no words', () => {
    const outline = [shown('situation', 2), shown('task', 2)];
    expect(sectionLengths(makePlan(outline, [said('situation', 100), said('task', 0)], twoMinutes))).toEqual([
      80_000, 40_000,
    ]);
  });

  test('is divided by rows if a kind occurs twice', () => {
    const outline = [shown('action', 4), shown('result', 5), shown('action', 9, 3)];
    const answer = [said('action', 90), said('result', 40), said('action', 110)];
    expect(sectionLengths(makePlan(outline, answer, twoMinutes))).toEqual([25_000, 20_000, 75_000]);
    expect(sectionLengths(makePlan(outline, [], { ...twoMinutes, targetMs: 130_000 }))).toEqual([
      27_500, 20_000, 82_500,
    ]);
  });

  test('is its own words for each label of another framework', () => {
    const outline = [
      shown('situation', 4),
      { ...shown('other', 4), label: 'Move' },
      { ...shown('other', 4), label: 'Proof' },
    ];
    const answer = [
      said('situation', 20),
      { ...said('other', 80), label: 'Move' },
      { ...said('other', 20), label: 'Proof' },
    ];
    expect(sectionLengths(makePlan(outline, answer, twoMinutes))).toEqual([20_000, 80_000, 20_000]);
  });

  test('includes the words of a kind without rows, as they are said while the rows before it are on screen', () => {
    const outline = [shown('situation', 2), shown('action', 2)];
    const answer = [
      said('situation', 50),
      said('task', 50),
      said('action', 50),
      said('result', 40),
      said('reflection', 10),
    ];
    expect(sectionLengths(makePlan(outline, answer, twoMinutes))).toEqual([60_000, 60_000]);
  });

  test('includes a preface, which goes to the first section shown', () => {
    const answer = [said('other', 100), said('situation', 50), said('action', 150)];
    expect(sectionLengths(makePlan([shown('situation', 2), shown('action', 2)], answer, twoMinutes))).toEqual([
      60_000, 60_000,
    ]);
  });

  test('is the share if answer and outline have no kind in common', () => {
    const plan = makePlan([shown('situation', 2), shown('task', 2)], [said('other', 200)], twoMinutes);
    expect(sectionLengths(plan)).toEqual([80_000, 40_000]);
  });

  test('is zero without rows', () => {
    const outline = [shown('situation'), shown('task', 2), shown('action'), shown('result', 2), shown('reflection')];
    const plan = makePlan(
      outline,
      [said('situation', 900), said('task', 10), said('action', 80), said('result', 10)],
      twoMinutes,
    );
    expectWhole(plan, outline, 120_000);
    expect(sectionLengths(plan)).toEqual([0, 118_800, 0, 1200, 0]);
  });
});

describe('rows', () => {
  test('weigh their words', () => {
    const plan = makePlan([shown('other', 1, 2, 3)], [], twoMinutes);
    expect(rowLengths(plan)).toEqual([20_000, 40_000, 60_000]);
  });

  test('are never below a second, even in a section said in one breath', () => {
    const outline = [shown('situation', 1, 1, 1, 1), shown('action', 5)];
    const plan = makePlan(outline, [said('situation', 1), said('action', 999)], twoMinutes);
    expect(rowLengths(plan)).toEqual([1000, 1000, 1000, 1000, 116_000]);
  });

  test('of one word next to a row of hundreds get their second', () => {
    expect(rowLengths(makePlan([shown('other', 1, 500)], [], twoMinutes))).toEqual([1000, 119_000]);
  });

  test('without words (an arrow, an emoji) weigh one', () => {
    expect(rowLengths(makePlan([shown('other', '→', '', 1)], [], twoMinutes))).toEqual([40_000, 40_000, 40_000]);
  });

  test('are all the same if the target is too short for a second each', () => {
    const plan = makePlan([shown('situation', 1, 90), shown('action', 7, 2, 2)], [said('action', 500)], {
      ...twoMinutes,
      targetMs: 4000,
    });
    expect(rowLengths(plan)).toEqual([800, 800, 800, 800, 800]);
  });

  test('are a second each if the target is just enough', () => {
    const plan = makePlan([shown('situation', 1, 90), shown('action', 7)], [said('action', 500)], {
      ...twoMinutes,
      targetMs: 3000,
    });
    expect(rowLengths(plan)).toEqual([1000, 1000, 1000]);
  });

  test('a single row has the whole target, down to a millisecond', () => {
    for (const targetMs of [1, 999, 1000, 3_600_000]) {
      expect(makePlan([shown('other', 3)], [], { ...twoMinutes, targetMs }).rows).toEqual([
        { id: 'other-0-3', startMs: 0, endMs: targetMs },
      ]);
    }
  });
});

describe('estimate', () => {
  test('is the time of the whole answer at the speaking rate, including sections without rows', () => {
    const answer = [said('situation', 145), said('reflection', 145)];
    expect(makePlan([shown('situation', 2)], answer, twoMinutes).estimateMs).toBe(120_000);
    expect(makePlan([], answer, { ...twoMinutes, wordsPerMinute: 290 }).estimateMs).toBe(60_000);
  });

  test('is null without an answer', () => {
    expect(makePlan([shown('situation', 2)], [], twoMinutes).estimateMs).toBeNull();
    expect(makePlan([shown('situation', 2)], [said('situation', 0)], twoMinutes).estimateMs).toBeNull();
  });
});

test('an empty outline is an empty plan', () => {
  expect(makePlan([], [], twoMinutes)).toEqual({ targetMs: 120_000, estimateMs: null, sections: [], rows: [] });
  expect(makePlan([shown('task')], [], twoMinutes).sections).toEqual([
    { kind: 'task', label: 'task', startMs: 0, endMs: 0 },
  ]);
});

test('five hundred rows', () => {
  const outline = sectionKinds.map((kind) =>
    shown(kind, ...Array.from({ length: 100 }, (_, index) => 1 + (index % 9))),
  );
  const plan = makePlan(outline, [], { ...twoMinutes, targetMs: 601_000 });
  expectWhole(plan, outline, 601_000);
  expect(Math.min(...rowLengths(plan))).toBe(1000);
  const crowded = makePlan(outline, [], twoMinutes);
  expectWhole(crowded, outline, 120_000);
  expect(rowLengths(crowded)).toEqual(rowLengths(crowded).map(() => 200));
});

test('any outline with any answer: complete, in order, and at least a second per row if the target allows it', () => {
  const kind = fc.constantFrom(...sectionKinds);
  const outlines = fc.array(fc.record({ kind, rows: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 15 }) }), {
    maxLength: 8,
  });
  const answers = fc.array(fc.record({ kind, words: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600 })) }), {
    maxLength: 8,
  });
  const targets = fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 3_600_000 }));
  fc.assert(
    fc.property(outlines, answers, targets, fc.constantFrom('words', 'shares'), (sections, told, targetMs, by) => {
      const outline: OutlineSection[] = sections.map((section, number) => ({
        kind: section.kind,
        label: `${section.kind} ${number}`,
        items: section.rows.map((words, row) => ({
          id: `${number}.${row}`,
          text: wordsOf(words),
          depth: 0,
          line: row,
        })),
      }));
      const answer: AnswerSection[] = told.map((section) => said(section.kind, section.words));
      const plan = makePlan(outline, answer, { targetMs, wordsPerMinute: 145, by });
      expectWhole(plan, outline, targetMs);
      const lengths = rowLengths(plan);
      if (targetMs >= lengths.length * 1000) {
        for (const length of lengths) expect(length).toBeGreaterThanOrEqual(1000);
      } else {
        // All the same, but for the rounding of sections and of rows, which can add up to 2 ms.
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(2);
      }
    }),
    { seed: 3, ...cases(500) },
  );
});

describe('apportion', () => {
  test.each<[string, number, number[], number[], number[]]>([
    ['by weight', 100, [1, 3], [0, 0], [25, 75]],
    ['nothing over nothing', 0, [], [], []],
    ['no part at all of something', 500, [], [], []],
    ['one part takes all', 7, [0.001], [0], [7]],
    ['the remainder to the first parts', 100, [1, 1, 1], [0, 0, 0], [34, 33, 33]],
    ['no remainder to a part without weight', 100, [0, 1, 1, 1], [0, 0, 0, 0], [0, 34, 33, 33]],
    ['a part of no weight has its minimum', 100, [0, 1], [30, 0], [30, 70]],
    ['a short part is filled up', 100, [1, 99], [10, 10], [10, 90]],
    ['filling one up makes another short', 100, [1, 12, 87], [10, 12, 0], [10, 12, 78]],
    ['a fraction of a fraction short of whole', 4100, [14 * 0.05, 9 * 0.05, 18 * 0.05], [0, 0, 0], [1400, 900, 1800]],
    ['the minimums take all', 30, [1, 50, 3], [10, 10, 10], [10, 10, 10]],
    [
      'fractions that add up to a whole number',
      120_000,
      [0.2, 0.1, 0.55, 0.1, 0.05],
      [0, 0, 0, 0, 0],
      [24_000, 12_000, 66_000, 12_000, 6_000],
    ],
  ])('%s', (_, total, weights, minimums, parts) => {
    expect(apportion(total, weights, minimums)).toEqual(parts);
  });

  test('doesn’t change its arguments', () => {
    const weights = Object.freeze([1, 2]);
    const minimums = Object.freeze([5, 5]);
    expect(apportion(11, weights, minimums)).toEqual([5, 6]);
  });

  const parts = fc.array(
    fc.record({
      weight: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      ),
      minimum: fc.integer({ min: 0, max: 5000 }),
    }),
    { minLength: 1, maxLength: 60 },
  );

  test('parts are whole, none is below its minimum, and they add up to the total', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 3_600_000 }), (rows, spare) => {
        const weights = rows.map((row) => row.weight);
        const minimums = rows.map((row) => row.minimum);
        const total = sum(minimums) + spare;
        const got = apportion(total, weights, minimums);
        for (const [index, part] of got.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          expect(part).toBeGreaterThanOrEqual(minimums[index]!);
          if (weights[index] === 0) expect(part).toBe(minimums[index]);
        }
        if (weights.some((weight) => weight > 0)) expect(sum(got)).toBe(total);
      }),
      { seed: 1, ...cases(1000) },
    );
  });

  test('parts above their minimum are in proportion to their weights, and none at its minimum deserved more', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 3_600_000 }), (rows, spare) => {
        const weighted = rows.filter((row) => row.weight > 0);
        const minimums = weighted.map((row) => row.minimum);
        const got = apportion(
          sum(minimums) + spare,
          weighted.map((row) => row.weight),
          minimums,
        );
        const free = weighted.flatMap((row, index) =>
          got[index]! > row.minimum + 1 ? [[row.weight, got[index]!]] : [],
        );
        for (const [weight, part] of free) {
          // Rounding moves a part by less than 1, so the worth of a weight is known to within 1 / weight.
          const leastWorth = (part! - 1.001) / weight!;
          for (const [otherWeight, otherPart] of free) {
            expect((otherPart! + 1.001) / otherWeight!).toBeGreaterThanOrEqual(leastWorth);
          }
          for (const [index, row] of weighted.entries()) {
            if (got[index] === row.minimum) expect(row.weight * leastWorth).toBeLessThanOrEqual(row.minimum + 1.001);
          }
        }
      }),
      { seed: 2, ...cases(500) },
    );
  });

  test('ten thousand parts that settle one after another take little time', () => {
    const weights = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const minimums = weights.map(() => 1000);
    const total = 10_000 * 1000 + 1;
    expect(sum(apportion(total, weights, minimums))).toBe(total);
  });
});

describe('countWords', () => {
  test.each([
    ['', 0],
    ['  \n\t ', 0],
    ['one', 1],
    ['  two  words ', 2],
    ['a line\nand another', 4],
    ['non\u00a0breaking', 2],
    ['– — • * - …', 0],
    ['cut it by 40 % – in a week', 7],
    ["don't well-known e.g.", 3],
    ['Über größere Häuser', 3],
    ['اختصرنا الوقت', 2],
    ['№ 7', 1],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

test('words take time at the speaking rate, in whole milliseconds', () => {
  expect(spokenMs(290, defaultWordsPerMinute)).toBe(120_000);
  expect(spokenMs(0, 145)).toBe(0);
  expect(spokenMs(1, 145)).toBe(414);
  expect(spokenMs(150, 150)).toBe(60_000);
});

test('the recommended shares add up to a whole STAR answer', () => {
  const { other, ...star } = recommendedShares;
  expect(star).toEqual({ situation: 0.2, task: 0.1, action: 0.55, result: 0.1, reflection: 0.05 });
  expect(Object.values(star).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(other).toBeGreaterThan(0);
});
