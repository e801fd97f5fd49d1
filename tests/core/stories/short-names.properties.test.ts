import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesAt, shortName, shortNames } from '../../../src/core/stories/short-names.ts';
import { foldWord, languages } from '../../../src/core/stories/words/languages.ts';

const leadIn = fc.constantFrom(...languages.flatMap(({ leadIns }) => Object.values(leadIns).flat()));
const word = fc.constantFrom('boat', 'sank', 'Fog', 'eBoat', 'über', 'marée', 'a', 'you', '24 %', 'don’t', 'Dr.', 'ß');
const mark = fc.constantFrom('. ', '? ', ': ', ', ', ' – ', '…', '"', '“', '(', '’', '-', '\u0301', '');
const title = fc
  .oneof(
    fc
      .array(
        fc.tuple(
          fc.oneof({ weight: 2, arbitrary: leadIn }, word, word),
          fc.oneof({ weight: 6, arbitrary: fc.constant(' ') }, mark),
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((parts) => parts.flat().join('').trim()),
    fc.string({ unit: 'binary', minLength: 1 }),
  )
  .filter((text) => text !== '');
const library = fc
  .array(title, { maxLength: 12 })
  .map((titles) => titles.map((text, index) => ({ id: String(index), title: text })));

function wordsIn(text: string): string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ([found]) => foldWord(found));
}

test('the words of a name are words of its title, in order, and it has some if the title does', () => {
  fc.assert(
    fc.property(title, (text) => {
      const name = shortName(text);
      expect(name).not.toBe('');
      const words = wordsIn(name);
      expect(words.length === 0).toBe(wordsIn(text).length === 0);
      let at = 0;
      for (const found of wordsIn(text)) if (found === words[at]) at += 1;
      expect(at).toBe(words.length);
    }),
  );
});

test('a name is its own name', () => {
  fc.assert(
    fc.property(library, (stories) => {
      const names = shortNames(stories);
      const named = stories.map(({ id }) => ({ id, title: names.get(id) ?? '' }));
      expect(shortNames(named)).toEqual(names);
    }),
  );
});

test('different titles have different names', () => {
  fc.assert(
    fc.property(library, (stories) => {
      const names = shortNames(stories);
      const titles = new Set(stories.map((story) => story.title));
      expect(new Set(names.values()).size).toBe(titles.size);
    }),
  );
});

test('up to where a name differs it has a neighbour’s words, and there it has its own', () => {
  fc.assert(
    fc.property(library, (stories) => {
      const names = [...new Set(shortNames(stories).values())];
      for (const [name, at] of differencesAt(names)) {
        const [before, after] = [wordsIn(name.slice(0, at)), wordsIn(name.slice(at))];
        if (at > 0) expect(after).not.toEqual([]);
        const alike = names.filter(
          (other) => other !== name && wordsIn(other).slice(0, before.length).join() === before.join(),
        );
        if (at > 0) expect(alike).not.toEqual([]);
        // Two names may have the same words and differ in their marks.
        for (const other of alike.map(wordsIn))
          if (at > 0 && other.join() !== wordsIn(name).join() && after.length > 1)
            expect(other[before.length]).not.toBe(after[0]);
      }
    }),
  );
});
