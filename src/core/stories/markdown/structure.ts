import {
  cellsOf,
  closesFence,
  columnsAt,
  fenceAt,
  headingAt,
  htmlAt,
  isRule,
  listMarkerAt,
  underlineLevel,
} from './block-starts.ts';
import type { Lines } from './block.ts';
import { definitionAt, type Definitions } from './links.ts';
import { LineCursor } from './line-cursor.ts';
import type { CodePart, HtmlPart, ItemPart, OpenFence, Part, QuotePart, TablePart, TextPart } from './part.ts';
import { countLineEnds } from './source.ts';
import type { HiddenText } from './text-line.ts';

export interface Structure {
  parts: Part[];
  definitions: Definitions;
  hidden: HiddenText[];
  /** The first line nested deeper than `maxDepth`, where reading stopped; null if there isn't one. */
  tooDeepLine: number | null;
}

/** How deeply block quotes and lists may be nested. */
export const maxDepth = 100;

/** Finds the blocks of a Markdown text. Takes the lines one by one and never goes back, so no text takes long. */
export function readStructure(text: string, firstLine: number): Structure {
  const reader = new StructureReader(firstLine);
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (!reader.read(text.slice(start, end))) break;
    start = end + 1;
  }
  return reader.end();
}

class StructureReader {
  readonly #structure: Structure = { parts: [], definitions: new Set(), hidden: [], tooDeepLine: null };
  /** The quotes and list items that are open, from the outermost. */
  readonly #open: (QuotePart | ItemPart)[] = [];
  /** How many of them the current line is in. */
  #depth = 0;
  /** The block that the next line may continue. It is the last of its siblings. */
  #leaf: TextPart | HtmlPart | CodePart | TablePart | null = null;
  #siblings: Part[] = this.#structure.parts;
  #number: number;
  #cursor = new LineCursor('');

  constructor(firstLine: number) {
    this.#number = firstLine - 1;
  }

  /** Reads the next line. False if it is nested too deeply. */
  read(written: string): boolean {
    this.#number += 1;
    this.#cursor = new LineCursor(written);
    this.#depth = this.#matchOpen();
    if (this.#depth === this.#open.length && this.#continueLeaf()) return true;
    while (!this.#cursor.isBlank && this.#enter()) {
      if (this.#depth > maxDepth) {
        this.#structure.tooDeepLine = this.#number;
        return false;
      }
    }
    if (this.#cursor.isBlank) this.#close();
    else if (!this.#beginLeaf()) this.#addText();
    return true;
  }

  end(): Structure {
    this.#depth = 0;
    this.#close();
    return this.#structure;
  }

  /** How many of the open quotes and items the line is in. Moves past what says so. */
  #matchOpen(): number {
    for (const [index, part] of this.#open.entries()) {
      if (part.type === 'quote') {
        if (!this.#cursor.isQuote) return index;
        this.#cursor.skipQuoteMark();
      } else if (this.#cursor.isBlank) {
        // An item that begins with a blank line has at most one.
        if (part.parts.length === 0) return index;
      } else {
        if (this.#cursor.indent < part.indent) return index;
        this.#cursor.moveTo(this.#cursor.at + part.indent);
      }
    }
    return this.#open.length;
  }

  /** Adds the line to the open block if it can't be anything else, or ends that with a blank line. */
  #continueLeaf(): boolean {
    const leaf = this.#leaf;
    if (leaf?.type === 'code') {
      return leaf.fence === null ? this.#continueIndented(leaf) : this.#continueFenced(leaf, leaf.fence);
    }
    if (leaf?.type === 'html' && (leaf.end !== null || !this.#cursor.isBlank)) {
      this.#addHtml(leaf);
      return true;
    }
    if (this.#cursor.isBlank) this.#closeLeaf();
    return this.#cursor.isBlank;
  }

  #continueIndented(code: CodePart): boolean {
    if (!this.#cursor.isBlank && this.#cursor.indent < 4) return false;
    code.rows.push(this.#cursor.line.slice(this.#cursor.at + 4));
    if (!this.#cursor.isBlank) code.endLine = this.#number;
    return true;
  }

  #continueFenced(code: CodePart, fence: OpenFence): boolean {
    code.endLine = this.#number;
    if (this.#cursor.indent <= 3 && closesFence(this.#cursor.line, this.#cursor.next, fence)) this.#leaf = null;
    else code.rows.push(this.#cursor.line.slice(Math.min(this.#cursor.at + fence.indent, this.#cursor.next)));
    return true;
  }

  #addHtml(html: HtmlPart): void {
    html.rows.push(this.#cursor.line.slice(this.#cursor.at));
    html.endLine = this.#number;
    if (html.end?.test(this.#cursor.line.slice(this.#cursor.next)) === true) this.#leaf = null;
  }

  /** Enters a quote or a list item that begins here. */
  #enter(): boolean {
    if (this.#cursor.isQuote) {
      this.#cursor.skipQuoteMark();
      this.#enterPart({ type: 'quote', ...this.#here, parts: [] });
      return true;
    }
    if (this.#cursor.indent > 3 || this.#isUnderline || isRule(this.#cursor.line, this.#cursor.next)) return false;
    const marker = listMarkerAt(this.#cursor.line, this.#cursor.next);
    if (marker === null) return false;
    const { at, indent, next } = this.#cursor;
    const end = next + marker.width;
    this.#cursor.moveTo(end);
    const isEmpty = this.#cursor.isBlank;
    // A paragraph goes on with a number that isn't the first one, such as a year.
    if (this.#isContinued && (isEmpty || !marker.first)) {
      this.#cursor.moveTo(at);
      return false;
    }
    // Text after more blanks is indented code.
    const blanks = isEmpty || this.#cursor.indent > 4 ? 1 : this.#cursor.indent;
    this.#cursor.moveTo(end + blanks);
    this.#enterPart(this.#itemOf(marker.kind, indent + marker.width + blanks));
    return true;
  }

  #enterPart(part: QuotePart | ItemPart): void {
    if (part.type === 'quote') this.#add(part);
    this.#open.push(part);
    this.#depth += 1;
    this.#siblings = part.parts;
  }

  /** A new item of the list that it continues, or of a new one. */
  #itemOf(kind: string, indent: number): ItemPart {
    this.#close();
    const item: ItemPart = { type: 'item', ...this.#here, indent, parts: [] };
    const last = this.#siblings.at(-1);
    if (last?.type === 'list' && last.kind === kind) last.items.push(item);
    else this.#siblings.push({ type: 'list', ...this.#here, kind, items: [item] });
    return item;
  }

  /** Whether the line would continue a paragraph or a table unless it is something else. */
  get #isContinued(): boolean {
    return this.#depth === this.#open.length && (this.#leaf?.type === 'text' || this.#leaf?.type === 'table');
  }

  /** Begins a block, or changes the open one into a heading or a table. */
  #beginLeaf(): boolean {
    const line = this.#cursor.line;
    const at = this.#cursor.next;
    if (this.#cursor.indent > 3) {
      if (this.#leaf?.type === 'text') return false;
      this.#openLeaf({ type: 'code', ...this.#here, fence: null, rows: [line.slice(this.#cursor.at + 4)] });
      return true;
    }
    const heading = headingAt(line, at);
    if (heading !== null) {
      this.#add({ type: 'heading', ...this.#here, ...heading, underlined: false });
      return true;
    }
    const fence = fenceAt(line, at);
    if (fence !== null) {
      // Its first word is the language.
      if (/\s/.test(fence.info)) this.#structure.hidden.push({ line: this.#number, text: fence.info });
      this.#openLeaf({ type: 'code', ...this.#here, fence: { ...fence, indent: this.#cursor.indent }, rows: [] });
      return true;
    }
    const html = htmlAt(line, at, this.#leaf?.type === 'text' || this.#leaf?.type === 'table');
    if (html !== null) {
      const part: HtmlPart = { type: 'html', ...this.#here, rows: [], end: html.end };
      this.#openLeaf(part);
      this.#addHtml(part);
      return true;
    }
    if (this.#isUnderline && this.#underline()) return true;
    if (isRule(line, at)) {
      this.#add({ type: 'rule', ...this.#here });
      return true;
    }
    return this.#beginTable();
  }

  get #isUnderline(): boolean {
    return (
      this.#isContinued && this.#leaf?.type === 'text' && underlineLevel(this.#cursor.line, this.#cursor.next) !== null
    );
  }

  /** Makes the open paragraph a heading. */
  #underline(): boolean {
    const text = this.#leaf;
    const level = underlineLevel(this.#cursor.line, this.#cursor.next);
    if (text?.type !== 'text' || level === null) return false;
    this.#closeLeaf();
    // Nothing is left of a paragraph of link definitions.
    if (text.rows.length === 0) return false;
    this.#siblings.pop();
    const endLine = this.#number;
    this.#siblings.push({
      type: 'heading',
      line: text.line,
      endLine,
      level,
      underlined: true,
      text: text.rows.join('\n'),
    });
    return true;
  }

  /** Makes the last line of the open paragraph the header of a table, if the current one belongs below a header. */
  #beginTable(): boolean {
    const text = this.#leaf;
    if (text?.type !== 'text' || !this.#isContinued) return false;
    const columns = columnsAt(this.#cursor.line, this.#cursor.next);
    if (columns === null) return false;
    const header = cellsOf(text.rows.at(-1) ?? '');
    if (header.length !== columns) return false;
    text.rows.pop();
    if (text.rows.length === 0) this.#siblings.pop();
    text.endLine -= 1;
    this.#openLeaf({ type: 'table', line: this.#number - 1, endLine: this.#number, rows: [header] });
    return true;
  }

  /** Adds the rest of the line to the open paragraph or table, or to a new paragraph. */
  #addText(): void {
    const words = this.#cursor.line.slice(this.#cursor.next);
    // A paragraph goes on in lines that don't repeat the marks of the quotes and items around it.
    if (this.#leaf?.type === 'text') this.#leaf.rows.push(words);
    else if (this.#isContinued && this.#leaf?.type === 'table') this.#leaf.rows.push(cellsOf(words));
    else this.#openLeaf({ type: 'text', ...this.#here, rows: [words] });
    if (this.#leaf !== null) this.#leaf.endLine = this.#number;
  }

  #openLeaf(leaf: TextPart | HtmlPart | CodePart | TablePart): void {
    this.#add(leaf);
    this.#leaf = leaf;
  }

  #add(part: Part): void {
    this.#close();
    this.#siblings.push(part);
  }

  /** Closes what the current line isn't in. */
  #close(): void {
    this.#closeLeaf();
    while (this.#open.length > this.#depth) this.#open.pop();
    this.#siblings = this.#open.at(-1)?.parts ?? this.#structure.parts;
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = null;
    if (leaf?.type === 'text' && leaf.rows[0]?.startsWith('[') === true) this.#takeDefinitions(leaf);
  }

  /** Link definitions can only be at the start of a paragraph. */
  #takeDefinitions(paragraph: TextPart): void {
    const text = `${paragraph.rows.join('\n')}\n`;
    let at = 0;
    let rows = 0;
    for (let found = definitionAt(text, at); found !== null; found = definitionAt(text, at)) {
      const written = text.slice(at, found.end);
      this.#structure.definitions.add(found.label);
      this.#structure.hidden.push({ line: paragraph.line + rows, text: written.trim().replace(/\s+/g, ' ') });
      rows += countLineEnds(written);
      at = found.end;
    }
    paragraph.line += rows;
    paragraph.rows.splice(0, rows);
    if (paragraph.rows.length === 0) this.#siblings.pop();
  }

  get #here(): Lines {
    return { line: this.#number, endLine: this.#number };
  }
}
