import type { Concept, Query } from './concept.ts';
import { places, type PassagePlace } from './passages.ts';

/** The places in a story that have each term, as the index found them. */
type FoundPlaces = Readonly<Record<string, readonly string[]>>;

/** A word of the synonym table is what interviews are about, such as “conflict” or “deadline”; others often aren’t. */
const topicWeight = 2;
const lightWeight = 0.1;
/** A synonym is meant where a story is asked for it, so it counts for more than in a ranking. */
const synonymShare = 0.6;
/** What a word that the story lacks takes away, compared with 1 for one that it has. */
const missed = 0.45;
/** What one takes away that turns the question around. */
const turnedMissed = 1.2;
/** From here on, none of the questions for no sample story would open one (docs/decisions/0046-nothing-fits-well.md). */
const enough = 0.9;

/**
 * Whether a story answers a search, rather than being the nearest of those that don’t. Whoever types keywords knows the
 * story’s words, so it must have them all, anywhere. Of a question it must be asked for enough, and not leave much open.
 */
export function fitsWell({ concepts, keywordsOnly, isBoilerplate }: Query, found: FoundPlaces): boolean {
  if (isBoilerplate) return false;
  return (keywordsOnly && hasAll(concepts, found)) || evidence(concepts, found) >= enough;
}

/** Whether the story has every telling word itself, perhaps mistyped or unfinished in the search. */
function hasAll(concepts: readonly Concept[], found: FoundPlaces): boolean {
  const telling = concepts.filter(({ weight }) => weight === 1);
  const wanted = telling.length > 0 ? telling : concepts;
  return wanted.every(({ own }) => [...own].some((term) => Object.hasOwn(found, term)));
}

/** What speaks for a story, less what speaks against it. */
export function evidence(concepts: readonly Concept[], found: FoundPlaces): number {
  let sum = 0;
  for (const concept of concepts) {
    const { weight, isTopic, turns } = concept;
    const answered = answeredShare(concept, found);
    const gain = answered * (isTopic ? topicWeight : 1) - (1 - answered) * (turns ? turnedMissed : missed);
    sum += gain * (weight < 1 ? lightWeight : 1);
  }
  return sum;
}

/** What an outline says counts for this much, and only of a topic in its own words: it has others by chance. */
const outlineTrust = 0.6;

/** How well a story answers a concept where it is asked for something, 0 to 1. A word of a phrase alone doesn’t. */
function answeredShare({ terms, own, parts, isTopic }: Concept, found: FoundPlaces): number {
  let best = 0;
  // A story has few of the terms, so going through those that it has is faster.
  for (const term of Object.keys(found)) {
    const share = terms.get(term);
    if (share === undefined || parts.has(term)) continue;
    const isOwn = own.has(term);
    const meant = isOwn ? share : Math.max(share, synonymShare);
    for (const place of found[term] ?? []) {
      const { trust } = places[place as PassagePlace];
      const trusted = place === 'outline' && isOwn && isTopic ? outlineTrust : trust;
      best = Math.max(best, meant * trusted);
    }
  }
  return best;
}
