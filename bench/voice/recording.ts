import type { Segment } from '../../src/core/voice/evidence.ts';
import type { Hypothesis } from '../../src/core/voice/following.ts';
import { positionOf } from '../../src/core/voice/grammar.ts';
import type { Script } from '../../src/core/voice/script.ts';
import type { Line } from './tellings.ts';

/** What the recogniser made of a telling, as small as tests can keep it. */
export interface Recording {
  script: { rows: string[]; worths: number[]; positions: [word: string, shown: string, row: number, worth: number][] };
  /** What was told when: the row, null for a digression, and its times in milliseconds. */
  lines: [row: number | null, startMs: number, endMs: number][];
  /**
   * How each hypothesis differs from the one before: when, since when, whether it was final, how many segments stay,
   * and those that follow: a position with its frames, or null for other words.
   */
  steps: [nowMs: number, startMs: number, isFinal: 0 | 1, kept: number, added: PackedSegment[]][];
}

type PackedSegment = [position: number, start: number, end: number] | null;

export function pack(
  hypotheses: readonly Hypothesis[],
  { rows, worths, positions }: Script,
  lines: readonly Line[],
  times: readonly { startMs: number; endMs: number }[],
): Recording {
  let before: PackedSegment[] = [];
  return {
    script: {
      rows,
      worths: worths.map(rounded),
      positions: positions.map(({ word, shown, row, worth }) => [word, shown, row, rounded(worth)]),
    },
    lines: lines.map(({ row }, index) => {
      const { startMs, endMs } = times[index] ?? { startMs: 0, endMs: 0 };
      return [row, Math.round(startMs), Math.round(endMs)];
    }),
    steps: hypotheses.map(({ nowMs, startMs, isFinal, segments }) => {
      const packed = packSegments(segments);
      const changed = packed.findIndex((segment, index) => JSON.stringify(segment) !== JSON.stringify(before[index]));
      const kept = changed === -1 ? packed.length : changed;
      before = packed;
      return [Math.round(nowMs), Math.round(startMs), isFinal ? 1 : 0, kept, packed.slice(kept)];
    }),
  };
}

/** Without silence, and other words in a row as one. */
function packSegments(segments: readonly Segment[]): PackedSegment[] {
  const packed: PackedSegment[] = [];
  for (const { word, start, end } of segments) {
    if (/^[<[]/.test(word)) continue;
    const position = positionOf(word);
    if (position !== null) packed.push([position, start, end]);
    else if (packed.at(-1) !== null) packed.push(null);
  }
  return packed;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

/** As the recogniser gave them. */
export function unpack({ script, steps }: Recording): { script: Script; hypotheses: Hypothesis[] } {
  let segments: Segment[] = [];
  const hypotheses = steps.map(([nowMs, startMs, isFinal, kept, added]) => {
    const more = added.map((each) => {
      if (each === null) return { word: 'other', start: 0, end: 0 };
      const [position, start, end] = each;
      return { word: `${script.positions[position]?.[0] ?? ''}@${position}`, start, end };
    });
    segments = [...segments.slice(0, kept), ...more];
    return { nowMs, startMs, isFinal: isFinal === 1, segments };
  });
  const positions = script.positions.map(([word, shown, row, worth]) => ({ word, shown, row, worth }));
  return {
    script: { rows: script.rows, worths: script.worths, positions, background: new Map(), pronunciations: new Map() },
    hypotheses,
  };
}
