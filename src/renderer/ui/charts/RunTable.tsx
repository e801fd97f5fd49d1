import type { SeriesRun } from '../../../core/rehearsal/statistics.ts';
import type { RecordSection } from '../../../core/rehearsal/record.ts';
import { offTime, roundDuration } from '../../../core/prompter/shown-times.ts';
import { longDay } from '../format/day.ts';
import { ratingNames, sectionWords } from '../format/run.ts';
import { MoreButton, useShowMore } from '../MoreButton.tsx';

const firstRuns = 20;

interface RunTableProps {
  runs: readonly SeriesRun[];
  /** Columns of sections; `times` has one for each run, null in a run without that section. */
  sections?: readonly { key: string; name: string; times: readonly (RecordSection | null)[] }[];
}

/** A run chart’s figures, the latest run first. */
export function RunTable({ runs, sections = [] }: RunTableProps) {
  const shown = useShowMore(runs.length, firstRuns);
  const places = [...runs.keys()].toReversed().slice(0, shown.count);
  return (
    <details className="chart-table">
      <summary>As a table</summary>
      {/* It scrolls sideways, which the keyboard must be able to do. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-box" aria-label="Runs as a table" tabIndex={0}>
        <table>
          <caption className="unseen">
            Runs of the story, the latest first{sections.length > 0 && '; sections as spoken / planned'}
          </caption>
          <thead>
            <tr>
              {['Day', 'Spoken', 'Target', 'Off', 'Rating'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {sections.map(({ key, name }) => (
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
              const { at, day, totalMs, targetMs, finished, rating } = run;
              return (
                <tr key={`${at} ${place}`}>
                  <th scope="row">{longDay(day)}</th>
                  <td>{roundDuration(totalMs)}</td>
                  <td>{roundDuration(targetMs)}</td>
                  <td>{finished ? offTime(totalMs, targetMs) : 'stopped early'}</td>
                  <td>{rating === null ? '–' : ratingNames[rating]}</td>
                  {sections.map(({ key, times }) => (
                    <td key={key}>{sectionWords(times[place] ?? null)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <MoreButton shown={shown} noun="run" />
    </details>
  );
}
