import { useMemo } from 'react';
import type { SeriesRun } from '../../../core/rehearsal/statistics.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';
import { shortDay } from '../format/day.ts';
import { runWords } from '../format/run.ts';
import { ChartCursor, ChartImage, percent } from './Chart.tsx';
import { curveOf, type Curve } from './curve.ts';
import { CurveLines } from './CurveLines.tsx';

/** Of a line of the scale, in pixels. */
const labelHeight = 16;

interface RunChartProps {
  runs: readonly SeriesRun[];
  /** The whole chart in words. */
  summary: string;
  /** In pixels. */
  height: number;
  /** The selected run; null for none. */
  at: number | null;
  setAt: (at: number | null) => void;
}

/** A story’s time against its target, run by run. */
export function RunChart({ runs, summary, height, at, setAt }: RunChartProps) {
  const curve = useMemo(
    () =>
      curveOf(
        runs.map(({ totalMs, targetMs, finished }) => ({ spokenMs: totalMs, plannedMs: targetMs, isAside: !finished })),
      ),
    [runs],
  );
  const hollow = useMemo(() => new Set([...runs.keys()].filter((index) => runs[index]?.finished === false)), [runs]);
  const textOf = (place: number): string => {
    const run = runs[place];
    return run === undefined ? '' : runWords(run);
  };
  const point = at === null ? null : curve.points[at];
  return (
    <>
      <div className="plot">
        <Scale curve={curve} height={height} />
        <ChartCursor label="Run" count={runs.length} at={at} setAt={setAt} textOf={textOf} page={5}>
          <ChartImage label={`Time against target: ${summary}`} height={height}>
            {point !== null && point !== undefined && (
              <line className="chart-cursor" x1={percent(point.x)} x2={percent(point.x)} y1="0" y2={height} />
            )}
            <CurveLines curve={curve} height={height} at={at} hollow={hollow} />
          </ChartImage>
        </ChartCursor>
        <Days runs={runs} />
      </div>
      <Key />
    </>
  );
}

/** The days of the first and the last run. The table has all of them. */
function Days({ runs }: Pick<RunChartProps, 'runs'>) {
  const ends = new Set([runs[0], runs.at(-1)].flatMap((run) => (run === undefined ? [] : [shortDay(run.day)])));
  return (
    <p className="plot-days num" aria-hidden="true">
      {[...ends].map((day) => (
        <span key={day}>{day}</span>
      ))}
    </p>
  );
}

/** The target beside its line, and the ends of the scale if they fit. The table has the figures. */
function Scale({ curve: { plans, topMs, bottomMs }, height }: { curve: Curve; height: number }) {
  const target = plans.at(-1);
  const targetY = target === undefined ? null : (1 - target.y) * height;
  const ends = [
    { ms: topMs, y: labelHeight / 2 },
    { ms: bottomMs, y: height - labelHeight / 2 },
  ];
  return (
    <div className="plot-scale num" aria-hidden="true">
      {ends
        .filter(({ y }) => targetY === null || Math.abs(y - targetY) > labelHeight)
        .map(({ ms, y }) => (
          <span key={y} style={{ top: y }}>
            {roundDuration(ms)}
          </span>
        ))}
      {target !== undefined && targetY !== null && (
        <b style={{ top: targetY }} title="Planned">
          {roundDuration(target.plannedMs)}
        </b>
      )}
    </div>
  );
}

function Key() {
  return (
    <p className="chart-key">
      <svg width="26" height="12" aria-hidden="true">
        <line className="run-line" x1="0" x2="24" y1="6" y2="6" />
        <circle className="run-point" cx="12" cy="6" r="3" />
      </svg>
      spoken
      <svg width="26" height="12" aria-hidden="true">
        <line className="run-plan" x1="0" x2="24" y1="6" y2="6" />
      </svg>
      planned
      <svg width="26" height="12" aria-hidden="true">
        <circle className="run-point" data-hollow="true" cx="12" cy="6" r="3" />
      </svg>
      stopped early
    </p>
  );
}
