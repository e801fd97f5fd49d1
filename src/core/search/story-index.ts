import MiniSearch, { type SearchResult } from 'minisearch';
import type { Story } from '../stories/model.ts';
import type { Lexicon } from './lexicon.ts';
import { passagesOf, type PassagePlace, placeNames, places } from './passages.ts';
import { placedTerms } from './placed-terms.ts';
import type { Concept } from './concept.ts';
import type { Synonyms } from './synonyms.ts';
import { searchWords } from './words.ts';

/** A story as indexed: its terms by place. */
interface IndexedStory {
  id: string;
  terms: ReadonlyMap<PassagePlace, string[]>;
}

export interface StoryIndex {
  add(story: Story): void;
  /** Removes a story, which must be the same as when it was added. */
  remove(story: Story): void;
  /** All stories that contain any term of any concept. */
  find(concepts: readonly Concept[]): SearchResult[];
}

const boosts = Object.fromEntries(placeNames.map((place) => [place, places[place].boost]));

/** An index over terms. It keeps `lexicon` in step with its stories. */
export function createStoryIndex(lexicon: Lexicon, synonyms: Synonyms): StoryIndex {
  const index = new MiniSearch<IndexedStory>({
    fields: placeNames,
    extractField: (story, name) => (name === 'id' ? story.id : story.terms.get(name as PassagePlace)?.join('\n')) ?? '',
    tokenize: (terms) => terms.split('\n'),
    processTerm: (term) => term || null,
    // Stories are removed with all their terms, which leaves nothing to vacuum; without this, a timer would start.
    autoVacuum: false,
  });

  function read(story: Story) {
    const terms = new Map<PassagePlace, string[]>();
    const words = new Set<string>();
    const distinct = new Set<string>();
    for (const { place, text } of passagesOf(story)) {
      const found = searchWords(text);
      const own = found.map((word) => lexicon.termOf(word.text));
      const placed = placedTerms(text, found, own, synonyms).map(({ term }) => term);
      for (const word of found) words.add(word.text);
      for (const term of placed) distinct.add(term);
      const ofPlace = terms.get(place) ?? [];
      // One by one: copying the list for each of ten thousand short lines would take seconds.
      for (const term of placed) ofPlace.push(term);
      terms.set(place, ofPlace);
    }
    return { indexed: { id: story.id, terms }, words, distinct };
  }

  return {
    add(story) {
      const { indexed, words, distinct } = read(story);
      index.add(indexed);
      lexicon.add(words, distinct);
    },
    remove(story) {
      const { indexed, words, distinct } = read(story);
      index.remove(indexed);
      lexicon.remove(words, distinct);
    },
    find(concepts) {
      const weights = new Map<string, number>();
      for (const { weight, terms } of concepts) {
        for (const [term, share] of terms) weights.set(term, Math.max(weight * share, weights.get(term) ?? 0));
      }
      return index.search([...weights.keys()].join('\n'), {
        boost: boosts,
        boostTerm: (term) => weights.get(term) ?? 1,
        combineWith: 'OR',
      });
    },
  };
}
