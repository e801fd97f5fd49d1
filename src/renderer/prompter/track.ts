import type { PlanRow } from '../../core/prompter/plan.ts';
import { clamp } from '../../core/values.ts';

/** A row's text as it is laid out, in pixels; `topPx` from the top of the outline. */
export interface RowBox {
  topPx: number;
  heightPx: number;
  /** The height of one of its lines. */
  linePx: number;
}

/** The part of the view where the outline can be read, and the middle of the reading line; in pixels from its top. */
export interface Zone {
  topPx: number;
  bottomPx: number;
  /** Where it would end without a message. */
  edgePx: number;
  readingPx: number;
}

/** From when the outline rests at a place, until the next stop, and how far it is moved down for that, in pixels. */
export interface Stop {
  atMs: number;
  px: number;
}

/** A view: its height, and how much of that a message covers at its bottom, in pixels. */
export interface ViewBox {
  heightPx: number;
  coveredPx: number;
}

/** How far the outline fades at the view's edges, in pixels. */
export interface Fade {
  topPx: number;
  bottomPx: number;
}

/**
 * The fading edges of a view. The outline fades in and out at the view's edges, by less where a row would need the room: the
 * tallest that fits, if possible with the first line of the row after it.
 */
export function fadeOf(heightPx: number, boxes: readonly RowBox[]): Fade {
  const needs = boxes.map((box, index) => {
    const whole = [withNext(box, boxes[index + 1]), box.heightPx].find((px) => px <= heightPx);
    return whole ?? Math.min(box.linePx, heightPx);
  });
  const sparePx = heightPx - Math.max(0, ...needs);
  return {
    topPx: Math.min(24, heightPx * 0.09, sparePx * 0.35),
    bottomPx: Math.min(40, heightPx * 0.18, sparePx * 0.65),
  };
}

/**
 * The zone between the fading edges, and above a message. The message changes neither the edges nor the reading line, so
 * that it moves only a row that it would cover. Where it leaves less than a line, the line is seen through the upper edge.
 */
export function zoneOf(
  { heightPx, coveredPx }: ViewBox,
  boxes: readonly RowBox[],
  { topPx, bottomPx: fadePx }: Fade,
  readingLine: number,
): Zone {
  const bottomPx = heightPx - Math.max(fadePx, coveredPx);
  const linePx = Math.max(0, ...boxes.map((box) => box.linePx));
  return {
    topPx: clamp(bottomPx - linePx, 0, topPx),
    bottomPx,
    edgePx: heightPx - fadePx,
    readingPx: heightPx * readingLine,
  };
}

/**
 * Where the outline rests while each row is current. A row that fits into the zone has one stop: its first line is on
 * the reading line, or as much higher as its last line needs. One that doesn't fit has a stop for each of its lines. Rows
 * that aren't on screen yet have no box, and no stop.
 */
export function stopsOf(rows: readonly PlanRow[], boxes: readonly RowBox[], zone: Zone): Stop[] {
  return rows.flatMap((row, index) => {
    const box = boxes[index];
    return box === undefined ? [] : stopsOfRow(row, box, boxes[index + 1], zone);
  });
}

function stopsOfRow({ startMs, endMs }: PlanRow, box: RowBox, next: RowBox | undefined, zone: Zone): Stop[] {
  const { topPx, bottomPx, edgePx } = zone;
  const readPx = Math.max(topPx, Math.min(zone.readingPx - box.linePx / 2, bottomPx - box.linePx));
  if (box.heightPx <= bottomPx - topPx + smallestPx) {
    const both = withNext(box, next);
    const lowestPx =
      both <= edgePx - topPx ? Math.min(edgePx - both, bottomPx - box.heightPx) : bottomPx - box.heightPx;
    return [{ atMs: startMs, px: Math.max(topPx, Math.min(readPx, lowestPx)) - box.topPx }];
  }
  const lines = Math.round(box.heightPx / box.linePx);
  return Array.from({ length: lines }, (_, line) => ({
    atMs: startMs + (line * (endMs - startMs)) / lines,
    px: clamp(readPx - line * box.linePx, bottomPx - box.heightPx, topPx) - box.topPx,
  }));
}

/** Boxes are measured in fractions of a pixel; nobody sees less than this cut off. */
const smallestPx = 0.5;

/** The height of a row together with the first line of the next one. */
function withNext(box: RowBox, next: RowBox | undefined): number {
  return next === undefined ? box.heightPx : next.topPx + next.linePx - box.topPx;
}

/** Index of the stop at a place on the plan, which is the last one that has begun; -1 without stops. */
export function stopAt(stops: readonly Stop[], atMs: number): number {
  const at = stops.findLastIndex((stop) => stop.atMs <= atMs);
  return at === -1 ? Math.min(0, stops.length - 1) : at;
}

/** A place on a way whose parts are straight. */
export interface TrackPoint {
  atMs: number;
  px: number;
}

/** Slow, fast, slow: shares of a glide's time with shares of its way. */
const eased = [0, 1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6, 1].map((time) => ({ time, way: time * time * (3 - 2 * time) }));

/**
 * The outline's way from stop to stop: it rests, and begins to glide when the next stop does, for `glideMs` or half of
 * that stop's time; the last one's ends with the plan. It is at stop `jumpTo` at once.
 */
export function trackOf(
  stops: readonly Stop[],
  { targetMs, glideMs, jumpTo }: { targetMs: number; glideMs: number; jumpTo: number },
): TrackPoint[] {
  return stops.flatMap((stop, index): TrackPoint[] => {
    const before = stops[index - 1];
    if (before === undefined || before.px === stop.px) return [stop];
    if (index === jumpTo) {
      // A little earlier: at that very time, the browser’s rounding could show the place before.
      const atMs = Math.max(before.atMs, stop.atMs - 0.5);
      return [
        { atMs, px: before.px },
        { atMs, px: stop.px },
      ];
    }
    const lengthMs = Math.min(glideMs, Math.max(0, (stops[index + 1]?.atMs ?? targetMs) - stop.atMs) / 2);
    const wayPx = stop.px - before.px;
    return eased.map(({ time, way }) => ({ atMs: stop.atMs + time * lengthMs, px: before.px + way * wayPx }));
  });
}

/** The track as keyframes of one animation over the plan. */
export function trackKeyframes(track: readonly TrackPoint[], targetMs: number): Keyframe[] {
  const frames = track.map(({ atMs, px }, index) => ({
    offset: index === 0 ? 0 : share(atMs, targetMs),
    transform: shifted(px),
  }));
  return [...frames, { offset: 1, transform: shifted(track.at(-1)?.px ?? 0) }];
}

/** A move down by that many pixels. */
export function shifted(px: number): string {
  return `translateY(${Math.round(px * 1000) / 1000}px)`;
}

/** Where a track is at a time, in pixels. */
export function placeAt(track: readonly TrackPoint[], atMs: number): number {
  return between(track, atMs, 'atMs', 'px');
}

/**
 * The rows as a ruler: each one's planned start, and how far down the outline it is. Turning the wheel moves the cursor
 * along it.
 */
export function rulerOf(rows: readonly PlanRow[], boxes: readonly RowBox[]): TrackPoint[] {
  return rows.flatMap((row, index) => {
    const box = boxes[index];
    return box === undefined ? [] : [{ atMs: row.startMs, px: box.topPx }];
  });
}

/** The time of a place on the ruler: the inverse of `placeAt`. */
export function timeAt(ruler: readonly TrackPoint[], px: number): number {
  return between(ruler, px, 'px', 'atMs');
}

/**
 * The start of the neighbouring row, once the outline was pushed half the way to it; else null. Never more than one row,
 * so that a notch of the wheel is a row.
 */
export function stepAfter(ruler: readonly TrackPoint[], atMs: number, px: number): number | null {
  const present = ruler.findLastIndex((point) => point.atMs <= atMs);
  const here = ruler[present];
  const neighbour = ruler[present + Math.sign(px)];
  if (here === undefined || neighbour === undefined) return null;
  return Math.abs(px) >= Math.abs(neighbour.px - here.px) / 2 ? neighbour.atMs : null;
}

type Axis = keyof TrackPoint;

/** Of points at the same place, the last one counts. */
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
