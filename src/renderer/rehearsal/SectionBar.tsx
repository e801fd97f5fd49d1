import { formatDuration } from '../../core/prompter/countdown.ts';
import type { SectionTime } from '../../core/rehearsal/run-times.ts';
import { sectionLooks } from '../ui/format/section.ts';
import { offPlan, shownTimes } from './stage-sections.ts';

/** Each section in the width of its planned time, with what was spoken in it. */
export function SectionBar({ times }: { times: readonly SectionTime[] }) {
  return (
    <ol className="section-bar num" aria-label="Sections">
      {shownTimes(times).map((time, index) => (
        <Part key={index} time={time} />
      ))}
    </ol>
  );
}

function Part({ time }: { time: SectionTime }) {
  const { kind, label, plannedMs, spokenMs, state } = time;
  const { name, letter } = sectionLooks[kind];
  const off = state === 'done' ? offPlan(time) : null;
  return (
    <li data-kind={kind} data-state={state} style={{ flexGrow: plannedMs }} title={label === '' ? name : label}>
      <span className="part-name">{name}</span>
      {/* Where there is no room for the name; the name stays for assistive software. */}
      <span className="part-letter" aria-hidden="true">
        {letter || '–'}
      </span>{' '}
      {spokenMs !== null && <span>{formatDuration(spokenMs)}</span>}
      {state === 'now' && <span className="part-of"> of {formatDuration(plannedMs)}</span>}
      {off !== null && (
        <>
          {' '}
          <span data-off={off.tone} aria-hidden="true">
            {off.text}
          </span>
          <span className="unseen">{off.words}</span>
        </>
      )}
    </li>
  );
}
