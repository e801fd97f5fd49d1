import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snippetOf, type SnippetPart } from '../../../src/core/search/snippet.ts';

/** Words in a text, as hits. */
function hitsIn(text: string, ...words: string[]) {
  return words.flatMap((word) => {
    const start = text.indexOf(word);
    return start === -1 ? [] : [{ term: word, start, end: start + word.length }];
  });
}

/** A snippet as text, with its hits in brackets. */
function marked(parts: SnippetPart[]): string {
  return parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}

describe('a snippet', () => {
  test('of a short passage is the whole passage', () => {
    const text = 'I told the board first.';
    expect(marked(snippetOf({ text, hits: hitsIn(text, 'told', 'first') }))).toBe('I [told] the board [first].');
  });

  test('shows a phrase and its words as one hit', () => {
    const text = 'We had to push back hard.';
    const hits = [...hitsIn(text, 'push'), ...hitsIn(text, 'push back'), ...hitsIn(text, 'back')];
    expect(marked(snippetOf({ text, hits }))).toBe('We had to [push back] hard.');
  });

  test('of a long passage is the stretch with the most hits, cut between words', () => {
    const text = `${'far away words '.repeat(20)}one kettle ${'in between '.repeat(20)}lane eleven failed ${'on and on '.repeat(20)}`;
    const shown = marked(snippetOf({ text, hits: hitsIn(text, 'kettle', 'lane', 'eleven') }));
    expect(shown).toContain('[lane] [eleven] failed');
    expect(shown).not.toContain('kettle');
    expect(shown).toMatch(/^… ?(in|between) .* (and|on)…$/u);
    expect(shown.length).toBeLessThan(106);
  });

  test('begins or ends with the passage if the hits are there', () => {
    const text = `kettle ${'and more words '.repeat(20)}lane`;
    expect(marked(snippetOf({ text, hits: hitsIn(text, 'kettle') }))).toMatch(/^\[kettle\] and .*\w…$/u);
    expect(marked(snippetOf({ text, hits: hitsIn(text, 'lane') }))).toMatch(/^…\w.* \[lane\]$/u);
  });

  test('has its first hit near its beginning, where a narrow list still shows it', () => {
    const text = 'I watch the kettles, count the loaves and sweep the shop, so that I see what failed.';
    expect(marked(snippetOf({ text, hits: hitsIn(text, 'failed') }))).toBe('…the shop, so that I see what [failed].');
    expect(marked(snippetOf({ text, hits: hitsIn(text, 'count') }))).toBe(
      'I watch the kettles, [count] the loaves and sweep the shop, so that I see what failed.',
    );
  });

  test('cuts even a run of letters longer than a line', () => {
    const text = 'x'.repeat(500);
    const parts = snippetOf({ text, hits: [{ term: text, start: 0, end: 500 }] });
    expect(parts.map((part) => [part.text.length, part.hit])).toEqual([
      [96, true],
      [1, false],
    ]);
  });

  test('doesn’t split surrogate pairs', () => {
    const text = '𠀀'.repeat(200);
    const parts = snippetOf({ text, hits: [{ term: '', start: 200, end: 204 }] });
    expect(
      parts
        .map((part) => part.text)
        .join('')
        .isWellFormed(),
    ).toBe(true);
  });

  test('of any text is a stretch of it with a hit', () => {
    const place = fc.nat({ max: 400 });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 400 }),
        fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 8 }),
        (text, places) => {
          const hits = places.map(([one, other]) => {
            const start = Math.min(one, text.length - 1);
            return { term: '', start, end: Math.min(text.length, start + 1 + (other % 12)) };
          });
          const parts = snippetOf({ text, hits: hits.toSorted((one, other) => one.start - other.start) });
          const inner = parts.filter((part, index) => part.text !== '…' || (index > 0 && index < parts.length - 1));
          expect(text).toContain(inner.map((part) => part.text).join(''));
          expect(parts.some((part) => part.hit)).toBe(true);
        },
      ),
    );
  });
});
