import { describe, expect, test } from 'vitest';
import { readSynonyms, subjectRows, synonymRows } from '../../../src/core/search/synonyms.ts';
import { termOf } from '../../../src/core/search/term.ts';

describe('a synonym table', () => {
  const synonyms = readSynonyms(
    ['boss = head, manager', 'conflict, push back, push', 'push, press = push back hard'],
    ['conflict, crew', 'client = crew'],
  );
  const of = (word: string) => Object.fromEntries(synonyms.of(termOf(word)));

  test('returns the others of a row, in any form, without the word itself, and whether they are the same', () => {
    expect(of('bosses')).toEqual({ [termOf('head')]: 'same', [termOf('manager')]: 'related' });
    expect(of('manager')).toEqual({ [termOf('head')]: 'related', [termOf('boss')]: 'related' });
  });

  test('returns all rows of a word that is in several; what is the same in one row is the same', () => {
    const phrase = (...words: string[]) => words.map(termOf).join(' ');
    expect(of('push')).toEqual({
      conflict: 'related',
      [phrase('push', 'back')]: 'related',
      press: 'related',
      [phrase('push', 'back', 'hard')]: 'related',
    });
    expect(of('crew')).toEqual({ conflict: 'related', client: 'same' });
  });

  test('knows phrases by their first word, the longest first', () => {
    expect(synonyms.phrasesFrom('push').map((phrase) => phrase.length)).toEqual([3, 2]);
  });

  test('knows which words are topics: one that is only a subject isn’t', () => {
    expect(['conflict', 'boss', 'crew', 'constructor'].map(termOf).map((term) => synonyms.isTopic(term))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('returns nothing for an unknown word', () => {
    expect(of('constructor')).toEqual({});
    expect(synonyms.phrasesFrom('constructor')).toEqual([]);
  });
});

test('no row of the tables lacks a synonym or repeats one', () => {
  const rows = [...synonymRows, ...subjectRows];
  for (const row of rows) {
    const entries = row.split(/[,=]/u).map((entry) => entry.trim());
    expect(entries.length, row).toBeGreaterThan(1);
    expect(entries, row).not.toContain('');
    expect(new Set(entries).size, row).toBe(entries.length);
  }
  expect(new Set(rows).size).toBe(rows.length);
});
