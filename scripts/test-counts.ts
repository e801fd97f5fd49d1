import * as v from 'valibot';

/** How a runner's tests ended. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
});

/** The counts in the report that Vitest's `json` reporter writes. Throws where it isn't one. */
export function vitestCounts(report: unknown): Counts {
  const read = v.parse(vitestReport, report);
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

/** The counts in the report that Playwright's `json` reporter writes. Throws where it isn't one. */
export function playwrightCounts(report: unknown): Counts {
  const { stats } = v.parse(playwrightReport, report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * What a runner's end means. A runner that crashed, wrote no report, or ran no test at all counts as one
 * failure, with a sentence: the sum must never look better than what was run.
 */
export function judgeRun(name: string, code: number | null, counts: Counts | null): Counts & { remark: string | null } {
  if (counts === null) return { ...notRun, remark: `${name} ended with ${code} and left no report.` };
  if (counts.failed > 0) return { ...counts, remark: null };
  if (counts.passed === 0) return { ...counts, failed: 1, remark: `${name} ran no test.` };
  if (code === 0) return { ...counts, remark: null };
  return { ...counts, failed: 1, remark: `${name} ended with ${code} although no test failed; see above.` };
}

/** A runner whose tests could not be run counts as one failure. */
export const notRun: Counts = { passed: 0, failed: 1, skipped: 0 };

/** What a run before this one said in its last line. One that has no such line counts as one failure. */
export function countsBefore(lastLine: string): Counts {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lastLine.trim()) ?? [];
  if (passed === undefined || failed === undefined) return notRun;
  return { passed: Number(passed), failed: Number(failed), skipped: 0 };
}

/** The last lines: how many were skipped, where any were, and at the very end `12 passed, 0 failed`. */
export function summaryLines(runs: readonly Counts[]): string[] {
  const total = (name: keyof Counts) => runs.reduce((sum, run) => sum + run[name], 0);
  const skipped = total('skipped');
  return [
    ...(skipped > 0 ? [`${skipped} skipped, each for the reason that it names.`] : []),
    `${total('passed')} passed, ${total('failed')} failed`,
  ];
}
