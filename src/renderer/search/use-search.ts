import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Field } from '../../core/search/passages.ts';
import type { Match } from '../../core/search/search.ts';
import type { SnippetPart } from '../../core/search/snippet.ts';
import { useProgram } from '../client/program-context.ts';
import { useQuery, type QueryState } from '../client/use-query.ts';
import type { OfferedStory } from './offered-stories.ts';

/** A row of the list: a story that answers the search, or one that is offered before anything is typed. */
export type Hit = Match | OfferedStory;

/** A search in progress; its field and its list share it. */
export interface SearchState {
  words: string;
  type: (words: string) => void;
  hits: readonly Hit[];
  /** Index of the selected row; -1 without one. */
  active: number;
  /** Stories were found, but none that answers the search well. */
  onlyNearest: boolean;
  /** What was found, or why nothing was. */
  status: string;
  isError: boolean;
  listId: string;
  pick: (index: number) => void;
  press: (event: KeyboardEvent) => void;
}

interface SearchOptions {
  /** What to list while nothing is typed. */
  offered?: readonly OfferedStory[];
  /** Which matches to list; by default all. */
  isListed?: (match: Match) => boolean;
  /** Many matches may not be listed, so that more are needed. */
  isNarrowed?: boolean;
  picked: (hit: Hit) => void;
  left: () => void;
}

const none: readonly OfferedStory[] = [];

/**
 * A search by the keyboard: arrows select a row, Enter picks it, Escape leaves. Only a story that answers the search
 * well is selected at first, so that Enter alone never picks a wrong one.
 */
export function useSearch({
  offered = none,
  isListed = () => true,
  isNarrowed = false,
  picked,
  left,
}: SearchOptions): SearchState {
  const [words, setWords] = useState('');
  /** What the arrows selected; null before they did. */
  const [selected, setSelected] = useState<number | null>(null);
  /** Enter came before the answer to what was typed. */
  const isPickAwaited = useRef(false);
  const wanted = words.trim().slice(0, longestSearch);
  const { data, error } = useMatches(wanted, isNarrowed ? mostMatches : undefined);
  const matches = error === null ? (data?.matches ?? []).filter(isListed) : [];
  const hits: readonly Hit[] = wanted === '' ? offered : matches;
  const fits = wanted !== '' && matches[0]?.fits === true;
  const active = Math.min(selected ?? (fits ? 0 : -1), hits.length - 1);
  // The list may still be that of words typed before.
  const isCurrent = wanted === '' || data?.words === wanted || error !== null;

  const pick = (index: number): void => {
    const hit = hits[index];
    if (hit !== undefined) picked(hit);
  };
  const pickAwaited = useEffectEvent(() => {
    if (isPickAwaited.current) pick(active);
    isPickAwaited.current = false;
  });
  useEffect(() => {
    if (isCurrent) pickAwaited();
  }, [isCurrent]);

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const action = searchKeyAction(event.key, active, hits.length);
    if (event.key === 'Enter' && selected === null && !isCurrent) isPickAwaited.current = true;
    else if (action === null) return;
    else if (action.type === 'select') setSelected(action.index);
    else if (action.type === 'pick') pick(action.index);
    else left();
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    words,
    type: (typed) => {
      setWords(typed);
      setSelected(null);
      isPickAwaited.current = false;
    },
    hits,
    active,
    onlyNearest: wanted !== '' && matches.length > 0 && !fits,
    status: searchStatus(data?.words ?? '', matches.length, fits, error),
    isError: error !== null,
    listId: useId(),
    pick,
    press,
  };
}

/** The longest search that the program takes. Nobody types as much, but somebody may paste it. */
export const longestSearch = 20_000;

/** As many as the program gives. */
const mostMatches = 50;

interface Matches {
  words: string;
  matches: readonly Match[];
}

const nothing: QueryState<Matches> = { data: null, error: null };

/** The stories that answer the words. */
function useMatches(wanted: string, limit: number | undefined): QueryState<Matches> {
  const { bridge } = useProgram();
  const ask = useMemo(() => {
    if (wanted === '') return null;
    return async () => {
      const result = await bridge.findStories(limit === undefined ? { words: wanted } : { words: wanted, limit });
      return result.ok ? { ok: true as const, value: { words: wanted, matches: result.value } } : result;
    };
  }, [bridge, wanted, limit]);
  const query = useQuery(ask);
  return wanted === '' ? nothing : query;
}

/** What a key in the search field does; null leaves it to the field. */
type SearchKeyAction = { type: 'select'; index: number } | { type: 'pick'; index: number } | { type: 'leave' } | null;

/** The keys of a combobox over `count` rows, of which the one at `active` is selected; none at -1. */
export function searchKeyAction(key: string, active: number, count: number): SearchKeyAction {
  switch (key) {
    case 'ArrowDown':
      return count === 0 ? null : { type: 'select', index: (active + 1) % count };
    case 'ArrowUp':
      return count === 0 ? null : { type: 'select', index: (Math.max(active, 0) - 1 + count) % count };
    case 'Enter':
      return count === 0 || active < 0 ? null : { type: 'pick', index: Math.min(active, count - 1) };
    case 'Escape':
      return { type: 'leave' };
    default:
      return null;
  }
}

/** The names of a story's parts, as the reason for a match. */
export const fieldNames: Readonly<Record<Field, string>> = {
  question: 'Question',
  alternate: 'Also works for',
  followUp: 'Follow-up',
  title: 'Title',
  tags: 'Tag',
  group: 'Group',
  outline: 'Outline',
  text: 'Answer',
  followUpAnswer: 'Answer to a follow-up',
  fact: 'Fact',
  note: 'Note',
};

/** A match as two lines of a list. */
interface MatchText {
  /** The name with the matching words marked; null where they aren’t in it. */
  name: readonly SnippetPart[] | null;
  /** The words around the match; empty where the name has them all. */
  reason: readonly SnippetPart[];
}

/** Where the title itself is the match, its words are marked in the story’s name instead of shown twice. */
export function matchText(
  story: Pick<StoryBrief, 'title' | 'name'> | undefined,
  snippet: readonly SnippetPart[],
): MatchText {
  const found = snippet.map(({ text }) => text).join('');
  const uncut = found.replaceAll(/^…|…$/gu, '');
  const isTitle = story !== undefined && (uncut === story.title || (uncut !== found && story.title.includes(uncut)));
  const name = isTitle ? markedName(story.name, snippet) : null;
  return { name, reason: name === null ? fromHit(snippet) : [] };
}

/** In characters: what a narrow list shows on a line, and as much before the first hit as leaves room for it there. */
const shortReason = 44;
const longestLead = 24;

/** The words around a match, cut at its beginning so that the first hit is seen where the line ends early. */
function fromHit(snippet: readonly SnippetPart[]): readonly SnippetPart[] {
  const [lead, ...rest] = snippet;
  const length = snippet.reduce((sum, { text }) => sum + text.length, 0);
  if (lead === undefined || lead.hit || lead.text.length <= longestLead || length <= shortReason) return snippet;
  const end = Array.from(lead.text).slice(-longestLead).join('');
  const word = end.search(/\s/u);
  return [{ text: `…${word === -1 ? end : end.slice(word + 1)}`, hit: false }, ...rest];
}

/** A name is visible that far in a narrow list. */
const seenInLists = 60;

/** The name with the hits of a snippet of its title; null if it lacks one, or one could be cut. */
function markedName(name: string, snippet: readonly SnippetPart[]): SnippetPart[] | null {
  const parts: SnippetPart[] = [];
  let done = 0;
  for (const { text } of snippet.filter(({ hit }) => hit)) {
    const start = wordAt(name, text, done);
    if (start === -1 || start + text.length > seenInLists) return null;
    parts.push({ text: name.slice(done, start), hit: false });
    done = start + text.length;
    parts.push({ text: name.slice(start, done), hit: true });
  }
  return [...parts, { text: name.slice(done), hit: false }].filter(({ text }) => text !== '');
}

/** What is between two characters of a marked text; `end` is exclusive. */
export function partsBetween(parts: readonly SnippetPart[], start: number, end = Infinity): SnippetPart[] {
  let at = 0;
  return parts.flatMap(({ text, hit }) => {
    const from = at;
    at += text.length;
    const cut = text.slice(Math.max(0, start - from), Math.max(0, end - from));
    return cut === '' ? [] : [{ text: cut, hit }];
  });
}

/** Where a word is in a name, from `from` on; the name’s first letter may have become a capital. */
function wordAt(name: string, word: string, from: number): number {
  if (from === 0 && name[0]?.toLowerCase() + name.slice(1, word.length) === word) return 0;
  let at = name.indexOf(word, from);
  while (at > 0 && /[\p{L}\p{N}\p{M}]/u.test(name[at - 1] ?? '')) at = name.indexOf(word, at + 1);
  return at;
}

/** The outcome of a search, to be seen and read out; empty before the first one. `fits` if the best match answers it. */
export function searchStatus(words: string, count: number, fits: boolean, error: string | null): string {
  if (error !== null) return error;
  if (words === '') return '';
  if (count === 0) return 'No story has these words. Try others, or fewer.';
  if (!fits) return `Nothing fits well. ${count === 1 ? 'One story is' : `${count} stories are`} near.`;
  return count === 1 ? 'One story.' : `${count} stories, best match first.`;
}
