import type { Entry, HeadingEntry, ListEntry, TextEntry } from '../lines/entries.ts';
import { labelUse } from '../lines/fields.ts';
import { readHeading } from '../lines/headings.ts';
import { titleLevel } from '../lines/read-lines.ts';
import { namesFile, tellsOwn } from './judge.ts';
import { endOfPart, findRuns, type Run } from './runs.ts';
import { covers, joinLines, type TextLine } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';

/**
 * What may open a story without a heading: a bold line, a list of one item such as `1. **The lost key**`, a question
 * in bold. A line that asks has text or sections below it.
 */
interface Opener {
  at: number;
  asks: boolean;
  /** The line that opens, and the lines of its entry that follow it. */
  line: TextLine;
  rest: TextLine[];
  /** Whether only others like it show that it opens a story. */
  weak?: boolean;
  /** Whether it does, whatever is below it: the list that it is in is one of stories. */
  isItem?: boolean | undefined;
}

/**
 * Makes headings of the lines that open stories in a part of the file, and follow-ups of the questions in bold after an
 * answer. A part is what is between two headings. Which lines open its stories is decided by how many of them they
 * explain, and by what they leave over.
 */
export function withOpeners(entries: readonly Entry[]): Entry[] {
  const runs = findRuns(entries);
  const result: Entry[] = [];
  let start = 0;
  let next = 0;
  while (start < entries.length) {
    const end = endOfPart(entries, start);
    const own: Run[] = [];
    for (let run = runs[next]; run !== undefined && run.first < end; run = runs[next]) {
      own.push(run);
      next += 1;
    }
    addPart(entries, start, end, own, result);
    const border = entries[end];
    if (border !== undefined) result.push(border);
    start = end + 1;
  }
  return result;
}

function addPart(entries: readonly Entry[], start: number, end: number, runs: readonly Run[], result: Entry[]): void {
  const openers: Opener[] = [];
  for (let at = start; at < end; at += 1) {
    const opener = openerAt(entries, at, end);
    if (opener !== null && opener.weak !== false) openers.push(opener);
  }
  dropWeak(openers, runs);
  const uses = openers.length === 0 ? null : usesOf(openers, entries, start, end, runs);
  const level = levelIn(runs);
  const isBank = runs.length === 0 && !asksAbove(entries, start);
  for (let at = start; at < end; at += 1) {
    const entry = entries[at];
    const use = uses?.get(at);
    if (entry === undefined) continue;
    if (isBank && entry.type === 'list' && holdsAnswers(entry) && !asksBefore(entries, at)) {
      addAnswers(entry, level, result);
      continue;
    }
    if (use === undefined) {
      result.push(entry);
      continue;
    }
    const { opener, as } = use;
    result.push(
      as === 'story' ? headingOf(opener, level) : as === 'question' ? textOf(opener, []) : followUpOf(opener),
    );
    if (opener.rest.length > 0) result.push(textOf(opener, opener.rest));
  }
}

/** Whether every item of a list asks and has its answer below. */
function holdsAnswers({ items }: ListEntry): boolean {
  return items.every((item, at) => {
    if (item.depth > 0) return !readsAsQuestion(item.text);
    const [first, ...rest] = item.lines;
    const next = items[at + 1];
    const told = rest.length > 0 ? !readsAsQuestion(item.text) : next !== undefined && next.depth > 0;
    return first !== undefined && readsAsQuestion(first.text) && told;
  });
}

function asksBefore(entries: readonly Entry[], at: number): boolean {
  const above = entries[at - 1];
  if (above?.type === 'mark' || above?.type === 'also') return true;
  return above?.type === 'text' && readsAsQuestion(joinLines(above.lines));
}

/** Adds the items of a list of questions and answers as stories. */
function addAnswers({ items }: ListEntry, level: number, result: Entry[]): void {
  for (const item of items) {
    const [first, ...rest] = item.lines;
    if (first === undefined) continue;
    const opener = { at: 0, asks: true, line: first, rest };
    const last = result.at(-1);
    if (item.depth === 0) result.push(headingOf(opener, level));
    else if (last?.type === 'list') last.items.push(item);
    else result.push({ type: 'list', line: item.line, endLine: item.endLine, items: [item] });
    if (last?.type === 'list' && item.depth > 0) last.endLine = item.endLine;
    if (item.depth === 0 && rest.length > 0) result.push(textOf(opener, rest));
  }
}

/** The opener that an entry is or begins with; null for any other. */
function openerAt(entries: readonly Entry[], at: number, end: number): Opener | null {
  const entry = entries[at];
  if (entry?.type === 'title' && !entry.inTable) {
    const { title, written, role } = entry.heading;
    if (role.type === 'also' || labelUse(written) !== 'open') return null;
    const line: TextLine = { line: entry.line, text: written, marks: [], after: 'soft' };
    return { at, asks: readsAsQuestion(title), line, rest: [], isItem: entry.isItem };
  }
  if (entry?.type === 'list' && entry.items.length === 1) {
    const [item] = entry.items;
    const [line, ...rest] = item?.lines ?? [];
    const next = nextContent(entries, at + 1, end);
    const above = entries[at - 1];
    // Below a question, it is a follow-up.
    if (above?.type === 'text' && readsAsQuestion(joinLines(above.lines))) return null;
    if (above?.type === 'mark' && above.mark !== 'answer') return null;
    if (line === undefined || rest.length > 0 || next === undefined || next.type === 'list') return null;
    const bold = covers(line.marks, 'bold', 0, line.text.length);
    const asks = readsAsQuestion(line.text);
    const opens = next.type === 'label' ? next.kind !== 'reflection' : asks;
    if (!opens) return null;
    return asks || bold ? { at, asks, line, rest: [] } : { at, asks, line, rest: [], weak: next.type === 'label' };
  }
  if (entry?.type !== 'text' || entry.verbatim || entry.onLabelLine) return null;
  const [line, ...rest] = entry.lines;
  if (line === undefined || !covers(line.marks, 'bold', 0, line.text.length) || !readsAsQuestion(line.text))
    return null;
  return { at, asks: true, line, rest };
}

/** A plain line in a list of one item names a story if another one does. */
function dropWeak(openers: Opener[], runs: readonly Run[]): void {
  const firsts = new Set(runs.map(({ first }) => first));
  const weak = openers.filter((opener) => opener.weak === true && firsts.has(opener.at + 1));
  const kept = new Set(weak.length > 1 ? weak : []);
  const all = openers.splice(0);
  for (const opener of all) if (opener.weak !== true || kept.has(opener)) openers.push(opener);
}

function nextContent(entries: readonly Entry[], from: number, end: number): Entry | undefined {
  for (let at = from; at < end; at += 1) if (entries[at]?.type !== 'rule') return entries[at];
  return undefined;
}

type Use = { opener: Opener; as: 'story' | 'question' | 'follow-up' };

function usesOf(
  openers: readonly Opener[],
  entries: readonly Entry[],
  start: number,
  end: number,
  runs: readonly Run[],
): Map<number, Use> {
  const uses = new Map<number, Use>();
  const asking = asksAbove(entries, start);
  const named = runs.length === 0 && !asking && openSeveral(openers, entries, end);
  const opened = openersOfRuns(openers, runs);
  const opensSeveral = runs.length > 1 || openers.length - opened.size > 0;
  let told = false;
  let opening = false;
  let passed = 0;
  for (const opener of openers) {
    const run = opened.get(opener.at);
    while ((runs[passed]?.last ?? opener.at) < opener.at) passed += 1;
    const before = runs[passed - 1];
    if (opener.isItem === true) {
      uses.set(opener.at, { opener, as: 'story' });
      opening = true;
    } else if (run !== undefined) {
      // The only question above the only sections is theirs, and the heading stays the story’s.
      const story = !opener.asks || opensSeveral || isFileTitle(entries[start - 1]);
      if (story || entries[opener.at]?.type === 'list')
        uses.set(opener.at, { opener, as: story ? 'story' : 'question' });
      opening = story;
    } else if (before !== undefined && !opening) {
      if (opener.asks && hasAnswer(entries, opener, end)) uses.set(opener.at, { opener, as: 'follow-up' });
    } else if ((opener.asks || named) && hasAnswer(entries, opener, end)) {
      const follows = asking || told;
      if (!follows || opening) {
        uses.set(opener.at, { opener, as: 'story' });
        opening = true;
      }
    }
    told ||= before !== undefined;
  }
  return uses;
}

/** The opener of each run, by its position: the last one before the run’s first label. */
function openersOfRuns(openers: readonly Opener[], runs: readonly Run[]): Map<number, Run> {
  const opened = new Map<number, Run>();
  let next = 0;
  for (const run of runs) {
    let named: Opener | undefined;
    let last: Opener | undefined;
    for (; (openers[next]?.at ?? run.first) < run.first; next += 1) {
      const opener = openers[next];
      if (opener === undefined || opener.at < run.lead) continue;
      last = opener;
      if (!opener.asks && !namesFile(opener.line.text)) named = opener;
    }
    // A name comes before its question: “**The lost key**”, “**Tell me about a loss.**”.
    const adjacent = named !== undefined && last !== undefined && last.at <= named.at + 1;
    const opener = adjacent ? named : last;
    if (opener !== undefined) opened.set(opener.at, run);
  }
  return opened;
}

/** Whether what is above a part names no story: nothing, or the kind of file. */
function isFileTitle(above: Entry | undefined): boolean {
  return above === undefined || (above.type === 'heading' && namesFile(above.heading.written));
}

/** Whether the part’s heading asks, so that what is below it is its answer. */
function asksAbove(entries: readonly Entry[], start: number): boolean {
  const above = entries[start - 1];
  return above?.type === 'heading' && readsAsQuestion(above.heading.title);
}

/** Whether bold lines name several stories, most of which tell something of their own. */
function openSeveral(openers: readonly Opener[], entries: readonly Entry[], end: number): boolean {
  const names = openers.filter((opener) => !opener.asks && hasAnswer(entries, opener, end));
  const told = names.filter(({ at }) => {
    const next = nextContent(entries, at + 1, end);
    return next?.type === 'text'
      ? tellsOwn(joinLines(next.lines))
      : next?.type === 'list' && next.items.some(({ text }) => tellsOwn(text));
  });
  return names.length > 1 && told.length * 2 >= names.length;
}

/** Whether text follows a question, rather than another question. */
function hasAnswer(entries: readonly Entry[], { at, rest }: Opener, end: number): boolean {
  if (rest.length > 0) return !rest.every(({ text }) => readsAsQuestion(text));
  const next = nextContent(entries, at + 1, end);
  if (next?.type === 'text') return !readsAsQuestion(joinLines(next.lines));
  if (next?.type === 'list') return !next.items.every(({ text }) => readsAsQuestion(text));
  return next?.type === 'quote' || (next?.type === 'mark' && next.mark === 'answer');
}

/** Below any heading, but above those that are labels. */
function levelIn(runs: readonly Run[]): number {
  const levels = runs.flatMap(({ label }) => (label.level === null ? [] : [label.level]));
  return Math.min(titleLevel, ...levels.map((level) => level - 0.5));
}

function headingOf({ line }: Opener, level: number): HeadingEntry {
  const at = { line: line.line, endLine: line.line };
  const heading = readHeading({ ...at, level, lines: [line] });
  return {
    type: 'heading',
    ...at,
    heading: { ...heading, opens: true, role: heading.role.type === 'label' ? { type: 'plain' } : heading.role },
  };
}

function textOf({ line }: Opener, rest: TextLine[]): TextEntry {
  const lines = rest.length === 0 ? [line] : rest;
  const at = { line: lines[0]?.line ?? line.line, endLine: lines.at(-1)?.line ?? line.line };
  return { type: 'text', ...at, lines, onLabelLine: false, verbatim: false };
}

function followUpOf({ line }: Opener): Entry {
  return { type: 'follow-up', line: line.line, endLine: line.line, question: line.text };
}
