import { useMemo, useState } from 'react';
import type { DayRuns } from '../../core/rehearsal/statistics.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import { ChartCursor, ChartImage, percent } from '../ui/charts/Chart.tsx';

import { dayBars } from './day-bars.ts';
import { longDay } from '../ui/format/day.ts';

/** In pixels, as all heights here. Widths are shares, so that the chart fills its place. */
const height = 96;

/** How many runs there were on each day of the last weeks. */
export function DayChart({ days }: { days: readonly DayRuns[] }) {
  const chart = useMemo(() => dayBars(days), [days]);
  const [at, setAt] = useState<number | null>(null);
  const { bars, months, top, summary } = chart;
  const rehearsed = days.filter(({ runs }) => runs > 0).toReversed();
  const textOf = (place: number): string => bars[place]?.words ?? '';
  return (
    <section className="progress-part" aria-labelledby="progress-days">
      <h2 id="progress-days">Runs by day</h2>
      <p className="chart-figure num">{at === null ? summary : textOf(at)}</p>
      <ChartCursor label="Day" count={bars.length} at={at} setAt={setAt} textOf={textOf} page={7}>
        <ChartImage label={`Runs by day: ${summary}`} height={height + 20}>
          {[top, top / 2].map((runs) => (
            <g key={runs}>
              <line className="chart-grid" x1="0" x2="100%" y1={yOf(runs / top)} y2={yOf(runs / top)} />
              <text className="chart-scale num" x="0" y={yOf(runs / top) + 11}>
                {runs}
              </text>
            </g>
          ))}
          <line className="chart-ground" x1="0" x2="100%" y1={height} y2={height} />
          {months.map(({ x, name }) => (
            <g key={name}>
              <line className="chart-grid" x1={percent(x)} x2={percent(x)} y1={height} y2={height + 6} />
              <text className="chart-scale" x={percent(x)} dx="3" y={height + 14}>
                {name}
              </text>
            </g>
          ))}
          {bars.map(({ day, x, width, height: share, runs }, index) => (
            <rect
              key={day}
              className="day-bar"
              data-at={index === at}
              x={percent(x + width * 0.12)}
              width={percent(width * 0.76)}
              y={runs === 0 ? height - 1 : yOf(share)}
              height={runs === 0 ? 1 : height - yOf(share)}
            />
          ))}
          {at !== null && bars[at] !== undefined && (
            <rect
              className="chart-cursor"
              x={percent(bars[at].x)}
              width={percent(bars[at].width)}
              y="0"
              height={height}
            />
          )}
        </ChartImage>
      </ChartCursor>
      {rehearsed.length > 0 && (
        <details className="chart-table">
          <summary>As a table</summary>
          <table>
            <caption className="unseen">Runs by day, the latest first; days without runs are left out</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Runs</th>
                <th scope="col">Spoken</th>
              </tr>
            </thead>
            <tbody className="num">
              {rehearsed.map(({ day, runs, spokenMs }) => (
                <tr key={day}>
                  <th scope="row">{longDay(day)}</th>
                  <td>{runs}</td>
                  <td>{roundDuration(spokenMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

function yOf(share: number): number {
  return Math.round((1 - share) * (height - 4)) + 4;
}
