import { expect, test } from 'vitest';
import {
  agoWords,
  daysBetween,
  inDaysWords,
  longDay,
  monthOf,
  shortDay,
} from '../../../../src/renderer/ui/format/day.ts';

test('days between days, over the ends of months, years and summer time', () => {
  expect(daysBetween('2026-11-22', '2026-12-04')).toBe(12);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-02-30', '2026-03-01')).toBe(0);
});

test('how long ago, and never in the future', () => {
  expect(agoWords('2026-11-22', '2026-11-22')).toBe('today');
  expect(agoWords('2026-11-21', '2026-11-22')).toBe('yesterday');
  expect(agoWords('2026-11-13', '2026-11-22')).toBe('9 days ago');
  expect(agoWords('2026-11-30', '2026-11-22')).toBe('today');
});

test('how far off', () => {
  expect([0, 1, 12, -1, -9].map(inDaysWords)).toEqual(['today', 'tomorrow', 'in 12 days', 'yesterday', '9 days ago']);
});

test('a day is written in English; text that isn’t a day stays as it is', () => {
  expect(shortDay('2026-11-22')).toBe('Sun 22 Nov');
  expect(longDay('2026-11-22')).toBe('Sunday 22 November 2026');
  expect(monthOf('2026-09-01')).toMatch(/^Sep/);
  expect(shortDay('tomorrow')).toBe('tomorrow');
});
