import { useMemo } from 'react';
import type { SeriesRun } from '../../../core/rehearsal/statistics.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';
import { ChartImage } from './ChartImage.tsx';
import { CurveLines, percent } from './CurveLines.tsx';
import { curveOf, type Curve } from './curve.ts';
import { shortDay } from '../format/day.ts';
import { runWords } from '../format/run.ts';
import { Scrub } from './ChartCursor.tsx';

const height = 150;
/** Of a line of the scale, in pixels. */
const labelHeight = 16;

interface RunChartProps {
  runs: readonly SeriesRun[];
  /** All of it in words. */
  summary: string;
  at: number | null;
  setAt: (at: number | null) => void;
}

/** A story's time against its target, run by run. */
export function RunChart({ runs, summary, at, setAt }: RunChartProps) {
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
    <div className="plot">
      <Scale curve={curve} />
      <Scrub label="Run" count={runs.length} at={at} setAt={setAt} textOf={textOf} page={5}>
        <ChartImage label={`Time against target: ${summary}`} height={height}>
          {point !== null && point !== undefined && (
            <line className="chart-cursor" x1={percent(point.x)} x2={percent(point.x)} y1="0" y2={height} />
          )}
          <CurveLines curve={curve} height={height} at={at} hollow={hollow} />
        </ChartImage>
      </Scrub>
      <Days runs={runs} />
    </div>
  );
}

/** When the first and the last of them were. The table has all days. */
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

/** The target beside its line, and the ends of the scale where there is room for them. The table has the figures. */
function Scale({ curve: { plans, topMs, bottomMs } }: { curve: Curve }) {
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
