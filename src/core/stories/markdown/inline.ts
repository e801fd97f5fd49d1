import { decodeHTMLStrict } from 'entities';
import { Emphasis, type DelimiterRun, delimiterRun } from './emphasis.ts';
import { type FlowContext, type FlowLine, FlowWriter, inText } from './flow.ts';
import { countLineEnds } from './source.ts';
import { noMarks, type TextLine } from './text-line.ts';

/** Any character that may be markup, or space that isn't a single blank between words. */
const markup = /[\\`*_~<[&]|[^\S \n]| {2}/;

/** Turns a paragraph's Markdown, which begins on `line`, into lines of plain text. */
export function readInline(text: string, line: number, context: FlowContext): FlowLine[] {
  if (!markup.test(text)) return plainLines(text, line);
  const writer = new FlowWriter(context, line);
  for (const piece of new InlineReader(text, line, context).read()) write(piece, writer);
  return writer.end();
}

/** Fast path: many paragraphs have no markup. */
function plainLines(text: string, line: number): FlowLine[] {
  if (!text.includes('\n') && text.trim() !== '') return [plainLine(text.trim(), line)];
  const lines: FlowLine[] = [];
  let at = line;
  for (let start = 0; start <= text.length; at += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const words = text.slice(start, end).trim();
    if (words !== '') lines.push(plainLine(words, at));
    start = end + 1;
  }
  return lines;
}

function plainLine(text: string, line: number): FlowLine {
  return { line, text, marks: noMarks, after: 'soft', place: inText, quoted: false };
}

type Piece = DelimiterRun | { type: 'text' | 'code' | 'tag'; line: number; text: string } | LineBreak;

interface LineBreak {
  type: 'break';
  line: number;
  after: TextLine['after'];
}

function write(piece: Piece, writer: FlowWriter): void {
  writer.moveTo(piece.line);
  switch (piece.type) {
    case 'text':
      writer.write(piece.text);
      return;
    case 'run':
      for (const style of piece.ends) writer.closeStyle(style);
      writer.write(piece.text);
      for (const style of piece.begins) writer.openStyle(style);
      return;
    case 'code':
      writer.openStyle('code');
      writer.write(piece.text);
      writer.closeStyle('code');
      return;
    case 'break':
      writer.breakLine(piece.after);
      return;
    case 'tag':
      writer.tag(piece.text);
  }
}

/** A `[` or `![` that a `]` may make a link or an image. */
interface Bracket {
  piece: { text: string };
  /** Where the text between the brackets begins. */
  start: number;
  /** Whether there is another bracket in it, so that it isn’t a label. */
  nested: boolean;
}

/*
 * Each pattern is tried at one place, and none can match in two ways, so that failing takes no longer than reading to
 * the next character of the same kind.
 */
const plain = /[^\\`*_~[\]!<&\n]+/y;
const run = /([*_~`])\1*/y;
const escaped = /\\[!-/:-@[-`{-~]/y;
const reference = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy;
/** Characters that a reference can mean, but nobody can see. */
const unseen = /[^\P{Cc}\s]|\u00AD/gu;
const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^{|}~-]+@[\w.-]+)>/iy;
const tag =
  /<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^'<]*'|"[^"<]*"))?)*\s*\/?|\/[a-z][a-z0-9-]*\s*)>/iy;
/** The address and title after a link's text. The address may have brackets in it, but none in those. */
const target =
  /\(\s*(?!\s)(?:<(?:[^<>\n\\]|\\.)*>|(?!<)(?:[^\s()\\]|\\\S|\\(?=\s)|\((?:[^\s()\\]|\\\S)*\))*)(?:\s+("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)))?\s*\)/y;
const label = /\[((?:[^\\[\]]|\\[^]){0,999})\]/y;

/** What isn't a tag but begins like one. */
const declarations = [
  { start: '<!--', end: '-->' },
  { start: '<?', end: '?>' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<!', end: '>' },
];

/** Labels are the same whatever their case and their spaces. */
export function normalLabel(written: string): string {
  return written.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** Reads Markdown in one pass, which takes time in proportion to its length, whatever it is. */
class InlineReader {
  readonly #text: string;
  readonly #context: FlowContext;
  readonly #pieces: Piece[] = [];
  readonly #emphasis = new Emphasis();
  readonly #brackets: Bracket[] = [];
  /** Brackets below this can't be links: there is a link in them. */
  #inactive = 0;
  /** Where the last run of each number of backticks is; null until there is one. */
  #backticks: Map<number, number> | null = null;
  /** Marks that aren't in the rest of the text. */
  readonly #missing = new Set<string>();
  #at = 0;
  #line: number;

  constructor(text: string, line: number, context: FlowContext) {
    this.#text = text;
    this.#line = line;
    this.#context = context;
  }

  read(): Piece[] {
    while (this.#at < this.#text.length) {
      const words = this.#match(plain);
      if (words === null) this.#readMark(this.#text[this.#at] ?? '');
      else this.#add('text', words[0]);
    }
    return this.#pieces;
  }

  #readMark(mark: string): void {
    switch (mark) {
      case '\n':
        return this.#breakLine(1, this.#text.endsWith('  ', this.#at) ? 'hard' : 'soft');
      case '\\':
        if (this.#text[this.#at + 1] === '\n') return this.#breakLine(2, 'hard');
        return this.#add('text', this.#match(escaped)?.[0] ?? mark, this.#match(escaped)?.[0].slice(1));
      case '`':
        return this.#readCode();
      case '*':
      case '_':
      case '~':
        return this.#readRun();
      case '[':
        return this.#openBracket(mark);
      case '!':
        return this.#text[this.#at + 1] === '[' ? this.#openBracket('![') : this.#add('text', mark);
      case ']':
        return this.#closeBracket();
      case '<':
        return this.#readAngle();
      default: {
        const written = this.#match(reference)?.[0] ?? mark;
        return this.#add('text', written, decodeHTMLStrict(written).replace(unseen, ''));
      }
    }
  }

  #match(pattern: RegExp, at = this.#at): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }

  /** Adds what is `written` next, as it is or what it means. */
  #add(type: 'text' | 'code' | 'tag', written: string, text = written): void {
    this.#pieces.push({ type, line: this.#line, text });
    this.#skip(written);
  }

  #skip(written: string): void {
    this.#at += written.length;
    this.#line += countLineEnds(written);
  }

  #breakLine(length: number, after: TextLine['after']): void {
    this.#pieces.push({ type: 'break', line: this.#line, after });
    this.#at += length;
    this.#line += 1;
  }

  #readRun(): void {
    const written = this.#match(run)?.[0] ?? '';
    const piece = delimiterRun(this.#text, this.#at, this.#at + written.length, this.#line);
    this.#pieces.push(piece);
    // Two tildes at most are strikethrough.
    if (!written.startsWith('~~~')) this.#emphasis.add(piece);
    this.#at += written.length;
  }

  #readCode(): void {
    const opening = this.#match(run)?.[0] ?? '';
    const start = this.#at + opening.length;
    this.#backticks ??= lastRuns(this.#text);
    if ((this.#backticks.get(opening.length) ?? -1) < start) return this.#add('text', opening);
    let end = start;
    for (let length = 0; length !== opening.length;) {
      end = this.#text.indexOf('`', end + length);
      length = this.#match(run, end)?.[0].length ?? 1;
    }
    const code = this.#text.slice(start, end).replaceAll('\n', ' ');
    const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
    this.#add('code', this.#text.slice(this.#at, end + opening.length), padded ? code.slice(1, -1) : code);
  }

  #openBracket(written: '[' | '!['): void {
    const last = this.#brackets.at(-1);
    if (last !== undefined) last.nested = true;
    const piece: Piece = { type: 'text', line: this.#line, text: written };
    this.#pieces.push(piece);
    this.#at += written.length;
    this.#brackets.push({ piece, start: this.#at, nested: false });
  }

  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    const image = bracket?.piece.text === '![';
    const active = image || this.#brackets.length >= this.#inactive;
    this.#inactive = Math.min(this.#inactive, this.#brackets.length);
    const end = bracket !== undefined && active ? this.#linkEnd(bracket) : -1;
    if (bracket === undefined || end === -1) return this.#add('text', ']');
    bracket.piece.text = '';
    if (!image) this.#inactive = this.#brackets.length;
    this.#skip(this.#text.slice(this.#at, end));
  }

  /** Where the link or image ends that the bracket is closed as here: after its address or label. -1 if it isn't one. */
  #linkEnd({ start, nested }: Bracket): number {
    const after = this.#at + 1;
    const address = this.#match(target, after);
    if (address !== null) {
      const title = (address[1] ?? '').slice(1, -1).replace(/\s+/g, ' ').trim();
      if (title !== '') this.#context.hidden.push({ line: this.#line, text: title });
      return after + address[0].length;
    }
    const { labels } = this.#context;
    if (labels.size === 0) return -1;
    const found = this.#match(label, after);
    const own = nested || after - start > 1000 ? '' : this.#text.slice(start, this.#at);
    const name = found === null || found[1] === '' ? own : (found[1] ?? '');
    return labels.has(normalLabel(name)) ? after + (found?.[0].length ?? 0) : -1;
  }

  #readAngle(): void {
    const address = this.#match(autolink);
    if (address !== null) return this.#add('text', address[0], address[1]);
    const written = this.#match(tag)?.[0] ?? this.#declaration();
    if (written === null) this.#add('text', '<');
    else this.#add('tag', written);
  }

  #declaration(): string | null {
    const found = declarations.find(({ start }) => this.#text.startsWith(start, this.#at));
    if (found === undefined || this.#missing.has(found.end)) return null;
    // `<!-->` and `<!--->` are comments too.
    const end = this.#text.indexOf(found.end, this.#at + 2);
    if (end === -1) this.#missing.add(found.end);
    return end === -1 ? null : this.#text.slice(this.#at, end + found.end.length);
  }
}

/** By the number of backticks: where the last run of so many is. */
function lastRuns(text: string): Map<number, number> {
  return new Map([...text.matchAll(/`+/g)].map((found) => [found[0].length, found.index]));
}
