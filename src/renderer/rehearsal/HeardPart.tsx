import { sectionSpans } from '../../core/rehearsal/run-times.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import type { EndedRun } from '../../core/rehearsal/run.ts';
import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import type { OutlineSection } from '../../core/stories/model.ts';
import type { Heard } from '../../core/voice/heard.ts';
import { pauseLengthOf, pausesIn } from '../../core/voice/heard-summary.ts';
import { habitsOf } from '../../core/voice/pace.ts';
import { habitWords, spokenSections } from '../ui/format/heard.ts';
import { sectionLook } from '../ui/format/section.ts';
import { silenceWords } from './heard-words.ts';

interface HeardPartProps {
  run: EndedRun;
  heard: Heard;
  record: RunRecord;
  outline: readonly OutlineSection[];
  earlier: readonly SeriesRun[];
}

/** When the person spoke and when they were silent, and how fast they spoke, against their own usual. */
export function HeardPart({ run, heard, record, outline, earlier }: HeardPartProps) {
  const sections = spokenSections(record.sections, record.heard?.sections ?? []);
  const habits = habitsOf(
    sections,
    earlier.flatMap((each) => (each.heard === null ? [] : [spokenSections(each.sections, each.heard)])),
  );
  const isKnown = sections.some(({ speechMs }) => speechMs !== null);
  return (
    <section className="heard-part" aria-label="Pauses and pace">
      <h2>Pauses and pace</h2>
      <p className="num" dir="auto">
        {silenceWords(heard, outline)}
      </p>
      <SpeechStrip run={run} heard={heard} totalMs={record.totalMs} />
      {isKnown && (
        <table className="heard-sections num">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">Section</span>
              </th>
              <th scope="col">Pauses noticed</th>
              <th scope="col">Syllables a minute</th>
            </tr>
          </thead>
          <tbody>
            {sections.map(({ kind, label }, index) => (
              <tr key={index} data-kind={kind}>
                <th scope="row">{sectionLook(kind, label).name}</th>
                <td>{habitWords(habits[index]?.pauses)}</td>
                <td>{habitWords(habits[index]?.pace)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The width of the strip’s own scale; its height is in pixels. */
const width = 1000;
/** The longer a pause, the more it stands out. */
const pauseHeights = [4, 10, 16] as const;

/** Speech and pauses along the answer, in the sections’ colours where their times are known. */
function SpeechStrip({ run, heard, totalMs }: { run: EndedRun; heard: Heard; totalMs: number }) {
  const x = (ms: number): number => (Math.min(ms, totalMs) / Math.max(1, totalMs)) * width;
  const spans = sectionSpans(run, run.endedAtMs).map((span, index) => ({ span, kind: run.sections[index]?.kind }));
  const kindAt = (ms: number) => spans.find(({ span }) => span !== null && ms >= span.startMs && ms < span.endMs)?.kind;
  const pauses = pausesIn(heard);
  return (
    <svg
      className="speech-strip"
      viewBox={`0 0 ${width} 16`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${pauses.length} pauses of half a second or more`}
    >
      <rect className="bar-groove" width={width} height="16" />
      {heard.speech.map(([fromMs, toMs], index) => (
        <rect
          key={index}
          className="speech"
          data-kind={kindAt(fromMs) ?? 'other'}
          x={x(fromMs)}
          y="3"
          width={Math.max(1, x(toMs) - x(fromMs))}
          height="10"
        />
      ))}
      {pauses.map((pause) => {
        const length = pauseLengthOf(pause) ?? 0;
        const height = pauseHeights[length];
        return (
          <rect
            key={pause.startMs}
            className="pause"
            data-length={length}
            x={x(pause.startMs)}
            y={(16 - height) / 2}
            width={x(pause.endMs) - x(pause.startMs)}
            height={height}
          />
        );
      })}
    </svg>
  );
}
