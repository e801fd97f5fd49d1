import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import { offTime, roundDuration } from '../../core/prompter/shown-times.ts';
import { longDay } from '../ui/format/day.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { sectionWords } from '../ui/format/run.ts';
import type { SectionCurve } from './section-curves.ts';
import { useShown } from '../ui/use-show-more.ts';

const firstRuns = 20;

/** The charts' figures, the latest run first. */
export function RunTable({ runs, curves }: { runs: readonly SeriesRun[]; curves: readonly SectionCurve[] }) {
  const shown = useShown(runs.length, firstRuns);
  const places = [...runs.keys()].toReversed().slice(0, shown.count);
  return (
    <details className="chart-table">
      <summary>As a table</summary>
      {/* It scrolls sideways, which the keyboard must be able to do. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-box" aria-label="Runs as a table" tabIndex={0}>
        <table>
          <caption className="unseen">Runs of the story, the latest first; sections as spoken / planned</caption>
          <thead>
            <tr>
              {['Day', 'Spoken', 'Target', 'Off', 'Rating'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {curves.map(({ key, name }) => (
                <th key={key} scope="col" dir="auto">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="num">
            {places.map((place) => {
              const run = runs[place];
              if (run === undefined) return null;
              return (
                <tr key={`${run.at} ${place}`}>
                  <th scope="row">{longDay(run.day)}</th>
                  <td>{roundDuration(run.totalMs)}</td>
                  <td>{roundDuration(run.targetMs)}</td>
                  <td>{run.finished ? offTime(run.totalMs, run.targetMs) : 'stopped early'}</td>
                  <td>{run.rating ?? '–'}</td>
                  {curves.map(({ key, times }) => (
                    <td key={key}>{sectionWords(times[place] ?? null)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <MoreButton shown={shown} noun="runs" />
    </details>
  );
}
