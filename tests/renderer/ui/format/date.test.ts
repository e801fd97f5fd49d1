import { describe, expect, test } from 'vitest';
import { readDay } from '../../../../src/renderer/ui/format/date.ts';

describe('a day', () => {
  test('is taken once its year is whole', () => {
    expect(readDay('0002-12-04', false)).toEqual({ kind: 'unfinished' });
    expect(readDay('0202-12-04', false)).toEqual({ kind: 'unfinished' });
    expect(readDay('2026-12-04', false)).toEqual({ kind: 'day', day: '2026-12-04' });
    expect(readDay('2026-02-30', false)).toEqual({ kind: 'unfinished' });
  });
  test('an empty field is none, a half-typed one isn’t', () => {
    expect(readDay('', false)).toEqual({ kind: 'none' });
    expect(readDay('', true)).toEqual({ kind: 'unfinished' });
  });
});
