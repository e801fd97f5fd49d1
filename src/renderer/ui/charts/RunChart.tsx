import { useMemo } from 'react';
import type { SeriesRun } from '../../../core/rehearsal/statistics.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';
import { shortDay } from '../format/day.ts';
import { runWords } from '../format/run.ts';
import { ChartCursor, ChartImage, percent } from './Chart.tsx';
import { curveOf, minuteScale, type Curve, type MinuteScale } from './curve.ts';
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
  const { curve, scale } = useMemo(() => {
    const timed = runs.map(({ totalMs, targetMs, finished }) => ({
      spokenMs: totalMs,
      plannedMs: targetMs,
      isAside: !finished,
    }));
    const halfMinutes = minuteScale(timed);
    return { curve: curveOf(timed, halfMinutes), scale: halfMinutes };
  }, [runs]);
  const hollow = useMemo(() => new Set([...runs.keys()].filter((index) => runs[index]?.finished === false)), [runs]);
  const textOf = (place: number): string => {
    const run = runs[place];
    return run === undefined ? '' : runWords(run);
  };
  const point = at === null ? null : curve.points[at];
  return (
    <>
      <div className="plot">
        <Scale curve={curve} scale={scale} height={height} />
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

interface ScaleProps {
  curve: Curve;
  scale: MinuteScale;
  height: number;
}

/** The target beside its line, and the half minutes that have room. The table has the figures. */
function Scale({ curve: { plans }, scale: { marksMs, bottomMs, topMs }, height }: ScaleProps) {
  const target = plans.at(-1);
  const targetY = target === undefined ? null : (1 - target.y) * height;
  const yOf = (ms: number): number => {
    const y = (1 - (ms - bottomMs) / (topMs - bottomMs)) * height;
    return Math.min(height - labelHeight / 2, Math.max(labelHeight / 2, y));
  };
  const shown: { ms: number; y: number }[] = [];
  // From the top down, each with room for its text.
  for (const ms of marksMs.toReversed()) {
    const y = yOf(ms);
    const above = shown.at(-1);
    const isFree =
      (above === undefined || y - above.y >= labelHeight) && Math.abs(y - (targetY ?? -Infinity)) > labelHeight;
    if (isFree) shown.push({ ms, y });
  }
  return (
    <div className="plot-scale num" aria-hidden="true">
      {shown.map(({ ms, y }) => (
        <span key={ms} style={{ top: y }}>
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
