import { clamp } from '../../values.ts';
import { type HiddenText, type Mark, noMarks, type TextLine } from './text-line.ts';

/** Where pasted HTML puts a line: in a list, a heading or a `<summary>`. `close` is a `</details>`. */
export type FlowPosition =
  | { tag: 'text' }
  | { tag: 'item'; depth: number }
  | { tag: 'heading'; level: number }
  | { tag: 'summary'; depth: number }
  | { tag: 'close'; depth: number };

export interface FlowLine extends TextLine {
  place: FlowPosition;
  /** In a `<blockquote>`. */
  quoted: boolean;
}

/** State that carries over from one block of the file to the next. */
export interface FlowContext {
  /** How many `<details>` are open. */
  details: number;
  hidden: HiddenText[];
  /** The labels of the file's link definitions. */
  labels: ReadonlySet<string>;
  /** The lines before which a block was cut in two. */
  cuts: number[];
}

export const inText: FlowPosition = { tag: 'text' };
/** Limit for nested `<details>` and `<ul>`; deeper ones count as this deep. */
const deepest = 50;

/** Turns a series of texts, breaks and tags into lines of plain text. */
export class FlowWriter {
  readonly lines: FlowLine[] = [];
  #context: FlowContext;
  #line: number;
  /** The line on which the text being written began. */
  #began: number;
  #written: string[] = [];
  #length = 0;
  /** Blanks after a blank, or at the start of a line, aren't written. */
  #endsInSpace = true;
  #marks: Mark[] = [];
  /** How often each style is open, and from where. */
  readonly #open = { bold: closed(), italic: closed(), code: closed() };
  #after: TextLine['after'] = 'soft';
  #place: FlowPosition = inText;
  #listDepth = 0;
  #quotes = 0;
  #hiding = 0;
  #cells = 0;

  constructor(context: FlowContext, line: number) {
    this.#context = context;
    this.#line = line;
    this.#began = line;
  }

  /** Continues at this line of the file. */
  moveTo(line: number): void {
    this.#line = line;
  }

  /** Writes text without line ends. */
  write(text: string): void {
    if (this.#hiding > 0) {
      this.#hide(text, this.#line);
      return;
    }
    let flat = untidy.test(text) ? text.replace(/\s+/g, ' ') : text;
    if (this.#endsInSpace && flat.startsWith(' ')) flat = flat.slice(1);
    if (flat === '') return;
    if (this.#length === 0) this.#began = this.#line;
    this.#written.push(flat);
    this.#length += flat.length;
    this.#endsInSpace = flat.endsWith(' ');
  }

  openStyle(style: Mark['style']): void {
    const open = this.#open[style];
    if (open.count === 0) open.start = this.#length;
    open.count += 1;
  }

  closeStyle(style: Mark['style']): void {
    const open = this.#open[style];
    if (open.count === 0) return;
    open.count -= 1;
    if (open.count === 0) this.#mark(style, open.start);
  }

  /** Ends the line. `after` separates it from the next one, unless a stronger break was already asked for. */
  breakLine(after: TextLine['after']): void {
    const text = this.#written.join('').trimEnd();
    if (text === '') {
      // `<br><br>` separates paragraphs.
      if (after === 'block' || (after === 'hard' && this.#after === 'hard')) this.#after = 'block';
      else if (after === 'hard') this.#after = 'hard';
    } else {
      for (const style of styles) if (this.#open[style].count > 0) this.#mark(style, this.#open[style].start);
      const marks = this.#marks.length === 0 ? noMarks : trimMarks(this.#marks, text.length);
      const place = this.#place;
      this.lines.push({ line: this.#began, text, marks, after: this.#after, place, quoted: this.#quotes > 0 });
      this.#after = after;
    }
    this.#written = [];
    this.#length = 0;
    this.#endsInSpace = true;
    this.#marks = [];
    for (const style of styles) this.#open[style].start = 0;
  }

  /** Applies an HTML tag, or hides a comment. */
  tag(written: string): void {
    if (written.startsWith('<!') || written.startsWith('<?')) {
      this.#hide(written.replace(/^<(?:!--+|[!?])|(?:--+|\?)?>$/g, ''), this.#line);
      return;
    }
    const tag = readTag(written);
    if (tag !== null) this.#apply(tag.effect, tag.closes);
  }

  /** Ends the last line and returns all lines. */
  end(): FlowLine[] {
    this.breakLine('soft');
    return this.lines;
  }

  #mark(style: Mark['style'], start: number): void {
    if (start < this.#length) this.#marks.push({ style, start, end: this.#length });
  }

  #hide(text: string, line: number): void {
    for (const [offset, part] of text.split('\n').entries()) {
      if (part.trim() !== '') this.#context.hidden.push({ line: line + offset, text: part.trim() });
    }
  }

  #apply(tag: TagEffect, closes: boolean): void {
    switch (tag.effect) {
      case 'style':
        if (closes) this.closeStyle(tag.style);
        else this.openStyle(tag.style);
        return;
      case 'break':
        this.breakLine('hard');
        return;
      case 'hide':
        this.#hiding = Math.max(0, this.#hiding + (closes ? -1 : 1));
        return;
      case 'cell':
        if (!closes && this.#cells > 0) this.write(', ');
        if (!closes) this.#cells += 1;
        return;
      default:
        this.breakLine('block');
        this.#cells = 0;
        this.#applyBlock(tag, closes);
    }
  }

  #applyBlock(tag: TagEffect, closes: boolean): void {
    const step = closes ? -1 : 1;
    const within = (depth: number): number => clamp(depth + step, 0, deepest);
    this.#place = this.#listDepth > 0 && tag.effect === 'block' ? this.#place : inText;
    switch (tag.effect) {
      case 'list':
        this.#listDepth = within(this.#listDepth);
        return;
      case 'item':
        if (!closes) this.#place = { tag: 'item', depth: Math.max(0, this.#listDepth - 1) };
        return;
      case 'heading':
        if (!closes) this.#place = { tag: 'heading', level: tag.level };
        return;
      case 'quote':
        this.#quotes = within(this.#quotes);
        return;
      case 'summary':
        if (!closes) this.#place = { tag: 'summary', depth: Math.max(1, this.#context.details) };
        return;
      case 'details':
        if (closes) this.#close();
        this.#context.details = within(this.#context.details);
        return;
      default:
    }
  }

  #close(): void {
    const place: FlowPosition = { tag: 'close', depth: Math.max(1, this.#context.details) };
    this.lines.push({ line: this.#line, text: '', marks: noMarks, after: 'block', place, quoted: false });
  }
}

const styles = ['bold', 'italic', 'code'] as const;
/** Any space but a single blank. */
const untidy = /[^\S ]| {2}/;

function closed(): { count: number; start: number } {
  return { count: 0, start: 0 };
}

function trimMarks(marks: readonly Mark[], length: number): Mark[] {
  return marks.filter((mark) => mark.start < length).map((mark) => ({ ...mark, end: Math.min(mark.end, length) }));
}

/** What a tag does to the text around it; other tags do nothing. */
type TagEffect =
  | { effect: 'style'; style: Mark['style'] }
  | { effect: 'break' }
  | { effect: 'block' }
  | { effect: 'list' }
  | { effect: 'item' }
  | { effect: 'cell' }
  | { effect: 'quote' }
  | { effect: 'details' }
  | { effect: 'summary' }
  | { effect: 'heading'; level: number }
  | { effect: 'hide' };

const bold: TagEffect = { effect: 'style', style: 'bold' };
const italic: TagEffect = { effect: 'style', style: 'italic' };
const code: TagEffect = { effect: 'style', style: 'code' };
const block: TagEffect = { effect: 'block' };

const effects: Readonly<Record<string, TagEffect>> = {
  b: bold,
  strong: bold,
  i: italic,
  em: italic,
  u: italic,
  mark: italic,
  code,
  kbd: code,
  samp: code,
  pre: block,
  p: block,
  div: block,
  section: block,
  article: block,
  header: block,
  footer: block,
  main: block,
  center: block,
  hr: block,
  table: block,
  thead: block,
  tbody: block,
  tr: block,
  dl: block,
  dt: block,
  dd: block,
  br: { effect: 'break' },
  ul: { effect: 'list' },
  ol: { effect: 'list' },
  li: { effect: 'item' },
  td: { effect: 'cell' },
  th: { effect: 'cell' },
  blockquote: { effect: 'quote' },
  details: { effect: 'details' },
  summary: { effect: 'summary' },
  h1: { effect: 'heading', level: 1 },
  h2: { effect: 'heading', level: 2 },
  h3: { effect: 'heading', level: 3 },
  h4: { effect: 'heading', level: 4 },
  h5: { effect: 'heading', level: 5 },
  h6: { effect: 'heading', level: 6 },
  script: { effect: 'hide' },
  style: { effect: 'hide' },
  template: { effect: 'hide' },
};

interface Tag {
  effect: TagEffect;
  closes: boolean;
}

/** Reads a tag such as `<b>` or `</li>`; null for one that doesn't affect the text. */
function readTag(written: string): Tag | null {
  const found = /^<(\/?)([a-z][a-z0-9]*)/i.exec(written);
  if (found === null) return null;
  const effect = effects[(found[2] ?? '').toLowerCase()];
  return effect === undefined ? null : { effect, closes: found[1] === '/' };
}

/** A line of the file without its tags. Comments and unclosed tags stay. */
export function withoutTags(line: string): string {
  return line.includes('<') ? line.replace(/<\/?[a-z][^<>]*>/gi, '') : line;
}
