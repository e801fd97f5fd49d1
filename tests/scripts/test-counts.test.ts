import { expect, test } from 'vitest';
import { countsBefore, judgeRun, playwrightCounts, summaryLines, vitestCounts } from '../../scripts/test-counts.ts';

test("Vitest's report", () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3, success: false };
  expect(vitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 4 });
});

test("Playwright's report, where a test that passed only at the second try has failed", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2, duration: 4 } };
  expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('anything but a report is refused', () => {
  expect(() => vitestCounts({ numPassedTests: 7 })).toThrow();
  expect(() => playwrightCounts({ stats: {} })).toThrow();
  expect(() => playwrightCounts(null)).toThrow();
});

const fine = { passed: 3, failed: 0, skipped: 0 };

test.each([
  ['all passed', 0, fine, { ...fine, remark: null }],
  ['some failed', 1, { ...fine, failed: 2 }, { ...fine, failed: 2, remark: null }],
  ['no report', 1, null, { passed: 0, failed: 1, skipped: 0, remark: 'Runner ended with 1 and left no report.' }],
  ['killed', null, null, { passed: 0, failed: 1, skipped: 0, remark: 'Runner ended with null and left no report.' }],
  ['nothing ran', 0, { ...fine, passed: 0 }, { passed: 0, failed: 1, skipped: 0, remark: 'Runner ran no test.' }],
  [
    'everything skipped',
    0,
    { passed: 0, failed: 0, skipped: 4 },
    { passed: 0, failed: 1, skipped: 4, remark: 'Runner ran no test.' },
  ],
  [
    'an error outside the tests',
    1,
    fine,
    { ...fine, failed: 1, remark: 'Runner ended with 1 although no test failed; see above.' },
  ],
])('a run where %s', (_what, code, counts, judged) => {
  expect(judgeRun('Runner', code, counts)).toEqual(judged);
});

test('the last line is the same whether some were skipped or not', () => {
  expect(summaryLines([fine, { passed: 4, failed: 1, skipped: 0 }])).toEqual(['7 passed, 1 failed']);
  const [before, ...last] = summaryLines([fine, { passed: 0, failed: 0, skipped: 2 }]);
  expect(before).toContain('2 skipped');
  expect(last).toEqual(['3 passed, 0 failed']);
});

test('the last line of a run can be added to the next one', () => {
  const [lastLine = ''] = summaryLines([{ passed: 12, failed: 3, skipped: 0 }]).slice(-1);
  expect(countsBefore(lastLine)).toEqual({ passed: 12, failed: 3, skipped: 0 });
});

test.each(['', 'npm error code 1', '12 passed', 'about 12 passed, 0 failed'])(
  '“%s” isn’t a sum, so the run failed',
  (line) => {
    expect(countsBefore(line)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  },
);
