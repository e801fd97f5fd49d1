import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanRow } from '../../../src/core/prompter/plan.ts';
import {
  placeAt,
  rulerOf,
  stepAfter,
  stopAt,
  stopsOf,
  timeAt,
  trackKeyframes,
  trackOf,
  fadeOf,
  zoneOf,
  type RowBox,
} from '../../../src/renderer/prompter/track.ts';
import { cases } from '../../sizes.ts';
import { plan } from '../sessions.ts';

/** Four rows of one, two, one and one line. */
const boxes: RowBox[] = [
  { topPx: 2, heightPx: 30, linePx: 30 },
  { topPx: 37, heightPx: 60, linePx: 30 },
  { topPx: 102, heightPx: 30, linePx: 30 },
  { topPx: 137, heightPx: 30, linePx: 30 },
];
const glideMs = 280;
const zoneIn = (heightPx: number, readingLine: number, rows: readonly RowBox[], coveredPx = 0) =>
  zoneOf({ heightPx, coveredPx }, rows, fadeOf(heightPx, rows), readingLine);
const zone = zoneIn(210, 1 / 3, boxes);
const stops = stopsOf(plan.rows, boxes, zone);
const way = (jumpTo: number) => trackOf(stops, { targetMs: plan.targetMs, glideMs, jumpTo });

describe('the stops', () => {
  test('have each row’s first line on the reading line', () => {
    expect(zone).toEqual({ topPx: 18.9, bottomPx: 172.2, edgePx: 172.2, readingPx: 70 });
    expect(stops).toEqual([
      { atMs: 0, px: 55 - 2 },
      { atMs: 10_000, px: 55 - 37 },
      { atMs: 30_000, px: 55 - 102 },
      { atMs: 40_000, px: 55 - 137 },
    ]);
  });

  test('make room for the next row’s first line in a low window, and there the edges don’t fade', () => {
    const low = zoneIn(70, 1 / 3, boxes.slice(2));
    expect(low.bottomPx - low.topPx).toBeGreaterThanOrEqual(65);
    const [first] = stopsOf(plan.rows.slice(2), boxes.slice(2), low);
    expect((first?.px ?? 0) + 137 + 30).toBeLessThanOrEqual(low.bottomPx);
  });

  test('follow the lines of a row that is too tall, at its pace', () => {
    const tall: RowBox[] = [{ topPx: 0, heightPx: 120, linePx: 30 }];
    const rows = [{ id: 'one', startMs: 0, endMs: 8000 }];
    expect(stopsOf(rows, tall, { topPx: 0, bottomPx: 30, edgePx: 30, readingPx: 15 })).toEqual([
      { atMs: 0, px: 0 },
      { atMs: 2000, px: -30 },
      { atMs: 4000, px: -60 },
      { atMs: 6000, px: -90 },
    ]);
    // With room for three, the first two are read without a move.
    const places = stopsOf(rows, tall, { topPx: 0, bottomPx: 90, edgePx: 90, readingPx: 45 }).map(({ px }) => px);
    expect(places).toEqual([0, 0, -30, -30]);
  });

  test('are higher only for a row that a message would cover', () => {
    const covered = stopsOf(plan.rows, boxes, zoneIn(210, 1 / 3, boxes, 110));
    expect(covered.map(({ px }, index) => px - (stops[index]?.px ?? 0))).toEqual([0, -15, 0, 0]);
  });

  test('leave out rows that were not measured', () => {
    expect(stopsOf(plan.rows, boxes.slice(0, 2), zone)).toHaveLength(2);
    expect(stopsOf(plan.rows, [], zoneIn(210, 1 / 3, []))).toEqual([]);
  });

  test('are found by time', () => {
    expect([0, 9999, 10_000, 59_000].map((atMs) => stopAt(stops, atMs))).toEqual([0, 0, 1, 3]);
    expect([stopAt(stops, -5), stopAt([], 100)]).toEqual([0, -1]);
  });
});

describe('the keyframes', () => {
  test('rest while a row is current, and glide when the next one begins', () => {
    const frames = trackKeyframes(way(0), plan.targetMs);
    expect(frames.slice(0, 2)).toEqual([
      { offset: 0, transform: 'translateY(53px)' },
      { offset: 1 / 6, transform: 'translateY(53px)' },
    ]);
    expect(frames[7]).toEqual({ offset: 10_280 / 60_000, transform: 'translateY(18px)' });
    expect(frames.at(-1)).toEqual({ offset: 1, transform: 'translateY(-82px)' });
    // One for the first row, and seven for each glide.
    expect(frames).toHaveLength(1 + 3 * 7 + 1);
  });

  test('don’t glide to where a jump has led already', () => {
    const track = way(2);
    expect([29_999, 29_999.9, 30_000, 30_100].map((atMs) => placeAt(track, atMs))).toEqual([18, -47, -47, -47]);
  });

  test('are valid for an outline without rows, and for a target of nothing', () => {
    expect(trackKeyframes([], 60_000)).toEqual([{ offset: 1, transform: 'translateY(0px)' }]);
    const offsets = trackKeyframes(way(0), 0).map(({ offset }) => offset);
    expect(new Set(offsets)).toEqual(new Set([0, 1]));
  });
});

describe('the wheel', () => {
  const ruler = rulerOf(plan.rows, boxes);

  test('moves the cursor along the rows; the time of a place is the inverse', () => {
    expect(placeAt(ruler, 20_000)).toBe(69.5);
    expect(timeAt(ruler, 69.5)).toBe(20_000);
    for (const atMs of [0, 4000, 10_000, 31_000, 40_000]) expect(timeAt(ruler, placeAt(ruler, atMs))).toBeCloseTo(atMs);
  });

  test('ends at both ends', () => {
    expect(placeAt(ruler, 59_000)).toBe(137);
    expect(timeAt(ruler, -400)).toBe(0);
    expect(timeAt(ruler, 4000)).toBe(40_000);
    expect(placeAt([], 1000)).toBe(0);
  });

  test('where rows don’t glide, moves by a row once it is pushed half the way', () => {
    expect(stepAfter(ruler, 10_000, 32)).toBeNull();
    expect(stepAfter(ruler, 10_000, 33)).toBe(30_000);
    expect(stepAfter(ruler, 10_000, -18)).toBe(0);
  });

  test('moves by one row only, however far it was turned', () => {
    expect(stepAfter(ruler, 0, 4000)).toBe(10_000);
  });

  test('stays at both ends', () => {
    expect(stepAfter(ruler, 0, -100)).toBeNull();
    expect(stepAfter(ruler, 40_000, 100)).toBeNull();
    expect(stepAfter([], 0, 100)).toBeNull();
  });
});

describe('the line being said', () => {
  /** An outline in a window: the text's size, the rows' lines and lengths in seconds, the view's height. */
  const outlines = fc.record({
    textPx: fc.integer({ min: 14, max: 64 }),
    heightPx: fc.integer({ min: 40, max: 900 }),
    coveredPx: fc.integer({ min: 0, max: 90 }),
    readingLine: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
    speed: fc.constantFrom(0.5, 1, 2),
    rows: fc.array(
      fc.record({
        lines: fc.integer({ min: 1, max: 14 }),
        isDeep: fc.boolean(),
        lengthMs: fc.integer({ min: 1, max: 60_000 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  });

  test('is never cut: in every window, for every outline, at every instant', () => {
    fc.assert(
      fc.property(outlines, ({ textPx, heightPx, coveredPx, readingLine, speed, rows }) => {
        // As the stylesheet does, text is never larger than a line of it that fits into the view, above a message.
        const freePx = Math.max(20, heightPx - coveredPx);
        const fullLinePx = Math.min(textPx * 1.35, freePx / (coveredPx > 0 ? 1.1 : 1));
        const planned: PlanRow[] = [];
        const laidOut: RowBox[] = [];
        let [startMs, topPx] = [0, 3];
        for (const [index, { lines, isDeep, lengthMs }] of rows.entries()) {
          const linePx = fullLinePx * (isDeep ? 19 / 22 : 1);
          planned.push({ id: String(index), startMs, endMs: startMs + lengthMs });
          laidOut.push({ topPx, heightPx: lines * linePx, linePx });
          startMs += lengthMs;
          topPx += lines * linePx + 0.22 * textPx;
        }
        const { topPx: zoneTopPx, bottomPx, ...rest } = zoneIn(heightPx, readingLine, laidOut, heightPx - freePx);
        expect(zoneTopPx).toBeGreaterThanOrEqual(0);
        expect(bottomPx).toBeLessThanOrEqual(heightPx);
        const track = trackOf(stopsOf(planned, laidOut, { topPx: zoneTopPx, bottomPx, ...rest }), {
          targetMs: startMs,
          glideMs: glideMs * speed,
          jumpTo: -1,
        });
        const isSeen = (fromPx: number, toPx: number): boolean => fromPx >= zoneTopPx - 0.6 && toPx <= bottomPx + 0.6;
        for (const [index, { startMs: fromMs, endMs }] of planned.entries()) {
          const box = laidOut[index];
          if (box === undefined) throw new Error('A row has no box.');
          const lines = Math.round(box.heightPx / box.linePx);
          const fits = box.heightPx <= bottomPx - zoneTopPx + 0.5;
          const lineMs = (endMs - fromMs) / lines;
          const settledMs =
            index === 0 ? fromMs : fromMs + Math.min(glideMs * speed, (fits ? endMs - fromMs : lineMs) / 2);
          const firstPx = placeAt(track, settledMs) + box.topPx;
          if (fits) {
            // From when it has arrived until it ends, all of it is there, and it doesn't move.
            for (const share of [0, 0.2, 0.5, 0.9, 0.999]) {
              const atMs = settledMs + share * (endMs - settledMs);
              const rowPx = placeAt(track, Math.min(atMs, endMs - 1e-6)) + box.topPx;
              expect(isSeen(rowPx, rowPx + box.heightPx)).toBe(true);
              expect(Math.abs(rowPx - firstPx)).toBeLessThan(0.01);
            }
          } else {
            expect(isSeen(firstPx, firstPx + box.linePx)).toBe(true);
            for (let line = 0; line < lines; line += 1) {
              const beginsMs = Math.max(fromMs + line * lineMs + Math.min(glideMs * speed, lineMs / 2), settledMs);
              for (const share of [0, 0.5, 0.999]) {
                const atMs = beginsMs + share * (fromMs + (line + 1) * lineMs - beginsMs);
                const linePx = placeAt(track, atMs) + box.topPx + line * box.linePx;
                expect(isSeen(linePx, linePx + box.linePx)).toBe(true);
              }
            }
          }
          // On its way to the line it only rises.
          const arriving = [0, 0.25, 0.5, 0.75, 1].map((share) =>
            placeAt(track, fromMs + share * (settledMs - fromMs)),
          );
          expect(arriving).toEqual(arriving.toSorted((one, other) => other - one));
        }
      }),
      cases(150),
    );
  });
});
