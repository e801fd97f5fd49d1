import type { Block, ListItem } from './block.ts';
import { type FlowContext, type FlowLine, withoutTags } from './flow.ts';
import { groupLines } from './group-lines.ts';
import { readInline } from './inline.ts';
import type { Definitions } from './links.ts';
import type { CodePart, HtmlPart, ItemPart, Part, TablePart } from './part.ts';
import { countLineEnds } from './source.ts';
import { readStructure } from './structure.ts';
import { type HiddenText, joinLines, type TextLine } from './text-line.ts';

interface Document {
  blocks: Block[];
  hidden: HiddenText[];
  /** The first line nested deeper than `maxDepth`; the text from there on isn't read. Null if there isn't one. */
  tooDeepLine: number | null;
}

interface Reading {
  definitions: Definitions;
  flow: FlowContext;
}

/**
 * Cuts Markdown into blocks of plain text that know their lines. `firstLine` is the line number of the start of the
 * text in its file. The time it takes is in proportion to the text's length, whatever is in it.
 */
export function readBlocks(text: string, firstLine: number): Document {
  const { parts, definitions, hidden, tooDeepLine } = readStructure(text, firstLine);
  const flow: FlowContext = { details: 0, hidden };
  return { blocks: blocksOf(parts, { definitions, flow }), hidden, tooDeepLine };
}

function blocksOf(parts: readonly Part[], reading: Reading): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) addBlocks(part, reading, blocks);
  return blocks;
}

function addBlocks(part: Part, reading: Reading, blocks: Block[]): void {
  const { line, endLine } = part;
  switch (part.type) {
    case 'text':
      groupLines(linesOf(part.rows.join('\n'), line, reading), blocks);
      return;
    case 'heading': {
      const { level, underlined, text } = part;
      blocks.push({ type: 'heading', line, endLine, level, underlined, lines: linesOf(text, line, reading) });
      return;
    }
    case 'html': {
      const shown = hideComments(part, reading.flow);
      groupLines(linesOf(shown.text, shown.line, reading), blocks);
      return;
    }
    case 'list': {
      const items = part.items.map((item) => itemOf(item, reading));
      blocks.push({ type: 'list', line, endLine: items.at(-1)?.endLine ?? line, items });
      return;
    }
    case 'quote': {
      const inner = blocksOf(part.parts, reading);
      blocks.push({ type: 'quote', line, endLine: lastLine(part.parts, line), blocks: inner });
      return;
    }
    case 'code':
      blocks.push({ type: 'code', line, endLine, lines: codeLines(part) });
      return;
    case 'table':
      blocks.push({ type: 'table', line, endLine, rows: rowsOf(part, reading) });
      return;
    case 'rule':
      blocks.push({ type: 'rule', line, endLine });
  }
}

function linesOf(text: string, line: number, { definitions, flow }: Reading): FlowLine[] {
  return readInline(text, line, definitions, flow);
}

/** The last line of the blocks in a quote or an item. */
function lastLine(parts: readonly Part[], line: number): number {
  const last = parts.at(-1);
  if (last === undefined) return line;
  if (last.type === 'quote') return lastLine(last.parts, last.line);
  const item = last.type === 'list' ? last.items.at(-1) : undefined;
  return item === undefined ? last.endLine : lastLine(item.parts, item.line);
}

/** Hides comments, scripts and styles, but not what follows them on the line. */
function hideComments({ rows, line }: HtmlPart, flow: FlowContext): { text: string; line: number } {
  const raw = rows.join('\n');
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

function itemOf({ line, parts }: ItemPart, reading: Reading): ListItem {
  const [first] = parts;
  // The box of a task is dropped.
  if (first?.type === 'text') first.rows[0] = (first.rows[0] ?? '').replace(/^\[[ xX]\][ \t]+(?=\S)/, '');
  return { line, endLine: lastLine(parts, line), blocks: blocksOf(parts, reading) };
}

/** The code of a fenced block begins on the line after the fence. */
function codeLines({ fence, line, endLine, rows }: CodePart): { line: number; text: string }[] {
  const first = fence === null ? line : line + 1;
  const last = fence === null ? endLine - line + 1 : rows.length;
  return rows.slice(0, last).map((text, index) => ({ line: first + index, text: text.trimEnd() }));
}

/** The header row first. Skips the line below it, which is markup. */
function rowsOf({ line, rows }: TablePart, reading: Reading): TextLine[][] {
  const columns = rows[0]?.length ?? 0;
  return rows.map((cells, index) =>
    inColumns(cells, columns).map((cell) => cellOf(cell, index === 0 ? line : line + index + 1, reading)),
  );
}

/** As many cells as the table has columns. The last one takes all that are too many. */
function inColumns(cells: readonly string[], columns: number): string[] {
  const padding = Array.from({ length: Math.max(0, columns - cells.length) }, () => '');
  if (cells.length <= columns) return [...cells, ...padding];
  return [...cells.slice(0, columns - 1), cells.slice(columns - 1).join(' | ')];
}

function cellOf(cell: string, line: number, reading: Reading): TextLine {
  const lines = linesOf(cell, line, reading);
  const text = joinLines(lines).replaceAll('\n', ' ');
  return { line, text, marks: lines[0]?.marks ?? [], after: 'soft' };
}
