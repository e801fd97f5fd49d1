import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Block, ListItem } from './block.ts';
import { type FlowContext, withoutTags } from './flow.ts';
import { groupLines } from './group-lines.ts';
import { htmlTableIn } from './html-table.ts';
import { readInline } from './inline.ts';
import { countLineEnds } from './source.ts';
import { type HiddenText, joinLines, type TextLine } from './text-line.ts';

interface Document {
  blocks: Block[];
  hidden: HiddenText[];
}

interface Reading {
  lexer: Lexer;
  flow: FlowContext;
}

/**
 * Cuts Markdown into blocks of plain text that know their lines. `firstLine` is the line number of the start of the
 * text in its file. marked doesn't report positions, but the sources of its tokens add up to the text, so counting
 * line ends finds them. This goes chunk by chunk and paragraph by paragraph: all tokens at once would take twenty
 * times the file in memory, and keeping them takes longer than making them.
 */
export function readBlocks(text: string, firstLine: number): Document {
  const flow: FlowContext = { details: 0, hidden: [] };
  const blocks: Block[] = [];
  for (const chunk of cutChunks(text)) {
    const lexer = new Lexer({ gfm: true });
    const tokens = lexer.blockTokens(chunk.text, lexer.tokens);
    lexer.inlineQueue = [];
    addAll(tokens, firstLine + chunk.linesBefore, { lexer, flow }, blocks);
  }
  return { blocks, hidden: flow.hidden };
}

function blocksOf(tokens: readonly Token[], firstLine: number, reading: Reading): Block[] {
  const blocks: Block[] = [];
  addAll(tokens, firstLine, reading, blocks);
  return blocks;
}

function addAll(tokens: readonly Token[], firstLine: number, reading: Reading, blocks: Block[]): void {
  let line = firstLine;
  for (const token of tokens) {
    const ends = countLineEnds(token.raw);
    const endLine = line + (token.raw.endsWith('\n') ? ends - 1 : ends);
    addBlocks(token as MarkedToken, line, Math.max(line, endLine), reading, blocks);
    line += ends;
  }
}

function addBlocks(token: MarkedToken, line: number, endLine: number, reading: Reading, blocks: Block[]): void {
  const { flow, lexer } = reading;
  switch (token.type) {
    case 'heading':
      blocks.push(headingOf(token, line, endLine, reading));
      return;
    case 'paragraph':
    case 'text':
      groupLines(readInline(sourceOf(token), line, lexer, flow), blocks);
      return;
    case 'html': {
      const shown = hideComments(token.raw, line, flow);
      addHtml(shown.text, shown.line, reading, blocks);
      return;
    }
    case 'list':
      blocks.push({ type: 'list', line, endLine, items: itemsOf(token, line, reading) });
      return;
    case 'blockquote':
      blocks.push({ type: 'quote', line, endLine, blocks: blocksOf(joined(token), line, reading) });
      return;
    case 'code':
      blocks.push({ type: 'code', line, endLine, lines: codeLines(token, line) });
      return;
    case 'table':
      blocks.push({ type: 'table', line, endLine, rows: rowsOf(token, line, reading) });
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

/** Reads HTML for its text, and a table in it for its cells. */
function addHtml(html: string, line: number, reading: Reading, blocks: Block[]): void {
  const found = htmlTableIn(html);
  const { lexer, flow } = reading;
  if (found === null) {
    groupLines(readInline(html, line, lexer, flow), blocks);
    return;
  }
  const { before, after, rows } = found;
  if (before.trim() !== '') groupLines(readInline(before, line, lexer, flow), blocks);
  const endLine = line + countLineEnds(html, html.length - after.length);
  const cells = rows.map((row) => row.map((cell) => textOfCell(cell.html, line + cell.linesBelow, reading)));
  blocks.push({ type: 'table', line, endLine, rows: cells });
  if (after.trim() !== '') addHtml(after, endLine, reading, blocks);
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
  return { text: raw.slice(end), line: line + countLineEnds(raw, end) };
}

function headingOf(token: Tokens.Heading, line: number, endLine: number, { lexer, flow }: Reading): Block {
  const lines: TextLine[] = readInline(token.text, line, lexer, flow);
  const underlined = !/^ {0,3}#/.test(token.raw);
  return { type: 'heading', line, endLine, level: token.depth, underlined, lines };
}

/**
 * A quote's tokens, with sources that add up to its text. Before a line that continues the quote without a `>`, marked
 * drops the line end; this puts it back.
 */
function joined({ text, tokens }: Tokens.Blockquote): Token[] {
  const whole: Token[] = [];
  let at = 0;
  for (const token of tokens) {
    const gap = text[at] === '\n' && !token.raw.startsWith('\n') && text.startsWith(token.raw, at + 1);
    if (gap) whole.push({ type: 'space', raw: '\n' });
    whole.push(token);
    at += token.raw.length + (gap ? 1 : 0);
  }
  return whole;
}

/**
 * A paragraph's Markdown, line by line as written: marked adds empty lines to the text of one that continues indented.
 * The text of a task in a loose list begins with its `[x]`, which is dropped.
 */
function sourceOf({ raw, text, tokens }: Tokens.Paragraph | Tokens.Text): string {
  const whole = raw.startsWith(text) || countLineEnds(text) === countLineEnds(raw.trimEnd()) ? text : raw.trimEnd();
  return tokens?.[0]?.type === 'checkbox' ? whole.replace(/^\[[ xX]\] +/, '') : whole;
}

function itemsOf(token: Tokens.List, firstLine: number, reading: Reading): ListItem[] {
  let line = firstLine;
  return token.items.map((item) => {
    const ends = countLineEnds(item.raw);
    const endLine = line + (item.raw.endsWith('\n') ? ends - 1 : ends);
    const read = { line, endLine: Math.max(line, endLine), blocks: blocksOf(item.tokens, line, reading) };
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
function rowsOf(token: Tokens.Table, line: number, reading: Reading): TextLine[][] {
  const written = token.raw.split('\n');
  return [token.header, ...token.rows].map((cells, index) => {
    const at = index === 0 ? line : line + index + 1;
    const row = cells.map((cell) => cellOf(cell, at, reading));
    const beyond = cellsBeyond(written[at - line] ?? '', cells.length);
    const last = row.at(-1);
    if (last !== undefined && beyond !== '') last.text = `${last.text} ${textOfCell(beyond, at, reading).text}`.trim();
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

function cellOf(cell: Tokens.TableCell, line: number, reading: Reading): TextLine {
  return textOfCell(cell.text, line, reading);
}

function textOfCell(markdown: string, line: number, { lexer, flow }: Reading): TextLine {
  const lines = readInline(markdown, line, lexer, flow);
  const text = joinLines(lines).replaceAll('\n', ' ');
  return { line, text, marks: lines[0]?.marks ?? [], after: 'soft' };
}

/** A stretch of a file that can be read on its own. */
interface Chunk {
  text: string;
  /** How many lines come before it. */
  linesBefore: number;
}

/** About how long a chunk is, in characters: so short that its tokens are freed before the next one is read. */
const chunkLength = 32_768;

/**
 * Text that must stay in one piece: link definitions apply to the whole file, and such HTML may span blank lines and
 * headings.
 */
const undivided = /^ {0,3}\[[^\]\n]{1,999}\]:|<(?:script|pre|style|textarea|!|\?)/im;

/**
 * Cuts Markdown before headings that follow a blank line, but not inside code. No block is cut in two, so the blocks of
 * all chunks are the blocks of the file.
 */
function cutChunks(text: string): Chunk[] {
  if (text.length <= chunkLength || undivided.test(text)) return [{ text, linesBefore: 0 }];
  const chunks: Chunk[] = [];
  let chunkStart = 0;
  let linesBefore = 0;
  let line = 0;
  let blankBefore = true;
  let fence = '';
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const head = text.slice(start, Math.min(end, start + 80));
    if (fence === '' && blankBefore && start - chunkStart >= chunkLength && /^#{1,6}[ \t]/.test(head)) {
      chunks.push({ text: text.slice(chunkStart, start), linesBefore });
      chunkStart = start;
      linesBefore = line;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(head)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    blankBefore = head.trim() === '';
    start = end + 1;
  }
  chunks.push({ text: text.slice(chunkStart), linesBefore });
  return chunks;
}
