import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../src/core/search/concept.ts';
import { createLexicon } from '../../../src/core/search/lexicon.ts';
import { readQuery } from '../../../src/core/search/query.ts';
import { readSynonyms } from '../../../src/core/search/synonyms.ts';
import { termOf } from '../../../src/core/search/term.ts';

const synonyms = readSynonyms(['mistake, error', 'conflict, push back']);
const words = ['mistake', 'error', 'plan', 'planning', 'customer', 'migration', 'push', 'about', 'me'];
const lexicon = createLexicon(synonyms.words);
lexicon.add(new Set(words), new Set(words.map(termOf)));

function asked(search: string): Concept[] {
  return [...readQuery(search, lexicon, synonyms).concepts];
}

/** The terms of each concept that answer it in full. */
function meant(search: string): string[][] {
  return asked(search).map(({ terms }) => [...terms].filter(([, share]) => share === 1).map(([term]) => term));
}

describe('a search', () => {
  test('drops interview boilerplate', () => {
    expect(meant('Tell me about a time when you made a mistake.')).toEqual([[], [termOf('mistake')]]);
    expect(asked('Tell me about a time when you made a mistake.').map(({ weight }) => weight < 1)).toEqual([
      true,
      false,
    ]);
  });

  test('keeps boilerplate if that is all there is', () => {
    expect(meant('about me')).toEqual([['about'], ['me']]);
  });

  test.each(['', '   ', '\u0000\u0007', '?!…', '🎉'])('of no words (%j) asks for nothing', (search) => {
    expect(asked(search)).toEqual([]);
  });

  test('asks for each word once, whatever its form', () => {
    expect(asked('customer customers Customer’s ')).toHaveLength(1);
  });

  test('takes the last word as unfinished if nothing follows it', () => {
    const unfinished = asked('plan')[0]!.terms;
    expect([...asked('plan ')[0]!.terms.keys()]).toEqual(['plan']);
    expect(unfinished.get(termOf('planning'))).toBe(1);
    expect(asked('custo')[0]!.terms.get(termOf('customer'))).toBeCloseTo(0.63, 2);
  });

  test('also takes an unknown word before the last one as a start', () => {
    expect(asked('migr plan')[0]!.terms.has(termOf('migration'))).toBe(true);
  });

  test('takes an unknown word as a typo, but never a known one', () => {
    expect(asked('mgiration ')[0]!.terms.get(termOf('migration'))).toBe(0.7);
    expect([...asked('plan ')[0]!.terms.keys()]).toEqual(['plan']);
  });

  test('adds synonyms, which count less than the word itself', () => {
    const terms = asked('mistake ')[0]!.terms;
    expect(terms.get(termOf('mistake'))).toBe(1);
    expect(terms.get(termOf('error'))).toBe(0.4);
  });

  test('reads a phrase of the table as one, and its words as worth less', () => {
    const [phrase, ...others] = asked('pushed back ');
    expect(others).toEqual([]);
    expect(Object.fromEntries(phrase!.terms)).toEqual({ 'push back': 1, push: 0.6, [termOf('conflict')]: 0.4 });
  });

  test('doesn’t read a phrase across sentences', () => {
    expect(asked('push. Back ').map(({ terms }) => [...terms.keys()])).toEqual([['push']]);
  });

  test('of pasted length asks only for the twelve rarest words, without synonyms', () => {
    const other = createLexicon([]);
    const many = Array.from({ length: 40 }, (_, index) => `w${index}ord`);
    other.add(new Set(many), new Set(many));
    other.add(new Set(many.slice(12)), new Set(many.slice(12)));
    const { concepts } = readQuery(many.toReversed().join(' '), other, synonyms);
    expect(concepts.flatMap(({ terms }) => [...terms.keys()]).sort()).toEqual(many.slice(0, 12).sort());
  });

  test.each([
    ['mistake migration', true],
    ['push back', true],
    ['a mistake', false],
    ['Tell me about a mistake', false],
    ['about me', false],
  ])('of "%s" reads as keywords: %s', (search, keywords) => {
    expect(readQuery(search, lexicon, synonyms).keywordsOnly).toBe(keywords);
  });

  test('is read only up to ten thousand characters', () => {
    expect(meant(`${'- '.repeat(5000)}migration`)).toEqual([]);
    expect(meant(`${'- '.repeat(4990)}migration`)).toEqual([[termOf('migration')]]);
  });
});
