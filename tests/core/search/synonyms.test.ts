import { describe, expect, test } from 'vitest';
import { readSynonyms, synonymRows } from '../../../src/core/search/synonyms.ts';
import { termOf } from '../../../src/core/search/term.ts';

describe('a synonym table', () => {
  const synonyms = readSynonyms(['boss, manager', 'conflict, push back, push', 'push, press, push back hard']);

  test('returns the others of a row, in any form, without the word itself', () => {
    expect(synonyms.of(termOf('bosses'))).toEqual([termOf('manager')]);
  });

  test('returns all rows of a word that is in several', () => {
    expect(synonyms.of(termOf('push'))).toEqual(
      [['conflict'], ['push', 'back'], ['press'], ['push', 'back', 'hard']].map((words) => words.map(termOf).join(' ')),
    );
  });

  test('knows phrases by their first word, the longest first', () => {
    expect(synonyms.phrasesFrom('push').map((phrase) => phrase.length)).toEqual([3, 2]);
  });

  test('returns nothing for an unknown word', () => {
    expect(synonyms.of('constructor')).toEqual([]);
    expect(synonyms.phrasesFrom('constructor')).toEqual([]);
  });
});

test('no row of the table lacks a synonym or repeats one', () => {
  for (const row of synonymRows) {
    const entries = row.split(',').map((entry) => entry.trim());
    expect(entries.length, row).toBeGreaterThan(1);
    expect(entries, row).not.toContain('');
    expect(new Set(entries).size, row).toBe(entries.length);
  }
  expect(new Set(synonymRows).size).toBe(synonymRows.length);
});
