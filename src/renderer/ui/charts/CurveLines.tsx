import { percent } from './Chart.tsx';
import type { Curve } from './curve.ts';

interface CurveLinesProps {
  curve: Curve;
  /** In pixels; the width is that of the chart. */
  height: number;
  /** The selected place. */
  at: number | null;
  /** Places whose point is a ring: runs that were stopped early. */
  hollow?: ReadonlySet<number>;
}

/** With more points than this, only the lines and the marked points are drawn. */
const mostPoints = 60;

/** Spoken times as a line and planned ones dashed: they differ by their strokes, not by their colours. */
export function CurveLines({ curve: { points, lines, plans }, height, at, hollow }: CurveLinesProps) {
  const yOf = (share: number): number => (1 - share) * height;
  const lastPlace = points.findLastIndex((point) => point !== null);
  return (
    <>
      {plans.map(({ x1, x2, y }) => (
        <line key={x1} className="run-plan" x1={percent(x1)} x2={percent(x2)} y1={yOf(y)} y2={yOf(y)} />
      ))}
      {lines.map(({ from, to }) => (
        <line
          key={from.x}
          className="run-line"
          x1={percent(from.x)}
          x2={percent(to.x)}
          y1={yOf(from.y)}
          y2={yOf(to.y)}
        />
      ))}
      {points.map((point, index) => {
        const isMarked = index === at || index === lastPlace;
        if (point === null || (points.length > mostPoints && !isMarked)) return null;
        return (
          <circle
            key={point.x}
            className="run-point"
            data-hollow={hollow?.has(index) === true}
            cx={percent(point.x)}
            cy={yOf(point.y)}
            r={isMarked ? 4.5 : 3}
          />
        );
      })}
    </>
  );
}
