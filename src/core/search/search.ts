import type { SearchResult } from 'minisearch';
import type { Story } from '../stories/model.ts';
import { bestPassage, type Field, places } from './passages.ts';
import { createLexicon } from './lexicon.ts';
import { readQuery } from './query.ts';
import { snippetOf, type SnippetPart } from './snippet.ts';
import { createStoryIndex } from './story-index.ts';
import { interviewSynonyms } from './synonyms.ts';
import { bestShare, type Query } from './concept.ts';

/** A story that answers a search, and where it does best. */
export interface Match {
  storyId: string;
  /** Higher is better; only to be compared within one search. */
  score: number;
  field: Field;
  /** Index among the story's alternates where the match is in one of them, its follow-ups or notes; else null. */
  alternate: number | null;
  /** The words around the match, to be shown one after the other. */
  snippet: SnippetPart[];
}

interface Search {
  /**
   * The stories that answer `words`, best first, ties in library order, at most `limit`. No words, no stories.
   * Takes any text and never throws.
   */
  find(words: string, limit?: number): Match[];
  /** Takes over stories that are new or have changed, and drops those that are gone. Unknown ids are no matter. */
  update(changed: readonly Story[], removedIds: readonly string[]): void;
  /** The order of the library from now on, also for stories that are taken over later. */
  reorder(ids: Iterable<string>): void;
}

/** As many as a list shows without scrolling for long. */
const defaultLimit = 20;

/** A search over `stories`, which are in library order. */
export function createSearch(stories: readonly Story[]): Search {
  const synonyms = interviewSynonyms;
  const lexicon = createLexicon(synonyms.words);
  const index = createStoryIndex(lexicon, synonyms);
  const known = new Map<string, Story>();
  let order = new Map<string, number>();

  function inLibraryOrder(one: string, other: string): number {
    return (order.get(one) ?? 0) - (order.get(other) ?? 0);
  }

  function reorder(ids: Iterable<string>): void {
    order = new Map([...ids].map((id, at) => [id, at]));
  }

  function drop(id: string): void {
    const story = known.get(id);
    if (!story) return;
    index.remove(story);
    known.delete(id);
  }

  function update(changed: readonly Story[], removedIds: readonly string[]): void {
    for (const id of removedIds) drop(id);
    for (const story of changed) {
      drop(story.id);
      known.set(story.id, story);
      index.add(story);
    }
  }

  function find(words: string, limit = defaultLimit): Match[] {
    const query = readQuery(words, lexicon, synonyms);
    const { concepts } = query;
    if (concepts.length === 0) return [];
    const ranked = rank(index.find(concepts), query, inLibraryOrder);
    return ranked.slice(0, limit).flatMap(({ id, score, found }) => {
      const story = known.get(id);
      const passage = story && bestPassage(story, concepts, found, lexicon, synonyms);
      if (!passage) return [];
      const { place, alternate } = passage;
      return [{ storyId: id, score, field: places[place].field, alternate, snippet: snippetOf(passage) }];
    });
  }

  update(stories, []);
  reorder(stories.map(({ id }) => id));
  return { find, update, reorder };
}

/** A story that answers a search, before the place where it does is looked for. */
interface Ranked {
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
function rank(
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
