import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayName, dayNumber, dayOf, formatMoment, parseMoment } from '../../../src/core/rehearsal/iso-time.ts';

test.each([
  ['2026-11-22T20:15:07.250+01:00', 60],
  ['2026-11-22T20:15:07Z', 0],
  ['2026-11-22T00:30:00.5-09:30', -570],
  ['2024-02-29T23:59:59.999999999+14:00', 840],
])('%s is read as the platform reads it', (text, offsetMinutes) => {
  expect(parseMoment(text)).toEqual({ epochMs: Math.floor(new Date(text).getTime()), offsetMinutes });
});

test.each([
  '',
  '2026-11-22',
  '2026-11-22T20:15:07',
  '2026-02-30T20:15:07Z',
  '2025-02-29T20:15:07Z',
  '2026-13-01T20:15:07Z',
  '2026-00-01T20:15:07Z',
  '2026-11-22T24:00:00Z',
  '2026-11-22T20:60:00Z',
  '2026-11-22T20:15:07+1:00',
  '2026-11-22T20:15:07+19:00',
  '22.11.2026 20:15',
])('%j isn’t a moment', (text) => {
  expect(parseMoment(text)).toBeNull();
});

test('days, dates and moments agree with the platform over four centuries', { timeout: 30_000 }, () => {
  const epochMs = fc.integer({ min: Date.UTC(1800, 0, 1), max: Date.UTC(2200, 0, 1) });
  fc.assert(
    fc.property(epochMs, fc.integer({ min: -18 * 60, max: 18 * 60 }), (ms, offsetMinutes) => {
      const iso = new Date(ms).toISOString();
      expect(parseMoment(iso)).toEqual({ epochMs: ms, offsetMinutes: 0 });
      expect(dayName(Math.floor(ms / 86_400_000))).toBe(iso.slice(0, 10));
      expect(dayNumber(iso.slice(0, 10))).toBe(Math.floor(ms / 86_400_000));
      const text = formatMoment({ epochMs: ms, offsetMinutes });
      expect(parseMoment(text)).toEqual({ epochMs: ms, offsetMinutes });
      expect(dayName(dayOf({ epochMs: ms, offsetMinutes }))).toBe(text.slice(0, 10));
    }),
  );
});

test('a moment falls on the day of the place where it was written', () => {
  const late = parseMoment('2026-11-22T23:30:00+01:00')!;
  const sameMomentInTokyo = { ...late, offsetMinutes: 540 };
  expect(dayName(dayOf(late))).toBe('2026-11-22');
  expect(dayName(dayOf(sameMomentInTokyo))).toBe('2026-11-23');
});

test('counts the days of 1970 to 2100 one by one, and no others', () => {
  const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let days = 0;
  for (let year = 1970; year <= 2100; year += 1) {
    const isLeap = year % 4 === 0 && year !== 2100;
    for (const [index, length] of monthLengths.entries()) {
      for (let date = 0; date <= 32; date += 1) {
        const name = `${year}-${String(index + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        const exists = date >= 1 && date <= length + (index === 1 && isLeap ? 1 : 0);
        expect(dayNumber(name)).toBe(exists ? days : null);
        if (exists) expect(dayName(days++)).toBe(name);
      }
    }
  }
  expect(days).toBe(47_847);
});

test.each(['0001-01-01', '0026-11-22', '0099-12-31', '9999-12-31'])(
  '%s is that year, not one of a century near by',
  (day) => {
    expect(dayName(dayNumber(day)!)).toBe(day);
  },
);
