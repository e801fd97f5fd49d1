import { tagSource } from './block-starts.ts';
import { DelimiterList, type Piece } from './emphasis.ts';
import { entityAt } from './entities.ts';
import { type FlowContext, type FlowLine, FlowWriter, inText } from './flow.ts';
import { addressAt, type Definitions, labelAt, longestLabel, normalLabel } from './links.ts';
import { noMarks } from './text-line.ts';

/** Any character that may be markup, or space that isn't a single blank between words. */
const markup = /[\\`*_~<[&]|[^\S \n]| {2}/;

/** Turns a paragraph's Markdown, which begins on `line`, into lines of plain text. */
export function readInline(text: string, line: number, definitions: Definitions, context: FlowContext): FlowLine[] {
  if (!markup.test(text)) return plainLines(text, line);
  const writer = new FlowWriter(context, line);
  for (const piece of new InlineReader(text, line, definitions, context).read()) writePiece(piece, writer);
  return writer.end();
}

/** Fast path: many paragraphs have no markup. */
function plainLines(text: string, line: number): FlowLine[] {
  const lines: FlowLine[] = [];
  let at = line;
  for (let start = 0; start <= text.length; at += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const words = text.slice(start, end).trim();
    if (words !== '') {
      lines.push({ line: at, text: words, marks: noMarks, after: 'soft', place: inText, quoted: false });
    }
    start = end + 1;
  }
  return lines;
}

function writePiece(piece: Piece, writer: FlowWriter): void {
  writer.moveTo(piece.line);
  switch (piece.type) {
    case 'text':
      for (const style of piece.closes) writer.closeStyle(style);
      writer.write(piece.text);
      for (const style of piece.opens) writer.openStyle(style);
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
  /** The index of its piece. */
  piece: number;
  /** Where the text between the brackets begins. */
  start: number;
  image: boolean;
  /** Whether there is another bracket in it, so that it is no label. */
  nested: boolean;
}

const plain = /[^\\`*_~[\]!<&\n]+/y;
const tag = new RegExp(tagSource, 'iy');
const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^{|}~-]+@[\w.-]+)>/iy;
const escaped = /[!-/:-@[-`{-~]/;

/** What isn't a tag but begins like one: comments, processing instructions, CDATA, declarations. */
const declarations = [
  { start: '<!--', end: '-->' },
  { start: '<?', end: '?>' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<!', end: '>' },
];
const lineEnd = 10;

/**
 * Reads Markdown in one pass, by the rules of CommonMark: emphasis and links are found with stacks of what could begin
 * them. What has no end is looked for only once, so the time is in proportion to the text's length.
 */
class InlineReader {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #context: FlowContext;
  readonly #pieces: Piece[] = [];
  readonly #delimiters = new DelimiterList();
  readonly #brackets: Bracket[] = [];
  /** Brackets below this can't be links: there is a link in them. */
  #inactive = 0;
  readonly #backticks: Backticks;
  /** The last place of each mark that ends something. */
  readonly #lastPlaces = new Map<string, number>();
  #at = 0;
  #line: number;

  constructor(text: string, line: number, definitions: Definitions, context: FlowContext) {
    this.#text = text;
    this.#backticks = new Backticks(text);
    this.#line = line;
    this.#definitions = definitions;
    this.#context = context;
  }

  read(): Piece[] {
    while (this.#at < this.#text.length) {
      plain.lastIndex = this.#at;
      if (plain.test(this.#text)) this.#addText(plain.lastIndex);
      else this.#readMark(this.#text[this.#at] ?? '');
    }
    this.#delimiters.match(this.#pieces, -1);
    return this.#pieces;
  }

  #readMark(mark: string): void {
    switch (mark) {
      case '\n':
        return this.#readLineEnd();
      case '\\':
        return this.#readBackslash();
      case '`':
        return this.#readCode();
      case '*':
      case '_':
      case '~':
        return this.#readDelimiter(mark);
      case '[':
        return this.#openBracket('[');
      case '!':
        return this.#text[this.#at + 1] === '[' ? this.#openBracket('![') : this.#addText(this.#at + 1);
      case ']':
        return this.#closeBracket();
      case '<':
        return this.#readAngle();
      default:
        return this.#readEntity();
    }
  }

  /** Adds the text up to `end` as it is, or what it means. */
  #addText(end: number, text = this.#text.slice(this.#at, end)): void {
    this.#pieces.push({ type: 'text', line: this.#line, text, opens: [], closes: [] });
    this.#moveTo(end);
  }

  #moveTo(end: number): void {
    for (let at = this.#at; at < end; at += 1) if (this.#text.charCodeAt(at) === lineEnd) this.#line += 1;
    this.#at = end;
  }

  #readLineEnd(): void {
    const hard = this.#text.endsWith('  ', this.#at);
    this.#pieces.push({ type: 'break', line: this.#line, after: hard ? 'hard' : 'soft' });
    this.#moveTo(this.#at + 1);
  }

  #readBackslash(): void {
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '\n') {
      this.#pieces.push({ type: 'break', line: this.#line, after: 'hard' });
      this.#moveTo(this.#at + 2);
    } else if (escaped.test(next)) {
      this.#addText(this.#at + 2, next);
    } else {
      this.#addText(this.#at + 1);
    }
  }

  #readCode(): void {
    const start = runEnd(this.#text, this.#at);
    const length = start - this.#at;
    const end = this.#backticks.next(length, start);
    if (end === -1) return this.#addText(start);
    const written = this.#text.slice(start, end).replaceAll('\n', ' ');
    const padded = written.startsWith(' ') && written.endsWith(' ') && written.trim() !== '';
    this.#pieces.push({ type: 'code', line: this.#line, text: padded ? written.slice(1, -1) : written });
    this.#moveTo(end + length);
  }

  #readDelimiter(mark: '*' | '_' | '~'): void {
    const start = this.#at;
    const end = runEnd(this.#text, start);
    this.#addText(end);
    this.#delimiters.add(mark, this.#pieces.length - 1, this.#text, start, end);
  }

  #openBracket(written: '[' | '![', end = this.#at + written.length): void {
    const last = this.#brackets.at(-1);
    if (last !== undefined) last.nested = true;
    this.#addText(end);
    this.#brackets.push({ piece: this.#pieces.length - 1, start: end, image: written === '![', nested: false });
  }

  #closeBracket(): void {
    const close = this.#at;
    const bracket = this.#brackets.pop();
    const active = bracket !== undefined && (bracket.image || this.#brackets.length >= this.#inactive);
    this.#inactive = Math.min(this.#inactive, this.#brackets.length);
    const found = active ? this.#linkAt(bracket, close) : null;
    if (bracket === undefined || found === null) return this.#addText(close + 1);
    const opening = this.#pieces[bracket.piece];
    if (opening?.type === 'text') opening.text = '';
    this.#delimiters.match(this.#pieces, bracket.piece);
    if (!bracket.image) this.#inactive = this.#brackets.length;
    if (found.title !== '') this.#context.hidden.push({ line: this.#line, text: found.title.replace(/\s+/g, ' ') });
    this.#moveTo(found.end);
  }

  /** What makes a link or an image of the brackets: an address, or a label that the file defines. */
  #linkAt(bracket: Bracket, close: number): { title: string; end: number } | null {
    const address = addressAt(this.#text, close + 1);
    if (address !== null || this.#definitions.size === 0) return address;
    const label = labelAt(this.#text, close + 1);
    if (label !== null) return this.#definitions.has(normalLabel(label.label)) ? { title: '', end: label.end } : null;
    if (bracket.nested || close - bracket.start > longestLabel) return null;
    const end = this.#text.startsWith('[]', close + 1) ? close + 3 : close + 1;
    return this.#definitions.has(normalLabel(this.#text.slice(bracket.start, close))) ? { title: '', end } : null;
  }

  #readAngle(): void {
    autolink.lastIndex = this.#at;
    const address = autolink.exec(this.#text);
    if (address !== null) return this.#addText(autolink.lastIndex, address[1]);
    tag.lastIndex = this.#at;
    const end = tag.test(this.#text) ? tag.lastIndex : this.#declarationEnd();
    if (end === -1) return this.#addText(this.#at + 1);
    this.#pieces.push({ type: 'tag', line: this.#line, text: this.#text.slice(this.#at, end) });
    this.#moveTo(end);
  }

  #declarationEnd(): number {
    for (const { start, end } of declarations) {
      if (!this.#text.startsWith(start, this.#at)) continue;
      // `<!-->` and `<!--->` are comments too.
      const at = this.#indexOf(end, this.#at + 2);
      return at === -1 ? -1 : at + end.length;
    }
    return -1;
  }

  /** Like `indexOf`, but without searching to the end of the text each time that there is nothing. */
  #indexOf(mark: string, start: number): number {
    let last = this.#lastPlaces.get(mark);
    if (last === undefined) {
      last = this.#text.lastIndexOf(mark);
      this.#lastPlaces.set(mark, last);
    }
    return start > last ? -1 : this.#text.indexOf(mark, start);
  }

  #readEntity(): void {
    const entity = entityAt(this.#text, this.#at);
    if (entity === null) this.#addText(this.#at + 1);
    else this.#addText(this.#at + entity.length, entity.text);
  }
}

/** Where the run of the same character that begins at `at` ends. */
function runEnd(text: string, at: number): number {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return end;
}

/** Where runs of backticks are, by their lengths. */
class Backticks {
  readonly #text: string;
  #runs: Map<number, { places: number[]; from: number }> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next run of this length; -1 if there isn't one. `start` must not be before that of the last call. */
  next(length: number, start: number): number {
    this.#runs ??= this.#find();
    const runs = this.#runs.get(length);
    if (runs === undefined) return -1;
    while ((runs.places[runs.from] ?? Infinity) < start) runs.from += 1;
    return runs.places[runs.from] ?? -1;
  }

  #find(): Map<number, { places: number[]; from: number }> {
    const runs = new Map<number, { places: number[]; from: number }>();
    for (let at = this.#text.indexOf('`'); at !== -1;) {
      const end = runEnd(this.#text, at);
      const same = runs.get(end - at);
      if (same === undefined) runs.set(end - at, { places: [at], from: 0 });
      else same.places.push(at);
      at = this.#text.indexOf('`', end);
    }
    return runs;
  }
}
