import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Block, ListItem } from './block.ts';
import { type FlowContext, withoutTags } from './flow.ts';
import { groupLines } from './group-lines.ts';
import { htmlTableIn } from './html-table.ts';
import { normalLabel, readInline } from './inline.ts';
import { BlockTokenizer, isCut } from './block-tokenizer.ts';
import { countLineEnds, fenceAt } from './source.ts';
import { type HiddenText, type TextLine } from './text-line.ts';

interface Document {
  blocks: Block[];
  hidden: HiddenText[];
  /** The lines before which a block was cut in two, as it is too long to be read at once. */
  cuts: number[];
}

/**
 * Cuts Markdown into blocks of plain text that know their lines. `firstLine` is the line number of the start of the
 * text in its file. marked doesn't report positions, but the sources of its tokens add up to the text, so counting
 * line ends finds them. This goes chunk by chunk and paragraph by paragraph: all tokens at once would take twenty
 * times the file in memory, keeping them takes longer than making them, and some of marked's rules take four times as
 * long for twice the text.
 */
export function readBlocks(text: string, firstLine: number): Document {
  const cuts: number[] = [];
  const flow: FlowContext = { details: 0, hidden: [], labels: definedLabels(text), cuts };
  const blocks: Block[] = [];
  for (const { text: part, linesBefore, cut } of cutChunks(text)) {
    const lexer = new Lexer({ gfm: true, tokenizer: new BlockTokenizer() });
    if (cut) cuts.push(firstLine + linesBefore);
    addAll(lexer.blockTokens(part), firstLine + linesBefore, flow, blocks);
  }
  return { blocks, hidden: flow.hidden, cuts };
}

const definition =
  /^[ \t>*+-]*\[((?:[^\\[\]]|\\[^]){1,999})\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)(?!\S)[ \t]*(?:$|["'(])/gm;

/** The labels of definitions such as `[label]: address`, which apply to the whole file. */
function definedLabels(text: string): Set<string> {
  const found = text.includes(']:') ? text.matchAll(definition) : [];
  return new Set(Array.from(found, ([, label = '']) => normalLabel(label)));
}

function blocksOf(tokens: readonly Token[], firstLine: number, flow: FlowContext): Block[] {
  const blocks: Block[] = [];
  addAll(tokens, firstLine, flow, blocks);
  return blocks;
}

function addAll(tokens: readonly Token[], firstLine: number, flow: FlowContext, blocks: Block[]): void {
  let line = firstLine;
  for (const token of tokens) {
    const ends = countLineEnds(token.raw);
    const endLine = line + (token.raw.endsWith('\n') ? ends - 1 : ends);
    addBlocks(token as MarkedToken, line, Math.max(line, endLine), flow, blocks);
    line += ends;
  }
}

function addBlocks(token: MarkedToken, line: number, endLine: number, flow: FlowContext, blocks: Block[]): void {
  switch (token.type) {
    case 'heading':
      blocks.push(headingOf(token, line, endLine, flow));
      return;
    case 'paragraph':
    case 'text':
      groupLines(readInline(sourceOf(token), line, flow), blocks);
      return;
    case 'html': {
      const shown = hideComments(token.raw, line, flow);
      addHtml(shown.text, shown.line, flow, blocks);
      return;
    }
    case 'list':
      blocks.push({ type: 'list', line, endLine, items: itemsOf(token, line, flow) });
      return;
    case 'blockquote':
      blocks.push({ type: 'quote', line, endLine, blocks: blocksOf(token.tokens, line, flow) });
      return;
    case 'code':
      blocks.push({ type: 'code', line, endLine, lines: codeLines(token, line) });
      return;
    case 'table':
      if (isCut(token)) flow.cuts.push(endLine + 1);
      blocks.push({ type: 'table', line, endLine, rows: rowsOf(token, line, flow) });
      return;
    case 'hr':
      blocks.push({ type: 'rule', line, endLine });
      return;
    case 'def':
      flow.hidden.push({ line, text: token.raw.trim().replace(/\s+/g, ' ') });
      return;
    default:
  }
}

/** Reads HTML for its text, and the tables in it for their cells. */
function addHtml(html: string, line: number, flow: FlowContext, blocks: Block[]): void {
  let rest = html;
  let at = line;
  for (let found = htmlTableIn(rest); found !== null; found = htmlTableIn(rest)) {
    const { before, after, rows } = found;
    if (before.trim() !== '') groupLines(readInline(before, at, flow), blocks);
    const endLine = at + countLineEnds(rest.slice(0, rest.length - after.length));
    const cells = rows.map((row) => row.map((cell) => cellOf(cell.html, at + cell.linesBelow, flow)));
    blocks.push({ type: 'table', line: at, endLine, rows: cells });
    rest = after;
    at = endLine;
  }
  if (rest === html || rest.trim() !== '') groupLines(readInline(rest, at, flow), blocks);
}

/** Hides comments, scripts and styles, but not what follows them on the line. */
function hideComments(raw: string, line: number, flow: FlowContext): { text: string; line: number } {
  const found = /^\s*<(?:(!--)|(script|style)\b|[!?])/i.exec(raw);
  if (found === null) return { text: raw, line };
  const closing = found[1] === undefined ? (found[2] === undefined ? '>' : `</${found[2]}>`) : '-->';
  const at = raw.toLowerCase().indexOf(closing.toLowerCase());
  const end = at === -1 ? raw.length : at + closing.length;
  for (const [index, written] of raw.slice(0, end).split('\n').entries()) {
    const text = withoutTags(written)
      .replace(/<!--+|--+>/g, '')
      .trim();
    if (text !== '') flow.hidden.push({ line: line + index, text });
  }
  return { text: raw.slice(end), line: line + countLineEnds(raw.slice(0, end)) };
}

function headingOf(token: Tokens.Heading, line: number, endLine: number, flow: FlowContext): Block {
  const lines: TextLine[] = readInline(token.text, line, flow);
  const underlined = !/^ {0,3}#/.test(token.raw);
  return { type: 'heading', line, endLine, level: token.depth, underlined, lines };
}

/**
 * A paragraph's Markdown, line by line as written: marked adds empty lines to the text of one that continues indented.
 * The text of a task in a loose list begins with its `[x]`, which is dropped.
 */
function sourceOf({ raw, text, tokens }: Tokens.Paragraph | Tokens.Text): string {
  // Nearly always they are the same, which is quickest to see.
  const isWhole = raw === text || raw.startsWith(text) || countLineEnds(text) === countLineEnds(raw.trimEnd());
  const whole = isWhole ? text : raw.trimEnd();
  return tokens?.[0]?.type === 'checkbox' ? whole.replace(/^\[[ xX]\] +/, '') : whole;
}

const taskMark = /^\s*(?:[*+-]|\d{1,9}[.)])\s+\[[ xX]\]\s/;

function itemsOf(token: Tokens.List, firstLine: number, flow: FlowContext): ListItem[] {
  let line = firstLine;
  return token.items.map((item) => {
    const ends = countLineEnds(item.raw);
    const endLine = line + (item.raw.endsWith('\n') ? ends - 1 : ends);
    const isTask = taskMark.test(item.raw);
    const read = { line, endLine: Math.max(line, endLine), blocks: blocksOf(item.tokens, line, flow), isTask };
    line += ends;
    return read;
  });
}

/** The code of a fenced block begins on the line after the fence. */
function codeLines(token: Tokens.Code, line: number): { line: number; text: string }[] {
  const first = token.codeBlockStyle === 'indented' ? line : line + 1;
  return token.text.split('\n').map((text, index) => ({ line: first + index, text: text.trimEnd() }));
}

/** Skips the line below a table's header row, which is markup. */
function rowsOf(token: Tokens.Table, line: number, flow: FlowContext): TextLine[][] {
  const written = token.raw.split('\n');
  return [token.header, ...token.rows].map((cells, index) => {
    const at = index === 0 ? line : line + index + 1;
    const row = cells.map((cell) => cellOf(cell.text, at, flow));
    const beyond = cellsBeyond(written[at - line] ?? '', cells.length);
    const last = row.at(-1);
    if (last !== undefined && beyond !== '') last.text = `${last.text} ${cellOf(beyond, at, flow).text}`.trim();
    return row;
  });
}

/** What a row has beyond the columns of its table, which marked drops. */
function cellsBeyond(row: string, columns: number): string {
  const cells = row
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
  return cells.length > columns ? cells.slice(columns).join(' ').trim() : '';
}

function cellOf(cell: string, line: number, flow: FlowContext): TextLine {
  const lines = readInline(cell, line, flow);
  const texts = lines.map(({ text: own }, index) => {
    const next = lines[index + 1];
    // A `<br>` after more than a word or two ends a statement, unless the sentence goes on below.
    const ends =
      next !== undefined &&
      next.after !== 'soft' &&
      !/^\p{Ll}/u.test(next.text) &&
      own.split(' ', 3).length > 2 &&
      /[\p{L}\p{N}]$/u.test(own);
    return ends ? `${own};` : own;
  });
  const text = texts.join(' ').replaceAll('\n', ' ');
  return { line, text, marks: lines[0]?.marks ?? [], after: 'soft' };
}

/** A stretch of a file that is read on its own. */
interface Chunk {
  text: string;
  /** How many lines come before it. */
  linesBefore: number;
  /** Whether it begins elsewhere than at a heading. */
  cut: boolean;
}

/** About how long a chunk is, in characters: so short that its tokens are freed before the next one is read. */
const chunkLength = 32_768;
/** A chunk isn't longer than this, headings or not: marked would need too long for it. */
const longestChunk = 65_536;

/** Such HTML may span blank lines and headings. */
const undivided = /<(?:script|pre|style|textarea|!|\?)/i;

/**
 * Cuts Markdown before headings that follow a blank line, but not inside code. No block is cut in two there, so the
 * blocks of all chunks are the blocks of the file. What is too long without such a place is cut at a blank line, or
 * else at any line.
 */
function cutChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  const whole = text.includes('<') && undivided.test(text);
  let from: Place = { start: 0, line: 0, fence: '' };
  let cut = false;
  let heading: Place | null = null;
  let blank: Place | null = null;
  const cutAt = (place: Place): void => {
    chunks.push(chunkOf(text.slice(from.start, place.start), from, cut));
    cut = place !== heading && place.fence === '';
    from = place;
    heading = null;
    blank = null;
  };
  let line = 0;
  let blankBefore = true;
  let fence = '';
  for (let start = 0; text.length - from.start > chunkLength && start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (start > from.start) {
      if (end - from.start > longestChunk) cutAt(heading ?? blank ?? { start, line, fence });
      if (blankBefore) blank = { start, line, fence };
      if (blankBefore && fence === '' && isAt(headingMark, text, start)) heading = blank;
      if (!whole && heading !== null && heading.start - from.start >= chunkLength) cutAt(heading);
    }
    const mark = fenceAt(text, start);
    const isInline = mark.startsWith('`') && /`[^`]+`/.test(text.slice(start, end));
    if (fence === '') fence = isInline ? '' : mark;
    else if (mark.startsWith(fence)) fence = '';
    blankBefore = isAt(blankLine, text, start);
    start = end + 1;
  }
  chunks.push(chunkOf(text.slice(from.start), from, cut));
  return chunks;
}

const headingMark = /#{1,6}[ \t]/y;
const blankLine = /[^\S\n]*(?:\n|$)/y;

function isAt(pattern: RegExp, text: string, start: number): boolean {
  pattern.lastIndex = start;
  return pattern.test(text);
}

/** Code that began before goes on: its fence is opened again, on the line before. */
function chunkOf(text: string, { line, fence }: Place, cut: boolean): Chunk {
  return fence === '' ? { text, linesBefore: line, cut } : { text: `${fence}\n${text}`, linesBefore: line - 1, cut };
}

interface Place {
  start: number;
  line: number;
  /** Of the code that it is in; empty outside code. */
  fence: string;
}
