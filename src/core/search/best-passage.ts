import type { Story } from '../stories/model.ts';
import type { Lexicon } from './lexicon.ts';
import { passagesOf, placeNames, places, type Passage, type Place } from './passages.ts';
import { placedTerms, type PlacedTerm } from './placed-terms.ts';
import { bestShare, type Concept } from './concept.ts';
import type { Synonyms } from './synonyms-lookup.ts';
import { wordsOf } from './words.ts';

export interface FoundPassage extends Passage {
  /** Where the words of the search, or what stands for them, are in the text. */
  hits: PlacedTerm[];
}

/**
 * The passage of a story that answers a search best: most of it, in the most telling place; of equal ones the first.
 * `found` says in which places each term stands, as the index knows it. Null where no passage holds any of the search.
 */
export function bestPassage(
  story: Story,
  concepts: readonly Concept[],
  found: Readonly<Record<string, readonly string[]>>,
  lexicon: Lexicon,
  synonyms: Synonyms,
): FoundPassage | null {
  const wanted = new Set(concepts.flatMap((concept) => [...concept.terms.keys()]));
  const all = passagesOf(story);
  let best: FoundPassage | null = null;
  let bestScore = 0;
  for (const { place, most } of promising(concepts, found)) {
    // Reading takes time: what can't win any more isn't read.
    if (bestScore >= most) break;
    for (const passage of all) {
      if (passage.place !== place) continue;
      const hits = hitsIn(passage.text, wanted, lexicon, synonyms);
      const terms = new Set(hits.map((hit) => hit.term));
      const score = scoreOf(place, concepts, (term) => terms.has(term));
      if (score <= bestScore) continue;
      best = { ...passage, hits: telling(hits, concepts, terms) };
      bestScore = score;
    }
  }
  return best;
}

/** Of each concept the hits that answer it best: a synonym is no hit where the word itself stands. */
function telling(hits: readonly PlacedTerm[], concepts: readonly Concept[], found: ReadonlySet<string>): PlacedTerm[] {
  const shown = new Set<string>();
  for (const concept of concepts) {
    const best = bestShare(concept, (term) => found.has(term));
    for (const [term, share] of concept.terms) if (share === best) shown.add(term);
  }
  return hits.filter(({ term }) => shown.has(term));
}

/** The places with the most that a passage in them can score, highest first. */
function promising(concepts: readonly Concept[], found: Readonly<Record<string, readonly string[]>>) {
  const scored = placeNames.map((place) => ({
    place,
    most: scoreOf(place, concepts, (term) => Object.hasOwn(found, term) && (found[term]?.includes(place) ?? false)),
  }));
  return scored.filter(({ most }) => most > 0).sort((one, other) => other.most - one.most);
}

/**
 * How well a passage answers a search. What is shown is to say why the story was found, so that more of the search
 * counts more than a better place: twice as much in the text is as good as half of it in the question.
 */
function scoreOf(place: Place, concepts: readonly Concept[], holds: (term: string) => boolean): number {
  let answered = 0;
  for (const concept of concepts) answered += bestShare(concept, holds) * concept.weight;
  return answered ** 3 * places[place].boost;
}

function hitsIn(text: string, wanted: ReadonlySet<string>, lexicon: Lexicon, synonyms: Synonyms): PlacedTerm[] {
  const words = wordsOf(text);
  const terms = words.map((word) => lexicon.termOf(word.text));
  return placedTerms(text, words, terms, synonyms).filter(({ term }) => wanted.has(term));
}
