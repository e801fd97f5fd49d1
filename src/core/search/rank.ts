import type { SearchResult } from 'minisearch';
import { bestShare, type Query } from './concept.ts';

/** A story that answers a search, before the place where it does is looked for. */
export interface Ranked {
  id: string;
  score: number;
  /** In which places each term was found. */
  found: SearchResult['match'];
}

/** What a story gains that answers all of a question in the question's own words. */
const ownWordsBoost = 1.5;
/** What a story gains that answers all keywords: more than any place in a story is worth. */
const allKeywordsBoost = 1000;
/** From here on a concept is answered by its own words, not by what may stand for them. */
const ownWords = 0.5;

/**
 * Orders stories by score: the index's, times the share of the search that the story answers. Keywords are all meant:
 * the stories that answer each of them come first. A question is answered well by one that has its rarest words where
 * it counts. Ties stay in library order.
 */
export function rank(
  results: readonly SearchResult[],
  { concepts, keywords }: Query,
  inLibraryOrder: (one: string, other: string) => number,
): Ranked[] {
  const whole = concepts.reduce((sum, concept) => sum + concept.weight, 0);
  const ranked = results.map((result) => {
    const answered = concepts.map((concept) => ({
      weight: concept.weight,
      best: bestShare(concept, (term) => Object.hasOwn(result.match, term)),
    }));
    const answersAll = (least: number) => answered.every(({ weight, best }) => best > least || weight < 1);
    const share = answered.reduce((sum, { weight, best }) => sum + best * weight, 0) / whole;
    // The index multiplies by the number of terms that matched, where ten synonyms would outweigh one true word.
    const indexScore = result.score / Math.max(1, result.queryTerms.length);
    const boost = keywords && answersAll(0) ? allKeywordsBoost : answersAll(ownWords) ? ownWordsBoost : 1;
    return { id: String(result.id), score: indexScore * share * boost, found: result.match };
  });
  return ranked.sort((one, other) => other.score - one.score || inLibraryOrder(one.id, other.id));
}
