import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Block, ListItem } from './block.ts';
import { type FlowContext, withoutTags } from './flow.ts';
import { groupLines } from './group-lines.ts';
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
 * Cuts Markdown into blocks of plain text that know their lines. `firstLine` is the number of the text's first
 * line in its file. marked gives no positions, but its tokens' sources joined are the text again, so that
 * counting line ends gives them. It is done chunk by chunk and paragraph by paragraph: all tokens at once would be
 * twenty times the file in memory, and keeping them costs more time than making them.
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
      groupLines(readInline(shown.text, shown.line, lexer, flow), blocks);
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

/** Comments, scripts and styles are not for reading; what follows them on the line is. */
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

/** An underlined "heading" that is a whole paragraph is one with a line under it that came too close. */
function headingOf(token: Tokens.Heading, line: number, endLine: number, { lexer, flow }: Reading): Block {
  const lines: TextLine[] = readInline(token.text, line, lexer, flow);
  const underlined = !/^ {0,3}#/.test(token.raw);
  return { type: 'heading', line, endLine, level: token.depth, underlined, lines };
}

/**
 * A quote's tokens, whose sources joined are its text. Where a line goes on without its `>`, marked leaves the line end
 * before it out.
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
 * A paragraph's Markdown, line by line as it was written: where it goes on indented, marked adds empty lines to its text.
 * A loose task's text begins with its `[x]`.
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

/** A fenced block's text begins on the line after its fence. */
function codeLines(token: Tokens.Code, line: number): { line: number; text: string }[] {
  const first = token.codeBlockStyle === 'indented' ? line : line + 1;
  return token.text.split('\n').map((text, index) => ({ line: first + index, text: text.trimEnd() }));
}

/** The line under a table's head is markup. */
function rowsOf(token: Tokens.Table, line: number, reading: Reading): TextLine[][] {
  return [token.header, ...token.rows].map((cells, index) =>
    cells.map((cell) => cellOf(cell, index === 0 ? line : line + index + 1, reading)),
  );
}

function cellOf(cell: Tokens.TableCell, line: number, { lexer, flow }: Reading): TextLine {
  const lines = readInline(cell.text, line, lexer, flow);
  const text = joinLines(lines).replaceAll('\n', ' ');
  return { line, text, marks: lines[0]?.marks ?? [], after: 'soft' };
}

/** A stretch of a file that can be read by itself. */
interface Chunk {
  text: string;
  /** How many lines lie before it. */
  linesBefore: number;
}

/** Chunks are about this long, in characters: small enough for the tokens of one to be gone before the next. */
const chunkLength = 32_768;

/** Link definitions count for the whole file, and such HTML may go on over blank lines and headings. */
const undivided = /^ {0,3}\[[^\]\n]{1,999}\]:|<(?:script|pre|style|textarea|!|\?)/im;

/**
 * Cuts Markdown before headings that follow a blank line, outside code. Every block lies in one chunk, so that the
 * chunks' blocks together are the file's.
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
