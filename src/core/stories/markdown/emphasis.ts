import type { Mark, TextLine } from './text-line.ts';

/** What inline Markdown consists of, in the order of the text. */
export type Piece = TextPiece | { type: 'code' | 'tag'; line: number; text: string } | LineBreak;

interface TextPiece {
  type: 'text';
  line: number;
  text: string;
  /** The styles that end before this text, and those that begin after it. */
  closes: Mark['style'][];
  opens: Mark['style'][];
}

interface LineBreak {
  type: 'break';
  line: number;
  after: TextLine['after'];
}

/** A run of `*`, `_` or `~` that may begin or end emphasis. */
interface Delimiter {
  mark: '*' | '_' | '~';
  /** The index of its piece. */
  piece: number;
  /** How many characters it has, and how many aren't used yet. */
  length: number;
  unused: number;
  opens: boolean;
  closes: boolean;
  previous: Delimiter | null;
  next: Delimiter | null;
}

const blank = /^[\s]$/;
const punctuation = /^[\p{P}\p{S}]$/u;

/** Pairs the runs that begin emphasis with those that end it, as CommonMark's appendix describes. */
export class DelimiterList {
  #last: Delimiter | null = null;

  /** Adds the run from `start` to `end` of the text. */
  add(mark: Delimiter['mark'], piece: number, text: string, start: number, end: number): void {
    const length = end - start;
    // Two tildes at most are strikethrough.
    if (mark === '~' && length > 2) return;
    const before = start === 0 ? ' ' : text.slice(startOfCharacter(text, start), start);
    const after = end === text.length ? ' ' : String.fromCodePoint(text.codePointAt(end) ?? 32);
    const [spaceBefore, spaceAfter] = [blank.test(before), blank.test(after)];
    const [pointBefore, pointAfter] = [punctuation.test(before), punctuation.test(after)];
    const left = !spaceAfter && (!pointAfter || spaceBefore || pointBefore);
    const right = !spaceBefore && (!pointBefore || spaceAfter || pointAfter);
    const opens = mark === '_' ? left && (!right || pointBefore) : left;
    const closes = mark === '_' ? right && (!left || pointAfter) : right;
    if (!opens && !closes) return;
    const added: Delimiter = { mark, piece, length, unused: length, opens, closes, previous: this.#last, next: null };
    if (this.#last !== null) this.#last.next = added;
    this.#last = added;
  }

  /** Turns the pairs among the runs after the piece `after` into styles, and forgets these runs. */
  match(pieces: Piece[], after: number): void {
    /** By the kind of closing run: from where there is no run that could begin what it ends. */
    const noneBefore = new Map<string, number>();
    let closer = this.#firstAfter(after);
    while (closer !== null) {
      const opener = closer.closes ? openerOf(closer, Math.max(after, noneBefore.get(kindOf(closer)) ?? -1)) : null;
      if (opener !== null) {
        this.#pair(opener, closer, pieces);
        if (closer.unused > 0) continue;
      } else if (closer.closes) {
        noneBefore.set(kindOf(closer), closer.previous?.piece ?? -1);
        if (!closer.opens) this.#remove(closer);
      }
      closer = closer.next;
    }
    this.#cut(after);
  }

  #firstAfter(after: number): Delimiter | null {
    let first: Delimiter | null = null;
    for (let each = this.#last; each !== null && each.piece > after; each = each.previous) first = each;
    return first;
  }

  /** Uses up one or two characters of both runs. */
  #pair(opener: Delimiter, closer: Delimiter, pieces: Piece[]): void {
    const used = opener.unused >= 2 && closer.unused >= 2 ? 2 : 1;
    const style = opener.mark === '~' ? null : used === 2 ? 'bold' : 'italic';
    use(pieces[opener.piece], used, (piece) => style !== null && piece.opens.push(style));
    use(pieces[closer.piece], used, (piece) => style !== null && piece.closes.push(style));
    opener.unused -= used;
    closer.unused -= used;
    // The runs between them can't be paired with one outside any more.
    opener.next = closer;
    closer.previous = opener;
    if (opener.unused === 0) this.#remove(opener);
    if (closer.unused === 0) this.#remove(closer);
  }

  #remove(gone: Delimiter): void {
    if (gone.previous !== null) gone.previous.next = gone.next;
    if (gone.next === null) this.#last = gone.previous;
    else gone.next.previous = gone.previous;
  }

  #cut(after: number): void {
    while (this.#last !== null && this.#last.piece > after) this.#last = this.#last.previous;
    if (this.#last !== null) this.#last.next = null;
  }
}

/** The closest run before `closer` and after the piece `bottom` that can be its other half. */
function openerOf(closer: Delimiter, bottom: number): Delimiter | null {
  for (let each = closer.previous; each !== null && each.piece > bottom; each = each.previous) {
    if (each.opens && each.mark === closer.mark && fits(each, closer)) return each;
  }
  return null;
}

function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.mark === '~') return opener.length === closer.length;
  // CommonMark's rule of three, for runs that could be either half.
  if (!opener.closes && !closer.opens) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

/** Closing runs of the same kind fit the same opening ones. */
function kindOf({ mark, length, opens }: Delimiter): string {
  return mark === '~' ? `~${length}` : `${mark}${length % 3}${opens}`;
}

function use(piece: Piece | undefined, count: number, style: (piece: TextPiece) => unknown): void {
  if (piece?.type !== 'text') return;
  piece.text = piece.text.slice(count);
  style(piece);
}

/** The start of the character that ends at `end`, which may be half of a pair. */
function startOfCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xdc_00 && code <= 0xdf_ff && end > 1 ? end - 2 : end - 1;
}
