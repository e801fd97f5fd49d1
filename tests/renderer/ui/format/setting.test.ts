import { describe, expect, test } from 'vitest';
import { settingRows } from '../../../../src/core/settings/table.ts';
import { defaultSettings } from '../../../../src/core/settings/schema.ts';
import { readValue, stepped, valueText, valueWords } from '../../../../src/renderer/ui/format/setting.ts';

const { targetMs, wordsPerMinute, lineHeight, opacity, readingLine, speed, soonMs } = settingRows;

describe('a value as text', () => {
  test('is a time, a figure or a share', () => {
    expect(valueText(targetMs, 150_000)).toBe('2:30');
    expect(valueText(wordsPerMinute, 145)).toBe('145');
    expect(valueText(lineHeight, 1.35)).toBe('1.35');
    expect(valueText(readingLine, 1 / 3)).toMatch(/^33\s%$/);
    expect(valueWords(wordsPerMinute, 145)).toBe('145 words a minute');
  });

  test('is read back as it was', () => {
    const settings = defaultSettings();
    for (const key of ['targetMs', 'soonMs', 'wordsPerMinute', 'textSize', 'lineHeight', 'opacity', 'speed'] as const) {
      const row = settingRows[key];
      expect(readValue(row, valueText(row, settings[key]))).toEqual({ ok: true, value: settings[key] });
    }
  });
});

describe('typed values', () => {
  test.for([
    ['2:30', 150_000],
    [' 90 ', 90_000],
    ['1:00:00', 3_600_000],
    ['0:10', 10_000],
  ] as const)('the time %s', ([typed, value]) => {
    expect(readValue(targetMs, typed)).toEqual({ ok: true, value });
  });

  test.for(['', 'two minutes', '2:60', '1:2:3:4', '-1:00', '0:09', '1:00:01', '2:', ':30', '99999999', '2.5', 'NaN'])(
    'no time: %s',
    (typed) => {
      const read = readValue(targetMs, typed);
      expect(read).toEqual({ ok: false, error: expect.stringContaining('Target must be 0:10 to 1:00:00') });
    },
  );

  test('a comma is a point, and a share is in per cent', () => {
    expect(readValue(lineHeight, '1,5')).toEqual({ ok: true, value: 1.5 });
    expect(readValue(opacity, '80 %')).toEqual({ ok: true, value: 0.8 });
    expect(readValue(opacity, '59')).toMatchObject({ ok: false });
    expect(readValue(lineHeight, '1.5e3')).toMatchObject({ ok: false });
    expect(readValue(wordsPerMinute, 'Infinity')).toMatchObject({ ok: false });
  });
});

describe('a step', () => {
  test('goes by the grid, without crumbs', () => {
    expect(stepped(lineHeight, 1.35, 1)).toBe(1.4);
    expect(stepped(speed, 0.7, 1)).toBe(0.8);
    expect(stepped(readingLine, 1 / 3, 1)).toBe(0.34);
    expect(stepped(soonMs, 30_000, -2)).toBe(20_000);
  });

  test('ends at the bounds', () => {
    expect(stepped(lineHeight, 2, 1)).toBe(2);
    expect(stepped(targetMs, 10_000, -5)).toBe(10_000);
  });
});
