import { describe, expect, test } from 'vitest';
import { readList } from '../../../../src/renderer/ui/format/list.ts';

describe('a list', () => {
  test('has one text per line, without surrounding spaces, empty lines and repetitions', () => {
    expect(readList('Ownership\n\n  Dive   Deep \nownership\n', 'Competencies')).toEqual({
      ok: true,
      value: ['Ownership', 'Dive Deep'],
    });
    expect(readList(' \n', 'Competencies')).toEqual({ ok: true, value: [] });
  });
  test('says what is too long or too much', () => {
    const long = readList(`Ownership\n${'x'.repeat(81)}`, 'Competencies');
    expect(long).toMatchObject({ ok: false, error: expect.stringContaining('at most 80 characters') as unknown });
    const many = readList(Array.from({ length: 51 }, (_, index) => `No ${index}`).join('\n'), 'Competencies');
    expect(many).toMatchObject({ ok: false, error: expect.stringContaining('these are 51') as unknown });
  });
});
