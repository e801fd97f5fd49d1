import { describe, expect, test } from 'vitest';
import { placeAt, stepAfter, timeAt, trackKeyframes, trackOf } from '../../../src/renderer/prompter/track.ts';
import { plan } from '../sessions.ts';

const track = trackOf(plan.rows, [15, 50, 115, 150]);

describe('the keyframes', () => {
  test('bring each row onto the line at its planned start, and stay on the last', () => {
    expect(trackKeyframes(track, plan.targetMs)).toEqual([
      { offset: 0, transform: 'translateY(-15px)' },
      { offset: 1 / 6, transform: 'translateY(-50px)' },
      { offset: 0.5, transform: 'translateY(-115px)' },
      { offset: 2 / 3, transform: 'translateY(-150px)' },
      { offset: 1, transform: 'translateY(-150px)' },
    ]);
  });

  test('are valid for an outline without rows, and for a target of nothing', () => {
    expect(trackKeyframes([], 60_000)).toEqual([{ offset: 1, transform: 'translateY(0px)' }]);
    expect(trackKeyframes(track, 0).map(({ offset }) => offset)).toEqual([0, 1, 1, 1, 1]);
  });

  test('leave out rows that were not measured', () => {
    expect(trackOf(plan.rows, [15, 50])).toHaveLength(2);
  });
});

describe('the way between two rows', () => {
  test('is straight, and the time of a place is the inverse', () => {
    expect(placeAt(track, 20_000)).toBe(82.5);
    expect(timeAt(track, 82.5)).toBe(20_000);
    for (const atMs of [0, 4000, 10_000, 31_000, 40_000]) expect(timeAt(track, placeAt(track, atMs))).toBeCloseTo(atMs);
  });

  test('ends at both ends', () => {
    expect(placeAt(track, 59_000)).toBe(150);
    expect(timeAt(track, -400)).toBe(0);
    expect(timeAt(track, 4000)).toBe(40_000);
    expect(placeAt([], 1000)).toBe(0);
  });
});

describe('the wheel where rows don’t glide', () => {
  test('moves by a row once it is pushed half the way', () => {
    expect(stepAfter(track, 10_000, 32)).toBeNull();
    expect(stepAfter(track, 10_000, 33)).toBe(30_000);
    expect(stepAfter(track, 10_000, -18)).toBe(0);
  });

  test('moves by one row only, however far it was turned', () => {
    expect(stepAfter(track, 0, 4000)).toBe(10_000);
  });

  test('stays at both ends', () => {
    expect(stepAfter(track, 0, -100)).toBeNull();
    expect(stepAfter(track, 40_000, 100)).toBeNull();
    expect(stepAfter([], 0, 100)).toBeNull();
  });
});
