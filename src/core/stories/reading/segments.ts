import { type LabelEntry, labelsOf, type QuoteEntry, type TextEntry } from './lines/entries.ts';
import { sectionOrder } from './lines/labels.ts';
import { startsOver } from './template/runs.ts';
import { joinLines } from '../markdown/text-line.ts';
import { readsAsQuestion } from '../questions.ts';
import type { Content } from './tree.ts';

/** A paragraph right before a new story's labels is its question or name if it asks, or has at most this many words. */
const longestName = 12;

/** How much of the current story has been read. */
interface Progress {
  begin: number;
  /** The story's first label, and how far its labels have got in the usual order. */
  first: LabelEntry | null;
  furthest: number;
  /** How far the labels of the outline have got. */
  outlined: number;
  asked: boolean;
  /** Whether follow-ups have begun after its labels: questions and answers are theirs. */
  followUps: boolean;
  /** Index of the last label, mark or branch. */
  last: number;
}

/**
 * Splits a heading's content where a new story begins without a heading: at a new `Q:`, or where the labels start over.
 * A question or bold line right before that belongs to the new story.
 */
export function splitStories(content: readonly Content[]): Content[][] {
  const stories: Content[][] = [];
  let now = beginning(0);
  for (const [at, each] of content.entries()) {
    if (begins(each, now)) {
      const begin =
        nameStart(content, at, now.last) ??
        metaStart(content, each.type === 'mark' ? at : leadStart(content, at, now.last), now);
      stories.push(content.slice(now.begin, begin));
      now = beginning(begin);
      for (const lead of content.slice(begin, at)) advance(lead, at, now);
    }
    advance(each, at, now);
  }
  stories.push(content.slice(now.begin));
  return stories;
}

function beginning(begin: number): Progress {
  return { begin, first: null, furthest: -1, outlined: -1, asked: false, followUps: false, last: begin - 1 };
}

function advance(each: Content, at: number, now: Progress): void {
  if (each.type === 'label') {
    now.first ??= each;
    now.furthest = Math.max(now.furthest, sectionOrder[each.kind]);
  } else if (each.type === 'quote') {
    for (const { kind } of labelsOf(each.entries)) now.outlined = Math.max(now.outlined, sectionOrder[kind]);
  } else if (each.type === 'mark') {
    now.asked ||= each.mark === 'question';
    now.followUps ||= each.mark === 'followUps' && now.first !== null;
  }
  if (each.type === 'label' || each.type === 'mark' || each.type === 'branch') now.last = at;
}

function begins(each: Content, now: Progress): boolean {
  switch (each.type) {
    case 'label':
      return now.first !== null && startsOver(each.kind, now.first.kind, now.furthest);
    case 'quote':
      return startsOverInQuote(each, now);
    case 'mark':
      return each.mark === 'question' && !now.followUps && (now.asked || now.first !== null || now.outlined >= 0);
    default:
      return false;
  }
}

function startsOverInQuote(quote: QuoteEntry, now: Progress): boolean {
  const [first] = labelsOf(quote.entries);
  return first !== undefined && first.kind === 'situation' && now.outlined >= sectionOrder.action;
}

/** Where a rule or a bold line begins the new story; null if there isn't one. */
function nameStart(content: readonly Content[], at: number, last: number): number | null {
  const index = content.slice(last + 1, at).findLastIndex((each) => each.type === 'rule' || each.type === 'title');
  if (index === -1) return null;
  return last + 1 + index + (content[last + 1 + index]?.type === 'rule' ? 1 : 0);
}

/** Where facts such as “Competency: Teamwork” right before a new story begin, if the story before begins with them as well. */
function metaStart(content: readonly Content[], at: number, { begin, last }: Progress): number {
  let start = at;
  if (content[begin]?.type !== 'meta') return start;
  while (start - 1 > last && content[start - 1]?.type === 'meta') start -= 1;
  return start;
}

/** Where the question or outline before a new story's first label begins. */
function leadStart(content: readonly Content[], at: number, last: number): number {
  let start = at;
  for (let index = at - 1; index > last; index -= 1) {
    const each = content[index];
    const adjacent = start === index + 1;
    if (each?.type === 'quote' && labelsOf(each.entries).length > 0) start = index;
    else if (each?.type === 'text' && (asks(each) || (adjacent && index > last + 1 && isShortName(each))))
      start = index;
    else if (each?.type !== 'list') break;
  }
  return start;
}

function asks(text: TextEntry): boolean {
  return !text.onLabelLine && !text.verbatim && readsAsQuestion(joinLines(text.lines));
}

/** Whether text is short and not a sentence. The first paragraph after a label is its text, never a name. */
export function isShortName(text: TextEntry): boolean {
  const words = joinLines(text.lines);
  return !text.onLabelLine && words.split(' ').length <= longestName && !/[.!:;,]$/.test(words);
}
