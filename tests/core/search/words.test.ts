import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, searchWords } from '../../../src/core/search/words.ts';
import { anyText } from './any-text.ts';

function texts(text: string): string[] {
  return searchWords(text).map((word) => word.text);
}

describe('words', () => {
  test.each([
    ['plain words and punctuation', 'We lost, then won: twice!', ['we', 'lost', 'then', 'won', 'twice']],
    [
      'accents, umlauts and ligatures',
      'Müller à la café, Straße, Ærø, ﬁne',
      ['muller', 'a', 'la', 'cafe', 'strasse', 'aero', 'fine'],
    ],
    ['accents written as marks of their own', 'cafe\u0301', ['cafe']],
    [
      'the possessive and contractions',
      "the customer's, the customer’s, didn’t",
      ['the', 'customer', 'the', 'customer', 'didnt'],
    ],
    ['an elision', "l'équipe", ['l', 'equipe']],
    ['figures', '£38,000 in 1.3 s, Q3', ['38000', 'in', '13', 's', 'q3']],
    ['hyphens', 'change-averse', ['change', 'averse']],
    ['soft hyphens', 'mi\u00ADgration', ['migration']],
    ['Cyrillic', 'Ёлка и ёлка', ['елка', 'и', 'елка']],
    ['Hebrew with and without vowels', 'שָׁלוֹם שלום', ['שלום', 'שלום']],
    ['Arabic with and without vowels', 'مُحَمَّد محمد', ['محمد', 'محمد']],
    ['Korean', '팀 갈등', ['팀', '갈등']],
    ['Chinese in pairs', '团队冲突', ['团队', '队冲', '冲突', '突']],
    ['a single character', '错', ['错']],
    ['Japanese with Latin letters', 'Offbookを作る', ['offbook', 'を作', '作る', 'る']],
    ['control characters', 'team\u0000mor\u0007ale\u001b[31m', ['team', 'mor', 'ale', '31m']],
    ['nothing', ' \n\t…—"\'', []],
    ['a picture', '🎉👩‍🚀', []],
  ])('reads %s', (_what, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('a word knows its place in the original text', () => {
    const text = 'Zoë’s Straße';
    expect(searchWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Zoë’s', 'Straße']);
  });

  test('the last character of a run without spaces is marked, so that a search can skip it', () => {
    expect(searchWords('冲突').map((word) => word.tail ?? false)).toEqual([false, true]);
    expect(searchWords('错').map((word) => word.tail ?? false)).toEqual([false]);
  });

  test('any text is read in order, each word from the place it reports', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        let last = 0;
        for (const word of searchWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(word.start, word.end))).toBe(word.text);
          last = word.start;
        }
      }),
    );
  });
});
