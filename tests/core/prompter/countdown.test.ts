import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockFigure,
  formatDuration,
  formatTimeLeft,
  nextFigureInMs,
  phaseOf,
} from '../../../src/core/prompter/countdown.ts';
import { newSession, reduceSession, timeLeftMs, type Session } from '../../../src/core/prompter/session.ts';
import { cases } from '../../sizes.ts';

const play = { type: 'play' } as const;

function running(targetMs: number, sinceMs = 0): Session {
  return reduceSession(newSession(targetMs, 'auto', 1), play, sinceMs);
}

/** `1:42` as 102 seconds left, `+0:07` as 7 over. */
function secondsOf(figure: string): number {
  const seconds = figure
    .replace('+', '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return figure.startsWith('+') ? -seconds : seconds;
}

/** The delay until the next figure, which must exist. */
function delay(session: Session, nowMs: number, countUp: boolean): number {
  const delayMs = nextFigureInMs(session, nowMs, countUp);
  if (delayMs === null) throw new Error('a running countdown has no next figure');
  return delayMs;
}

describe('formatTimeLeft', () => {
  test.each([
    [120_000, '2:00'],
    [119_999, '2:00'],
    [119_000, '1:59'],
    [102_000, '1:42'],
    [60_001, '1:01'],
    [60_000, '1:00'],
    [1000, '0:01'],
    [0.3, '0:01'],
    [0, '0:00'],
    [-0, '0:00'],
    [-0.5, '0:00'],
    [-999.9, '0:00'],
    [-1000, '+0:01'],
    [-1000.5, '+0:01'],
    [-7000, '+0:07'],
    [-60_000, '+1:00'],
    [-754_000, '+12:34'],
    [3_600_000, '1:00:00'],
    [3_599_000, '59:59'],
    [36_061_000, '10:01:01'],
    [-3_661_000, '+1:01:01'],
  ])('%d ms left is %s', (leftMs, figure) => {
    expect(formatTimeLeft(leftMs)).toBe(figure);
  });

  test('a rounding error in a sum doesn’t delay a figure', () => {
    expect(formatTimeLeft(1.5e-11)).toBe('0:00');
    expect(formatTimeLeft(-1000 + 1e-10)).toBe('+0:01');
    expect(formatTimeLeft(5000 + 1e-9)).toBe('0:05');
  });
});

test.each([
  [0, '0:00'],
  [-5, '0:00'],
  [999.9, '0:00'],
  [1000, '0:01'],
  [59_999.999_999_99, '1:00'],
  [125_400, '2:05'],
  [3_600_000, '1:00:00'],
])('formatDuration: %d ms is %s', (ms, figure) => {
  expect(formatDuration(ms)).toBe(figure);
});

describe('phaseOf', () => {
  const thresholds = { soonMs: 30_000, lastMs: 10_000 };
  test.each([
    [120_000, 'calm'],
    [30_001, 'calm'],
    [30_000, 'soon'],
    [10_001, 'soon'],
    [10_000, 'last'],
    [0.3, 'last'],
    [0, 'over'],
    [-0, 'over'],
    [-1, 'over'],
    [-9e9, 'over'],
  ])('%d ms left is %s', (leftMs, phase) => {
    expect(phaseOf(leftMs, thresholds)).toBe(phase);
  });

  test('changes at the same moment as the figure, despite rounding errors', () => {
    for (const error of [-1e-10, 0, 1e-10]) {
      expect([formatTimeLeft(30_000 + error), phaseOf(30_000 + error, thresholds)]).toEqual(['0:30', 'soon']);
      expect([formatTimeLeft(10_000 + error), phaseOf(10_000 + error, thresholds)]).toEqual(['0:10', 'last']);
      expect([formatTimeLeft(error), phaseOf(error, thresholds)]).toEqual(['0:00', 'over']);
    }
  });

  test('thresholds of zero or in the wrong order still end in over', () => {
    expect(phaseOf(1, { soonMs: 0, lastMs: 0 })).toBe('calm');
    expect(phaseOf(0, { soonMs: 0, lastMs: 0 })).toBe('over');
    expect(phaseOf(15_000, { soonMs: 10_000, lastMs: 30_000 })).toBe('last');
  });
});

describe('clockFigure', () => {
  test('counts down through zero into overtime, or up', () => {
    const session = running(3000, 500);
    const moments = [500, 501, 1500, 2500, 3499, 3500, 4499, 4500, 10_500];
    expect(moments.map((nowMs) => clockFigure(session, nowMs, false))).toEqual([
      '0:03',
      '0:03',
      '0:02',
      '0:01',
      '0:01',
      '0:00',
      '0:00',
      '+0:01',
      '+0:07',
    ]);
    expect(moments.map((nowMs) => clockFigure(session, nowMs, true))).toEqual([
      '0:00',
      '0:00',
      '0:01',
      '0:02',
      '0:02',
      '0:03',
      '0:03',
      '0:04',
      '0:10',
    ]);
  });

  test('added time changes the time left, not the running time', () => {
    const session = reduceSession(running(60_000), { type: 'addTime', deltaMs: 15_000 }, 5000);
    expect(clockFigure(session, 5000, false)).toBe('1:10');
    expect(clockFigure(session, 5000, true)).toBe('0:05');
  });
});

describe('nextFigureInMs', () => {
  test('is null while the figure doesn’t change', () => {
    const idle = newSession(60_000, 'auto', 1);
    const paused = reduceSession(running(60_000), { type: 'pause' }, 1234.5);
    for (const countUp of [true, false]) {
      expect(nextFigureInMs(idle, 99, countUp)).toBeNull();
      expect(nextFigureInMs(paused, 99_999, countUp)).toBeNull();
    }
  });

  test.each([
    [0, 1000],
    [1, 999],
    [999, 1],
    [1000, 1000],
    [59_999, 1],
    [60_000, 1000],
    [61_234, 766],
  ])('%d ms into a minute it is %d, counting down or up', (nowMs, delayMs) => {
    expect(nextFigureInMs(running(60_000), nowMs, false)).toBe(delayMs);
    expect(nextFigureInMs(running(60_000), nowMs, true)).toBe(delayMs);
  });

  test('is whole and never below 1, however near the boundary, so no timer spins on a fraction', () => {
    for (const short of [0.999, 0.5, 0.3, 0.01, 1e-6, 1e-12]) {
      expect(nextFigureInMs(running(60_000, 100), 1100 - short, false)).toBeOneOf([1, 1000]);
      expect(nextFigureInMs(running(60_000, 100), 1100 - short, true)).toBeOneOf([1, 1000]);
    }
  });

  test('a timer 0.3 ms early finds the old figure, and the new one a millisecond later', () => {
    const session = running(120_000, 12_345.678_900_000_001);
    const earlyMs = 12_345.678_900_000_001 + 1000 - 0.3;
    expect(clockFigure(session, earlyMs, false)).toBe('2:00');
    expect(nextFigureInMs(session, earlyMs, false)).toBe(1);
    expect(clockFigure(session, earlyMs + 1, false)).toBe('1:59');
  });

  test('a clock slightly before the start (in a view that lags) still gets a delay', () => {
    expect(nextFigureInMs(running(60_000, 500), 499.7, false)).toBe(1000);
    expect(clockFigure(running(60_000, 500), 499.7, false)).toBe('1:00');
  });

  const clocks = fc.oneof(
    fc.constantFrom(0, 0.1, 12_345.678_900_000_001, 86_400_000.3, 1_700_000_000_000.123),
    fc.double({ min: 0, max: 1e9, noNaN: true }),
    fc.integer({ min: 0, max: 1e9 }),
  );
  const walks = fc.record({
    sinceMs: clocks,
    targetMs: fc.integer({ min: 1, max: 8000 }),
    elapsedBeforeMs: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 8000, noNaN: true })),
    addedMs: fc.integer({ min: -7000, max: 7000 }),
    intoMs: fc.double({ min: 0, max: 3000, noNaN: true }),
    countUp: fc.boolean(),
  });

  test('from boundary to boundary each figure is exactly one second on, through zero into overtime', () => {
    fc.assert(
      fc.property(walks, ({ sinceMs, targetMs, elapsedBeforeMs, addedMs, intoMs, countUp }) => {
        const session: Session = { ...running(targetMs, sinceMs), elapsedBeforeMs, addedMs };
        let nowMs = sinceMs + intoMs;
        let shown = secondsOf(clockFigure(session, nowMs, countUp));
        for (let boundary = 0; boundary < 25; boundary += 1) {
          const delayMs = delay(session, nowMs, countUp);
          expect(Number.isInteger(delayMs) && delayMs >= 1 && delayMs <= 1000).toBe(true);
          nowMs += delayMs;
          const next = secondsOf(clockFigure(session, nowMs, countUp));
          expect(next).toBe(countUp ? shown + 1 : shown - 1);
          shown = next;
        }
      }),
      { seed: 4, ...cases(1000) },
    );
  });

  test('with early and late timers no figure is skipped or repeated, and wakes stay few', () => {
    const timers = fc.array(
      fc.oneof(fc.double({ min: -0.9, max: 0, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true })),
      {
        minLength: 8,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(walks, timers, ({ sinceMs, targetMs, elapsedBeforeMs, addedMs, intoMs, countUp }, offsMs) => {
        const session: Session = { ...running(targetMs, sinceMs), elapsedBeforeMs, addedMs };
        let nowMs = sinceMs + intoMs;
        const startMs = nowMs;
        const shown = [secondsOf(clockFigure(session, nowMs, countUp))];
        let wakes = 0;
        while (nowMs < startMs + 20_000) {
          nowMs += Math.max(0.1, delay(session, nowMs, countUp) + offsMs[wakes % offsMs.length]!);
          wakes += 1;
          const next = secondsOf(clockFigure(session, nowMs, countUp));
          if (next !== shown.at(-1)) shown.push(next);
        }
        const step = countUp ? 1 : -1;
        expect(shown).toEqual(shown.map((_, index) => shown[0]! + index * step));
        // A timer can fire early a few times before a boundary (by 0.1 ms at worst), but never spins.
        expect(wakes).toBeLessThan(21 * 12);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

test('taking the last seconds while paused shows 0:00 at once, whatever the fraction', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.double({ min: 45_001, max: 59_999, noNaN: true }),
      (sinceMs, ranMs) => {
        const paused = reduceSession(running(60_000, sinceMs), { type: 'pause' }, sinceMs + ranMs);
        const taken = reduceSession(paused, { type: 'addTime', deltaMs: -15_000 }, sinceMs + ranMs);
        expect(clockFigure(taken, sinceMs, false)).toBe('0:00');
        expect(phaseOf(timeLeftMs(taken, sinceMs), { soonMs: 30_000, lastMs: 10_000 })).toBe('over');
      },
    ),
    { seed: 6, numRuns: 1000 },
  );
});
