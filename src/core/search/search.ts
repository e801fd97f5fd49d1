import type { Story } from '../stories/model.ts';
import { bestPassage } from './best-passage.ts';
import { createLexicon } from './lexicon.ts';
import { places, type Field } from './passages.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';
import { snippetOf, type SnippetPart } from './snippet.ts';
import { createStoryIndex } from './story-index.ts';
import { interviewSynonyms } from './synonyms-lookup.ts';

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

export interface Search {
  /**
   * The stories that answer `words`, best first, ties in library order, at most `limit`. No words, no stories.
   * Takes any text and never throws.
   */
  find(words: string, limit?: number): Match[];
  /** Takes over stories that are new or have changed, and drops those that are gone. Unknown ids are no matter. */
  update(changed: readonly Story[], removedIds: readonly string[]): void;
}

/** As many as a list shows without scrolling for long. */
const defaultLimit = 20;

/** A search over `stories`, which are in library order. */
export function createSearch(stories: readonly Story[]): Search {
  const synonyms = interviewSynonyms;
  const lexicon = createLexicon(synonyms.words);
  const index = createStoryIndex(lexicon, synonyms);
  const known = new Map<string, Story>();
  /** Files by when they were first seen, which is their order in the library. */
  const files = new Map<string, number>();

  function inLibraryOrder(one: string, other: string): number {
    const [a, b] = [known.get(one), known.get(other)];
    if (!a || !b) return 0;
    return (files.get(a.file) ?? 0) - (files.get(b.file) ?? 0) || a.line - b.line;
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
      if (!files.has(story.file)) files.set(story.file, files.size);
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
  return { find, update };
}
