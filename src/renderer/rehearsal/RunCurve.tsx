import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import { counted } from '../ui/format/story.ts';
import { curveOf, type Curve as Drawn } from '../ui/charts/curve.ts';
import { shortDay } from '../ui/format/day.ts';
import { ratingNames } from './result-words.ts';

type Point = Pick<SeriesRun, 'day' | 'totalMs' | 'targetMs' | 'finished' | 'rating'>;

interface RunCurveProps {
  earlier: readonly SeriesRun[];
  record: RunRecord;
}

/** The times of earlier runs up to this one, against their targets, and the same as a table. */
export function RunCurve({ earlier, record }: RunCurveProps) {
  if (earlier.length === 0) {
    return (
      <section className="run-curve" aria-label="Earlier runs">
        <h2>Earlier runs</h2>
        <p className="curve-none">This is the first run of this story. The next one is drawn beside it.</p>
      </section>
    );
  }
  const runs: Point[] = [...earlier, { ...record, day: record.at.slice(0, 10) }];
  return (
    <section className="run-curve" aria-label="Earlier runs">
      <h2>Earlier runs</h2>
      <Curve runs={runs} />
      <details className="chart-table">
        <summary>As a table</summary>
        <table className="num">
          <thead>
            <tr>
              {['Day', 'Time', 'Target', 'Rating'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.toReversed().map(({ day, totalMs, targetMs, finished, rating }, index) => (
              <tr key={index}>
                <td>{index === 0 ? 'This run' : shortDay(day)}</td>
                <td>
                  {roundDuration(totalMs)}
                  {!finished && ' (stopped early)'}
                </td>
                <td>{roundDuration(targetMs)}</td>
                <td>{rating === null ? '–' : ratingNames[rating]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** Stretched to its box; strokes keep their width, and points are strokes without a length, so that they stay round. */
function Curve({ runs }: { runs: readonly Point[] }) {
  const curve = curveOf(
    runs.map(({ totalMs, targetMs, finished }) => ({ spokenMs: totalMs, plannedMs: targetMs, isAside: !finished })),
  );
  const first = runs[0]?.totalMs ?? 0;
  const last = runs.at(-1)?.totalMs ?? 0;
  const y = (share: number): number => 100 - share * 100;
  return (
    <div className="plot">
      <div className="plot-scale num" aria-hidden="true">
        {scaleMarks(curve).map(({ y: height, ms }) => (
          <span key={height} style={{ top: `${y(height)}%` }}>
            {roundDuration(ms)}
          </span>
        ))}
      </div>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        // The element of that name can hold no drawing that follows the page's colours.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        aria-label={`${counted(runs.length, 'run')}, from ${roundDuration(first)} to ${roundDuration(last)}`}
      >
        {curve.plans.map(({ x1, x2, y: height }, index) => (
          <line key={index} className="run-plan" x1={x1 * 100} x2={x2 * 100} y1={y(height)} y2={y(height)} />
        ))}
        {curve.lines.map(({ from, to }, index) => (
          <line key={index} className="run-line" x1={from.x * 100} y1={y(from.y)} x2={to.x * 100} y2={y(to.y)} />
        ))}
        {curve.points.map(
          (point, index) =>
            point !== null && (
              <g key={index} data-last={index === runs.length - 1} data-finished={runs[index]?.finished}>
                <path className="curve-point" d={`M${point.x * 100} ${y(point.y)}h.001`} />
                <path className="curve-hole" d={`M${point.x * 100} ${y(point.y)}h.001`} />
              </g>
            ),
        )}
      </svg>
      <p className="chart-key">
        <span aria-hidden="true">- - </span>planned · ○ stopped early
      </p>
    </div>
  );
}

/** Closer than this to the target's mark, another would be written over it. */
const markRoom = 0.2;

/** The times beside the curve: the last target, and the ends of the scale where there is room for them. */
function scaleMarks({ plans, topMs, bottomMs }: Drawn): { y: number; ms: number }[] {
  const target = plans.at(-1);
  const marks = target === undefined ? [] : [{ y: target.y, ms: target.plannedMs }];
  const ends = [
    { y: 1, ms: topMs },
    { y: 0, ms: bottomMs },
  ];
  return [...marks, ...ends.filter(({ y }) => marks.every((mark) => Math.abs(mark.y - y) >= markRoom))];
}
