import type { KeyboardEvent, PointerEvent } from 'react';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import { clamp } from '../../core/values.ts';
import { sectionAt, type RecordedSection } from '../../core/voice/recordings.ts';
import { ChartImage, percent } from '../ui/charts/Chart.tsx';
import { sectionLook } from '../ui/format/section.ts';

interface WaveformProps {
  /** 0 to 100, of equal parts; empty if nobody knows them. */
  peaks: readonly number[];
  sections: readonly RecordedSection[];
  positionMs: number;
  durationMs: number;
  moveTo: (positionMs: number) => void;
}

/** In pixels. */
const height = 56;
const stepMs = 5000;

/** A recording’s loudness over time in the colours of its sections, and where it plays: keys and the mouse move that. */
export function Waveform({ peaks, sections, positionMs, durationMs, moveTo }: WaveformProps) {
  const shareOf = (ms: number): number => clamp(ms / Math.max(1, durationMs), 0, 1);
  const press = (event: KeyboardEvent): void => {
    const toMs = positionAfterKey(event.key, { positionMs, durationMs, sections });
    if (toMs === null) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(toMs);
  };
  const point = ({ buttons, clientX, currentTarget }: PointerEvent<HTMLDivElement>): void => {
    if ((buttons & 1) === 0) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    moveTo(Math.round(clamp((clientX - left) / Math.max(1, width), 0, 1) * durationMs));
  };
  return (
    <div className="scrub waveform">
      <ChartImage label={`Loudness over ${roundDuration(durationMs)}`} height={height}>
        {[null, ...sections].map((section) => (
          <svg
            key={section?.at ?? 'other'}
            width="100%"
            height={height}
            viewBox={`0 0 ${Math.max(1, peaks.length)} 100`}
            preserveAspectRatio="none"
            data-kind={section?.kind}
          >
            <path className="wave" d={wavePath(peaks, section, sections, durationMs)} />
          </svg>
        ))}
        {sections.map(({ at, fromMs }) => (
          <line
            key={at}
            className="wave-mark"
            x1={percent(shareOf(fromMs))}
            x2={percent(shareOf(fromMs))}
            y1="0"
            y2={height}
          />
        ))}
        <line
          className="wave-now"
          x1={percent(shareOf(positionMs))}
          x2={percent(shareOf(positionMs))}
          y1="0"
          y2={height}
        />
      </ChartImage>
      <div
        className="scrub-hold"
        // An <input> would keep all keys to itself, including those that open other views.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label="Position"
        aria-valuemin={0}
        aria-valuemax={Math.round(durationMs / 1000)}
        aria-valuenow={Math.round(positionMs / 1000)}
        aria-valuetext={positionWords(positionMs, durationMs, sectionAt(sections, positionMs))}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={point}
      />
    </div>
  );
}

function positionWords(positionMs: number, durationMs: number, section: RecordedSection | undefined): string {
  const place = `${roundDuration(positionMs)} of ${roundDuration(durationMs)}`;
  return section === undefined ? place : `${place}, ${sectionLook(section.kind, section.label).name}`;
}

/** The peaks of one section as strokes; for null, those of none, such as the think time. */
function wavePath(
  peaks: readonly number[],
  section: RecordedSection | null,
  sections: readonly RecordedSection[],
  durationMs: number,
): string {
  return peaks
    .map((peak, index) => {
      const atMs = ((index + 0.5) / peaks.length) * durationMs;
      // Silence is a dot, so that the time without a sound can be seen, too.
      const half = Math.max(1.5, peak / 2);
      return sectionAt(sections, atMs)?.at === section?.at ? `M${index + 0.5} ${50 - half}V${50 + half}` : '';
    })
    .join('');
}

interface Place {
  positionMs: number;
  durationMs: number;
  sections: readonly Pick<RecordedSection, 'fromMs'>[];
}

/** A little after a section’s start, the key for the one before goes back to that start, as in players of music. */
const backWithinMs = 2000;

/** Where a key leads: arrows by seconds, Page Up and Page Down by sections; null if it isn’t one of these. */
export function positionAfterKey(key: string, { positionMs, durationMs, sections }: Place): number | null {
  const starts = sections.map(({ fromMs }) => fromMs);
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: positionMs - stepMs,
    ArrowDown: positionMs - stepMs,
    ArrowRight: positionMs + stepMs,
    ArrowUp: positionMs + stepMs,
    PageUp: starts.find((startMs) => startMs > positionMs) ?? durationMs,
    PageDown: starts.findLast((startMs) => startMs < positionMs - backWithinMs) ?? 0,
    Home: 0,
    End: durationMs,
  };
  const toMs = steps[key];
  return toMs === undefined ? null : clamp(toMs, 0, durationMs);
}
