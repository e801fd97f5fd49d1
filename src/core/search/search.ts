import type { SearchResult } from 'minisearch';
import type { Story } from '../stories/model.ts';
import { bestPassage, type Field, places } from './passages.ts';
import { fitsWell, evidence } from './fit.ts';
import { createLexicon } from './lexicon.ts';
import { readQuery } from './query.ts';
import { snippetOf, type SnippetPart } from './snippet.ts';
import { createStoryIndex } from './story-index.ts';
import { interviewSynonyms } from './synonyms.ts';
import { bestShareOf, type Query } from './concept.ts';

/** A story that answers a search, with its best passage. */
export interface Match {
  storyId: string;
  /** Higher is better. Comparable only within one search. */
  score: number;
  /** How much of the search the story answers, 0 to 1, by the weight of its words. */
  share: number;
  /**
   * It answers the search, rather than being the nearest of those that don’t. False for all after one that doesn’t: then
   * nothing is sure.
   */
  fits: boolean;
  field: Field;
  /** Index of the alternate that the match is in, follow-ups and notes included; null for the story itself. */
  alternate: number | null;
  /** The words around the match; joined, the parts read as one text. */
  snippet: SnippetPart[];
}

interface Search {
  /**
   * At most `limit` stories with something of `words`, best first, ties in library order, planned ones last. None for an
   * empty text. Never throws, whatever the text.
   */
  find(words: string, limit?: number): Match[];
  /** Adds new stories, replaces changed ones and removes those that are gone. Ignores unknown ids. */
  update(changed: readonly Story[], removedIds: readonly string[]): void;
  /** The order of the library from now on, also for stories that are taken over later. */
  reorder(ids: Iterable<string>): void;
}

/** About what a list can show without much scrolling. */
const defaultLimit = 20;

/** A search over `stories`, given in library order. */
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
    const isPlanned = ({ id }: Ranked): boolean => known.get(id)?.planned ?? false;
    const listed = [...ranked.filter((result) => !isPlanned(result)), ...ranked.filter(isPlanned)];
    let fits = true;
    return listed.slice(0, limit).flatMap(({ id, score, share, found }) => {
      fits &&= fitsWell(query, found);
      const story = known.get(id);
      const passage = story && bestPassage(story, concepts, found, lexicon, synonyms);
      if (!passage) return [];
      const { place, alternate } = passage;
      return [
        {
          storyId: id,
          score,
          share,
          fits,
          field: places[place].field,
          alternate,
          snippet: snippetOf(passage),
        },
      ];
    });
  }

  update(stories, []);
  reorder(stories.map(({ id }) => id));
  return { find, update, reorder };
}

/** A story that answers a search, before its best passage is known. */
interface Ranked {
  id: string;
  score: number;
  share: number;
  /** The places in which each term was found. */
  found: SearchResult['match'];
}

/** The factor for a story that answers a whole question in the question's own words. */
const ownWordsBoost = 1.5;
/** The factor for a story that answers all keywords: more than any place in a story is worth. */
const allKeywordsBoost = 1000;
/** Above this, a concept is answered by its own words, not by synonyms. */
const ownWords = 0.5;

/**
 * Orders stories by score: that of the index, times the share of the search that the story answers. Whoever types
 * keywords means all of them, so stories that answer each come first. For a question, the best story is one with its
 * rarest words in the places that count. Ties stay in library order.
 */
function rank(
  results: readonly SearchResult[],
  { concepts, keywordsOnly, isPasted }: Query,
  inLibraryOrder: (one: string, other: string) => number,
): Ranked[] {
  const whole = concepts.reduce((sum, concept) => sum + concept.weight, 0);
  const ranked = results.map((result) => {
    // A story has few of the terms, so going through those that it has is faster.
    const terms = Object.keys(result.match);
    const answered = concepts.map((concept) => ({ weight: concept.weight, best: bestShareOf(concept, terms) }));
    const answersAll = (least: number) => answered.every(({ weight, best }) => best > least || weight < 1);
    const share = answered.reduce((sum, { weight, best }) => sum + best * weight, 0) / whole;
    // Undo the index's factor for the number of terms that matched: ten synonyms would outweigh the word itself.
    const indexScore = result.score / Math.max(1, result.queryTerms.length);
    const boost = keywordsOnly && answersAll(0) ? allKeywordsBoost : answersAll(ownWords) ? ownWordsBoost : 1;
    const toldBy = keywordsOnly || isPasted ? 1 : Math.exp(evidence(concepts, result.match));
    return { id: String(result.id), score: indexScore * share * boost * toldBy, share, found: result.match };
  });
  return ranked.sort((one, other) => other.score - one.score || inLibraryOrder(one.id, other.id));
}
