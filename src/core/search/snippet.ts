import type { FoundPassage } from './passages.ts';

/** A part of a snippet; `hit` if it is what was found. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}

/** In characters: about one line of a list. */
const longestSnippet = 96;

/** In characters: about what the palette shows of a line at 460 pixels, and how much of it may come before the first hit. */
const shortestLine = 56;
const longestLead = 32;

interface Span {
  start: number;
  end: number;
}

/**
 * The words around the hits of a passage, cut between words to one line, with an ellipsis at each cut. Joined, the
 * parts read as one text.
 */
export function snippetOf({ text, hits }: Pick<FoundPassage, 'text' | 'hits'>): SnippetPart[] {
  const spans = merged(hits);
  const shown = windowOf(text, spans);
  const parts: SnippetPart[] = [];
  add(parts, shown.start > 0 ? '…' : '', false);
  let done = shown.start;
  for (const span of spans) {
    const start = Math.max(span.start, done);
    const end = Math.min(span.end, shown.end);
    if (start >= end) continue;
    add(parts, text.slice(done, start), false);
    add(parts, text.slice(start, end), true);
    done = end;
  }
  add(parts, text.slice(done, shown.end), false);
  add(parts, shown.end < text.length ? '…' : '', false);
  return parts;
}

function add(parts: SnippetPart[], text: string, hit: boolean): void {
  if (text) parts.push({ text, hit });
}

/** Merges hits that overlap, such as a phrase and its words. */
function merged(hits: readonly Span[]): Span[] {
  const sorted = hits.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const spans: Span[] = [];
  for (const { start, end } of sorted) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/**
 * The stretch to show: the line with the most hits, with the room left over divided between its two sides; less before
 * them where a narrow list would cut the first one.
 */
function windowOf(text: string, spans: readonly Span[]): Span {
  const core = densest(spans);
  const room = longestSnippet - (core.end - core.start);
  const end = Math.min(text.length, core.end + Math.ceil(room / 2));
  const first = spans.find(({ start }) => start >= core.start) ?? core;
  const early = Math.max(0, end - longestSnippet);
  const start = first.end - early > shortestLine ? Math.max(early, first.start - longestLead) : early;
  return {
    start: wordStart(text, start, core.start),
    end: wordEnd(text, Math.min(text.length, start + longestSnippet), core.end),
  };
}

/** From the first to the last hit of the line with the most hits; the first of equals. */
function densest(spans: readonly Span[]): Span {
  let best = { start: 0, end: 0, hits: 0 };
  let first = 0;
  for (const [index, { end }] of spans.entries()) {
    while (first < index && end - (spans[first]?.start ?? 0) > longestSnippet) first += 1;
    const start = spans[first]?.start ?? 0;
    const hits = index - first + 1;
    // A single hit can be longer than a line.
    if (hits > best.hits) best = { start, end: Math.min(end, start + longestSnippet), hits };
  }
  return best;
}

/** The first word start from `at` on, not after `latest`; `at` itself without a space. */
function wordStart(text: string, at: number, latest: number): number {
  if (at === 0) return 0;
  const space = text.slice(at - 1, latest).search(/\s/u);
  return space === -1 ? wholeCharacter(text, at) : at + space;
}

/** The last word end up to `at`, not before `earliest`; `at` itself without a space. */
function wordEnd(text: string, at: number, earliest: number): number {
  if (at === text.length) return at;
  const spaces = [...text.slice(earliest, at + 1).matchAll(/\s/gu)];
  const last = spaces.at(-1);
  return last ? earliest + last.index : wholeCharacter(text, at);
}

/** Moves `at` to the start of a surrogate pair that it would split. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
