import type { RecordSection } from '../../core/rehearsal/record.ts';
import { roundDuration, shownSections } from '../../core/prompter/shown-times.ts';
import { sectionLooks } from '../ui/format/section.ts';
import { spokenBars } from './spoken-bars.ts';

/** Each section spoken and planned, side by side: a table whose cells are bars. */
export function SpokenBars({ sections }: { sections: readonly RecordSection[] }) {
  return (
    <table className="spoken-bars num">
      <caption>Spoken against plan</caption>
      <thead>
        <tr>
          {['Section', 'Bars', 'Spoken / planned'].map((name) => (
            <th key={name} scope="col">
              <span className="unseen">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {spokenBars(shownSections(sections)).map(({ kind, plannedMs, spokenMs, planned, spoken, isOver }, index) => (
          <tr key={index} data-kind={kind}>
            <th scope="row">{sectionLooks[kind].name}</th>
            <td className="bars-way">
              <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
                {spoken !== null && <line className="bar-spoken" x2={spoken * 100} y1="5" y2="5" />}
                <line className="bar-planned" x2={planned * 100} y1="16" y2="16" />
                <line className="bar-hollow" x2={planned * 100} y1="16" y2="16" />
              </svg>
            </td>
            <td data-over={isOver} title={spokenMs === null ? 'Its end was not marked' : undefined}>
              {spokenMs === null ? '–' : roundDuration(spokenMs)} / {roundDuration(plannedMs)}
              {spokenMs === null && <span className="unseen"> (its end was not marked)</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
