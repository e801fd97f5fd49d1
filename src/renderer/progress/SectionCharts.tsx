import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import { sectionLooks } from '../ui/format/section.ts';
import { ChartImage } from '../ui/charts/ChartImage.tsx';
import { CurveLines } from '../ui/charts/CurveLines.tsx';
import { sectionWords } from '../ui/format/run.ts';
import type { SectionCurve } from './section-curves.ts';

const height = 46;

interface SectionChartsProps {
  curves: readonly SectionCurve[];
  runs: readonly SeriesRun[];
  /** The run that is looked at; null for the last. */
  at: number | null;
}

/** A small curve for each section: what was spoken, and dashed what was planned for it. */
export function SectionCharts({ curves, runs, at }: SectionChartsProps) {
  const place = at ?? runs.length - 1;
  return (
    <ul className="section-charts" aria-label="Sections, spoken and planned">
      {curves.map(({ key, kind, name, times, curve }) => {
        const words = sectionWords(times[place] ?? null);
        return (
          <li key={key} data-kind={kind}>
            <p>
              <b aria-hidden="true">{sectionLooks[kind].letter}</b> <span dir="auto">{name}</span>{' '}
              <span className="section-time num">{words}</span>
            </p>
            <ChartImage label={`${name}, spoken and planned: ${words}`} height={height}>
              <CurveLines curve={curve} height={height} at={at} />
            </ChartImage>
          </li>
        );
      })}
    </ul>
  );
}
