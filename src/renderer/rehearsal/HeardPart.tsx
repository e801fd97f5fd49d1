import { sectionSpans } from '../../core/rehearsal/run-times.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import type { EndedRun } from '../../core/rehearsal/run.ts';
import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import type { OutlineSection } from '../../core/stories/model.ts';
import type { Heard } from '../../core/voice/heard.ts';
import { pauseLengthOf, pausesIn } from '../../core/voice/heard-summary.ts';
import { habitsOf, spokenSections } from '../../core/voice/pace.ts';
import { ChartImage, percent } from '../ui/charts/Chart.tsx';
import { habitWords } from '../ui/format/heard.ts';
import { sectionLook } from '../ui/format/section.ts';
import { counted } from '../ui/format/story.ts';
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

/** In pixels. */
const height = 16;
/** The longer a pause, the easier it is to see. */
const pauseHeights = [2, 4, 6] as const;

/** Speech and pauses along the answer, in the sections’ colours where their times are known. */
function SpeechStrip({ run, heard, totalMs }: { run: EndedRun; heard: Heard; totalMs: number }) {
  const share = (ms: number): number => Math.min(1, ms / Math.max(1, totalMs));
  const length = (fromMs: number, toMs: number): string => percent(share(toMs) - share(fromMs));
  const spans = sectionSpans(run, run.endedAtMs).map((span, index) => ({ span, kind: run.sections[index]?.kind }));
  const kindAt = (ms: number) => spans.find(({ span }) => span !== null && ms >= span.startMs && ms < span.endMs)?.kind;
  const cutsMs = spans.flatMap(({ span }) => (span === null ? [] : [span.endMs]));
  const pieces = heard.speech.flatMap(([fromMs, toMs]) => {
    const points = [fromMs, ...cutsMs.filter((ms) => ms > fromMs && ms < toMs), toMs];
    return points.slice(1).map((endMs, index) => ({ startMs: points[index] ?? fromMs, endMs }));
  });
  const pauses = pausesIn(heard);
  return (
    <div className="speech-strip">
      <ChartImage label={`${counted(pauses.length, 'pause')} of half a second or more`} height={height}>
        {pieces.map(({ startMs, endMs }) => (
          <rect
            key={startMs}
            className="speech"
            data-kind={kindAt(startMs) ?? 'other'}
            x={percent(share(startMs))}
            width={length(startMs, endMs)}
            height={height}
          />
        ))}
        {pauses.map((pause) => {
          const size = pauseLengthOf(pause) ?? 0;
          return (
            <rect
              key={pause.startMs}
              className="pause"
              data-length={size}
              x={percent(share(pause.startMs))}
              y={(height - pauseHeights[size]) / 2}
              width={length(pause.startMs, pause.endMs)}
              height={pauseHeights[size]}
            />
          );
        })}
      </ChartImage>
    </div>
  );
}
