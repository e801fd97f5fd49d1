import { positionOf } from './grammar.ts';
import type { Script } from './script.ts';
import { frameMs } from './sound.ts';

/** A word of the recogniser’s best path, with where it begins and ends in frames of 10 ms. */
export interface Segment {
  word: string;
  start: number;
  end: number;
}

/** A word of the answer that was recognised. */
export interface WordHit {
  position: number;
  /** When it ended. */
  atMs: number;
  /** How many words of the answer were recognised one after the other, as they follow each other there. */
  run: number;
}

/** What the words heard lately say about where the speaker is. */
export interface Evidence {
  /** By row: what its words say, and how many they are. Rows without any are missing. */
  rows: ReadonlyMap<number, RowEvidence>;
  /** The row where the latest words followed each other as in the answer, if just now; else null. */
  run: number | null;
}

export interface RowEvidence {
  worth: number;
  /** The positions heard, with what each says. */
  positions: ReadonlyMap<number, number>;
  /** When the last of them was heard. */
  lastMs: number;
}

/** How long a word says where the speaker is. */
export const windowMs = 7000;
/** How long after its last word a run says where the speaker is. */
const runMs = 1000;
/** A word alone may be a mishearing; words in a run are less likely to be. */
const worthOfRun = [0, 0.8, 1.1, 1.6] as const;
/** In words. */
const longRun = 3;

/**
 * The words of the answer in the recogniser’s best path, which began at `startMs`. Silence and noises don’t break a
 * run, other words do.
 */
export function hitsIn(segments: readonly Segment[], startMs: number): WordHit[] {
  const hits: WordHit[] = [];
  let run: WordHit[] = [];
  for (const { word, end } of segments) {
    if (/^[<[]/.test(word)) continue;
    const position = positionOf(word);
    if (position === null) {
      run = [];
      continue;
    }
    if (run.at(-1)?.position !== position - 1) run = [];
    const hit = { position, atMs: startMs + (end + 1) * frameMs, run: 0 };
    run.push(hit);
    hits.push(hit);
    for (const each of run) each.run = run.length;
  }
  return hits;
}

/** What the hits of the last seconds before `nowMs` say. */
export function evidenceOf(hits: readonly WordHit[], script: Script, nowMs: number): Evidence {
  const rows = new Map<number, { worth: number; positions: Map<number, number>; lastMs: number }>();
  for (const { position, atMs, run } of hits) {
    const { row, worth } = script.positions[position] ?? { row: 0, worth: 0 };
    if (worth === 0 || atMs <= nowMs - windowMs) continue;
    const own = rows.get(row) ?? { worth: 0, positions: new Map<number, number>(), lastMs: 0 };
    const says = worth * (worthOfRun[Math.min(run, longRun)] ?? 0);
    own.positions.set(position, Math.max(says, own.positions.get(position) ?? 0));
    own.worth = [...own.positions.values()].reduce((sum, each) => sum + each, 0);
    own.lastMs = Math.max(own.lastMs, atMs);
    rows.set(row, own);
  }
  return { rows, run: rowOfRun(hits, script, nowMs) };
}

function rowOfRun(hits: readonly WordHit[], { positions }: Script, nowMs: number): number | null {
  const last = hits.at(-1);
  if (last === undefined || last.run < longRun || last.atMs < nowMs - runMs) return null;
  const { row } = positions[last.position] ?? { row: 0 };
  const run = hits.slice(-last.run);
  return run.some(({ position }) => positions[position]?.row === row && positions[position].worth > 0) ? row : null;
}
