import type { ReactNode } from 'react';
import type { SectionKind } from '../../../core/stories/model.ts';
import { sectionLook, type SectionLook } from '../format/section.ts';

/** A section's row: a bar for one of its times, and a tick on the same scale for the other. Times in milliseconds. */
export interface SectionBar {
  kind: SectionKind;
  label: string;
  /** Null where that time isn’t known. */
  barMs: number | null;
  tickMs: number | null;
  /** The two times in figures. */
  figure: ReactNode;
  /** Whether it is so far over its plan that the figure’s colour shows it too. */
  isOver?: boolean;
  /** The figure’s tooltip. */
  title?: string | undefined;
}

interface SectionBarsProps {
  caption: string;
  /** What the figures are, for assistive software. */
  figures: string;
  bars: readonly SectionBar[];
  /** Whether to show only the sections’ letters, to save space. */
  byLetter?: boolean;
}

/** Two times of each section against each other: a table whose cells are bars. */
export function SectionBars({ caption, figures, bars, byLetter = false }: SectionBarsProps) {
  const lengthOf = barScale(bars);
  return (
    <table className="section-bars num">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {['Section', 'Bar', figures].map((name) => (
            <th key={name} scope="col">
              <span className="unseen">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ kind, label, barMs, tickMs, figure, isOver = false, title }, index) => (
          <tr key={index} data-kind={kind}>
            <SectionName look={sectionLook(kind, label)} byLetter={byLetter} />
            <td>
              <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                <rect className="bar-groove" y="3" width="100" height="8" />
                {barMs !== null && <rect className="bar" y="3" width={lengthOf(barMs)} height="8" />}
                {tickMs !== null && <Tick at={lengthOf(tickMs)} />}
              </svg>
            </td>
            <td data-over={isOver} title={title}>
              {figure}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SectionName({ look: { name, letter }, byLetter }: { look: SectionLook; byLetter: boolean }) {
  if (!byLetter) return <th scope="row">{name}</th>;
  return (
    <th scope="row" title={name}>
      <span aria-hidden="true">{letter || '–'}</span>
      <span className="unseen">{name}</span>
    </th>
  );
}

/** Moved in from the chart’s ends by half its width, so that it isn’t cut off there. */
function Tick({ at }: { at: number }) {
  const x = at * 0.99 + 0.5;
  return <line x1={x} x2={x} y1="0" y2="14" />;
}

/** Times as lengths on the chart, 0 to 100: the longest bar or tick is 100. */
export function barScale(bars: readonly Pick<SectionBar, 'barMs' | 'tickMs'>[]): (ms: number) => number {
  const longestMs = Math.max(1, ...bars.flatMap(({ barMs, tickMs }) => [barMs ?? 0, tickMs ?? 0]));
  return (ms) => (ms / longestMs) * 100;
}
