import type { PlanRow } from '../../core/prompter/plan.ts';

/** A row's planned start, and how far down the outline its first line is, in pixels. */
export interface TrackPoint {
  atMs: number;
  y: number;
}

/** The rows with their measured positions, without rows that aren't on screen yet. */
export function trackOf(rows: readonly PlanRow[], ys: readonly number[]): TrackPoint[] {
  return rows.flatMap((row, index) => {
    const y = ys[index];
    return y === undefined ? [] : [{ atMs: row.startMs, y }];
  });
}

/**
 * The outline's way past the reading line: a keyframe per row, with that row on the line, and one to stay on the last
 * row. The line is at `y` 0 of the element that moves.
 */
export function trackKeyframes(track: readonly TrackPoint[], targetMs: number): Keyframe[] {
  const frames = track.map(({ atMs, y }, index) => ({
    offset: index === 0 ? 0 : share(atMs, targetMs),
    transform: shifted(-y),
  }));
  return [...frames, { offset: 1, transform: shifted(-(track.at(-1)?.y ?? 0)) }];
}

/** A move down by that many pixels. */
export function shifted(px: number): string {
  return `translateY(${Math.round(px * 1000) / 1000}px)`;
}

/** How far down the outline the cursor is, in pixels, also between two rows. */
export function placeAt(track: readonly TrackPoint[], atMs: number): number {
  return between(track, atMs, 'atMs', 'y');
}

/** The cursor that brings a place in the outline onto the reading line: the inverse of `placeAt`. */
export function timeAt(track: readonly TrackPoint[], y: number): number {
  return between(track, y, 'y', 'atMs');
}

/**
 * The start of the neighbouring row, once the outline was pushed half the way to it; else null. Never more than one row,
 * so that a notch of the wheel is a row.
 */
export function stepAfter(track: readonly TrackPoint[], atMs: number, px: number): number | null {
  const present = track.findLastIndex((point) => point.atMs <= atMs);
  const here = track[present];
  const neighbour = track[present + Math.sign(px)];
  if (here === undefined || neighbour === undefined) return null;
  return Math.abs(px) >= Math.abs(neighbour.y - here.y) / 2 ? neighbour.atMs : null;
}

type Axis = keyof TrackPoint;

function between(track: readonly TrackPoint[], value: number, from: Axis, to: Axis): number {
  const next = track.findIndex((point) => point[from] > value);
  const after = track[next];
  const before = track[next === -1 ? track.length - 1 : next - 1];
  if (before === undefined) return after?.[to] ?? 0;
  if (after === undefined) return before[to];
  const way = (value - before[from]) / (after[from] - before[from]);
  return before[to] + way * (after[to] - before[to]);
}

function share(atMs: number, targetMs: number): number {
  return targetMs > 0 ? Math.min(1, atMs / targetMs) : 1;
}
