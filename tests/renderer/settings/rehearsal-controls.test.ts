import { describe, expect, test } from 'vitest';
import { readDay } from '../../../src/renderer/ui/format/day.ts';
import { readList } from '../../../src/renderer/settings/list-text.ts';
import { voiceChoices } from '../../../src/renderer/settings/voice-choices.ts';

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

describe('a list', () => {
  test('one a line, without blanks, empty lines and repetitions', () => {
    expect(readList('Ownership\n\n  Dive   Deep \nownership\n', 'Competencies')).toEqual({
      ok: true,
      value: ['Ownership', 'Dive Deep'],
    });
    expect(readList(' \n', 'Competencies')).toEqual({ ok: true, value: [] });
  });
  test('what is too long or too much says so', () => {
    const long = readList(`Ownership\n${'x'.repeat(81)}`, 'Competencies');
    expect(long).toMatchObject({ ok: false, error: expect.stringContaining('at most 80 characters') as unknown });
    const many = readList(Array.from({ length: 51 }, (_, index) => `No ${index}`).join('\n'), 'Competencies');
    expect(many).toMatchObject({ ok: false, error: expect.stringContaining('these are 51') as unknown });
  });
});

test('voices: the usual one first, and a chosen one that isn’t here is shown as such', () => {
  const anna = { voiceURI: 'urn:anna', name: 'Anna', lang: 'de-DE' };
  expect(voiceChoices([anna], null).map(({ label }) => label)).toEqual(['The usual voice', 'Anna (de-DE)']);
  expect(voiceChoices([anna], 'urn:karl').at(-1)).toEqual({
    value: 'urn:karl',
    label: 'urn:karl (not on this computer)',
  });
  expect(voiceChoices([], null)).toEqual([{ value: '', label: 'No offline voice here' }]);
});
