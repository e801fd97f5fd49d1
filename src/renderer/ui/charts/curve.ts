import { clamp } from '../../../core/values.ts';

/** A point of a curve; lengths are shares of the chart, 0 to 1, `y` from its bottom. */
export interface CurvePoint {
  x: number;
  y: number;
  valueMs: number;
}

/** Times over runs, with the planned time of each. */
export interface Curve {
  /** Null for a run whose time isn’t known, and for one stopped early that is off the scale. */
  points: (CurvePoint | null)[];
  /** Lines between points that follow each other. */
  lines: { from: CurvePoint; to: CurvePoint }[];
  /** What was planned, as level lines from `x1` to `x2`: one for all runs with the same plan in a row. */
  plans: { x1: number; x2: number; y: number; plannedMs: number }[];
  bottomMs: number;
  topMs: number;
}

/** One run’s time and plan, in milliseconds. */
export interface Timed {
  spokenMs: number | null;
  plannedMs: number;
  /** Stopped early: its time doesn’t tell how long the story takes, so it counts neither for the line nor for the scale. */
  isAside?: boolean;
}

/** Room above and below the outermost value, as a share of the range, so that no point is cut off at the edge. */
const room = 0.12;
/** The smallest range, as a share of the times: with less, small differences would look like jumps. */
const leastRange = 0.2;

/** The curve of these runs, in order. `bounds` gives several curves one scale; without it, the values decide. */
export function curveOf(runs: readonly Timed[], bounds = boundsOf(runs)): Curve {
  const { bottomMs, topMs } = bounds;
  const width = 1 / Math.max(1, runs.length);
  const heightOf = (ms: number): number =>
    topMs === bottomMs ? 0.5 : clamp((ms - bottomMs) / (topMs - bottomMs), 0, 1);
  const points = runs.map(({ spokenMs, isAside = false }, index) => {
    // At the edge of the scale it would look like a time that it isn’t.
    const isOffScale = isAside && spokenMs !== null && (spokenMs < bottomMs || spokenMs > topMs);
    if (spokenMs === null || isOffScale) return null;
    return { x: (index + 0.5) * width, y: heightOf(spokenMs), valueMs: spokenMs };
  });
  const lines: Curve['lines'] = [];
  let from: CurvePoint | null = null;
  for (const [index, to] of points.entries()) {
    if (runs[index]?.isAside === true) continue;
    if (from !== null && to !== null) lines.push({ from, to });
    from = to;
  }
  const plans: Curve['plans'] = [];
  for (const [index, { plannedMs }] of runs.entries()) {
    const last = plans.at(-1);
    if (last?.plannedMs === plannedMs) last.x2 = (index + 1) * width;
    else plans.push({ x1: index * width, x2: (index + 1) * width, y: heightOf(plannedMs), plannedMs });
  }
  return { points, lines, plans, bottomMs, topMs };
}

/** A scale in half minutes. */
export interface MinuteScale extends Pick<Curve, 'bottomMs' | 'topMs'> {
  /** From bottom to top, at most six steps apart. */
  marksMs: number[];
}

const halfMinuteMs = 30_000;
const mostSteps = 6;

/** The scale of these runs: whole half minutes around them, marked at each, or at as many as fit. */
export function minuteScale(runs: readonly Timed[]): MinuteScale {
  const { bottomMs, topMs } = boundsOf(runs);
  const first = Math.floor(bottomMs / halfMinuteMs);
  const last = Math.max(first + 1, Math.ceil(topMs / halfMinuteMs));
  const step = Math.ceil((last - first) / mostSteps);
  const steps = Math.ceil((last - first) / step);
  const marksMs = Array.from({ length: steps + 1 }, (_, index) => (first + index * step) * halfMinuteMs);
  return { bottomMs: first * halfMinuteMs, topMs: (first + steps * step) * halfMinuteMs, marksMs };
}

function boundsOf(runs: readonly Timed[]): Pick<Curve, 'bottomMs' | 'topMs'> {
  const all = runs.flatMap(({ spokenMs, plannedMs, isAside = false }) =>
    spokenMs === null || isAside ? [plannedMs] : [spokenMs, plannedMs],
  );
  if (all.length === 0) return { bottomMs: 0, topMs: 1 };
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const middle = (least + most) / 2;
  const half = (Math.max(most - least, middle * leastRange) / 2) * (1 + 2 * room);
  return { bottomMs: Math.max(0, middle - half), topMs: middle + half };
}
