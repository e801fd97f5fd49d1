/** One measured figure. It should stay under `limit`, which is printed beside it; exceeding it isn't a failure. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | '×' | 'frames' | 'bytes' | 'files' | '%' | 'MB';
  limit?: number;
  /** What was measured, how often. */
  how: string;
}

/** What the command line says, for benchmarks that take it. */
export interface BenchOptions {
  /** A folder. */
  tellings?: string | undefined;
  /** A file, and which story in it. */
  story?: string | undefined;
  id?: string | undefined;
  /** A folder for what was measured. */
  record?: string | undefined;
}

/** A benchmark: its name on the command line, and what it measures. */
export interface Benchmark {
  name: string;
  /** The page below `docs` that shows its figures; performance.md if none. */
  page?: string;
  run: (options: BenchOptions) => Promise<Figure[]>;
}

/** The smallest value that at least this share of the values don't exceed (nearest rank). NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs something `times` times after one warm-up. Returns the milliseconds of each run. */
export function timed(times: number, run: () => unknown): number[] {
  run();
  return Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}
