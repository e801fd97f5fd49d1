import { type LabelEntry, labelsOf, type QuoteEntry, type TextEntry } from './entries.ts';
import { sectionOrder } from './labels.ts';
import { joinLines } from '../markdown/text-line.ts';
import { readsAsQuestion } from '../questions.ts';
import type { Content } from './tree.ts';

/** A paragraph right before a new story's labels is its question, if it asks or has no more words than this. */
const longestName = 12;

/** How far the story that is being read has come. */
interface Progress {
  begin: number;
  /** The first label's kind, and how far the labels went. */
  first: LabelEntry | null;
  furthest: number;
  /** How far the outline's labels went. */
  outlined: number;
  asked: boolean;
  /** Index of the last label, mark or branch. */
  last: number;
}

/**
 * Parts a heading's content where a new story begins without a heading: the labels start over, or a new `Q:`
 * comes. What stands right before, as a question or a bold line, goes with the new one.
 */
export function splitStories(content: readonly Content[]): Content[][] {
  const stories: Content[][] = [];
  let now = beginning(0);
  for (const [at, each] of content.entries()) {
    if (begins(each, now)) {
      const begin = nameStart(content, at, now.last) ?? (each.type === 'mark' ? at : leadStart(content, at, now.last));
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
  return { begin, first: null, furthest: -1, outlined: -1, asked: false, last: begin - 1 };
}

function advance(each: Content, at: number, now: Progress): void {
  if (each.type === 'label') {
    now.first ??= each;
    now.furthest = Math.max(now.furthest, sectionOrder[each.kind]);
  } else if (each.type === 'quote') {
    for (const { kind } of labelsOf(each.entries)) now.outlined = Math.max(now.outlined, sectionOrder[kind]);
  } else if (each.type === 'mark') {
    now.asked ||= each.mark === 'question';
  }
  if (each.type === 'label' || each.type === 'mark' || each.type === 'branch') now.last = at;
}

function begins(each: Content, now: Progress): boolean {
  switch (each.type) {
    case 'label':
      return now.first !== null && startsOver(each, now.first, now.furthest);
    case 'quote':
      return startsOverInQuote(each, now);
    case 'mark':
      return each.mark === 'question' && (now.asked || now.first !== null || now.outlined >= 0);
    default:
      return false;
  }
}

/** A situation after an action, or the label that the story began with after a result. */
function startsOver(label: LabelEntry, first: LabelEntry, furthest: number): boolean {
  const opens = label.kind === 'situation' || label.kind === 'task';
  if (label.kind === 'situation' && furthest >= sectionOrder.action) return true;
  return opens && label.kind === first.kind && furthest >= sectionOrder.result;
}

function startsOverInQuote(quote: QuoteEntry, now: Progress): boolean {
  const [first] = labelsOf(quote.entries);
  return first !== undefined && first.kind === 'situation' && now.outlined >= sectionOrder.action;
}

/** Where a line across the page or a bold line begins the new story; null where none does. */
function nameStart(content: readonly Content[], at: number, last: number): number | null {
  const index = content.slice(last + 1, at).findLastIndex((each) => each.type === 'rule' || each.type === 'title');
  if (index === -1) return null;
  return last + 1 + index + (content[last + 1 + index]?.type === 'rule' ? 1 : 0);
}

/** Where, before a new story's first label, its question or outline begins. */
function leadStart(content: readonly Content[], at: number, last: number): number {
  let start = at;
  for (let index = at - 1; index > last; index -= 1) {
    const each = content[index];
    const adjacent = start === index + 1;
    if (each?.type === 'quote' && labelsOf(each.entries).length > 0) start = index;
    else if (each?.type === 'text' && (asks(each) || (adjacent && index > last + 1 && isName(each)))) start = index;
    else if (each?.type !== 'list') break;
  }
  return start;
}

function asks(text: TextEntry): boolean {
  return !text.onLabelLine && !text.verbatim && readsAsQuestion(joinLines(text.lines));
}

/** As short as a name, and no sentence. The first paragraph after a label is never one, but the label's text. */
function isName(text: TextEntry): boolean {
  const words = joinLines(text.lines);
  return !text.onLabelLine && words.split(' ').length <= longestName && !/[.!:;,]$/.test(words);
}
