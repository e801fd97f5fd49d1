import { type Token, Tokenizer, type Tokens } from 'marked';

/** A table’s header row and the line below it, or what looks like that. */
const tableHead = /^[^\n]+\n {0,3}[|:-][|: -]*(?:\n|$)/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
/** How a line begins that may end a paragraph. */
const notWords = /^[ \t]*(?:[#>`~*+\-_=<\d]|$)/;

/** How an item begins that can only be text; it may be bold. */
const words = '(?:\\*\\*)?[^\\s#>`~*+\\-_=<\\d[]';
/** Items without blank lines that begin with words, at the margin, and what is indented below them. */
const plainItems = new RegExp(`^([*+-]) ${words}[^\\n]*(?:\\n(?:\\1 ${words}| {2,}[^\\s])[^\\n]*)*`);
/** What ends such a list: the end of the text, or a blank line with neither an item nor anything indented below it. */
const endOfItems = /\s*$|\n\n+(?!\s|[*+-](?:\s|$))/y;

/** A table isn’t read further than this: short rows are filled up to the header’s length. */
const mostCells = 20_000;

/** Whether that is so for this table. */
export function isCut({ header, rows }: Tokens.Table): boolean {
  return rows.length >= mostRows(header.length);
}

function mostRows(columns: number): number {
  return Math.ceil(mostCells / columns);
}

/**
 * marked's rules for blocks, with those replaced that look at the same lines again and again: they take more than twice
 * as long for twice the text.
 */
export class BlockTokenizer extends Tokenizer {
  override paragraph(src: string): Tokens.Paragraph {
    const raw = src.slice(0, this.#paragraphEnd(src));
    return { type: 'paragraph', raw, text: raw, tokens: this.lexer.inline(raw) };
  }

  /** A paragraph in a list. marked reads it line by line, and asks for each line how the rest of it goes on. */
  override text(src: string): Tokens.Text {
    return { ...this.paragraph(src), type: 'text' };
  }

  override lheading(src: string): Tokens.Heading | undefined {
    const end = this.#paragraphEnd(src);
    const below = lineAt(src, end + 1);
    const mark = underline.exec(below)?.[1];
    if (mark === undefined) return undefined;
    const text = src.slice(0, end).trim();
    const raw = src.slice(0, end + 1 + below.length);
    return { type: 'heading', raw, depth: mark.startsWith('=') ? 1 : 2, text, tokens: this.lexer.inline(text) };
  }

  /** Nearly all lists are plain; marked tries each of their lines for everything that could end the list. */
  override list(src: string): Tokens.List | undefined {
    const [whole, bullet] = plainItems.exec(src) ?? [];
    endOfItems.lastIndex = whole?.length ?? 0;
    if (whole === undefined || !endOfItems.test(src)) return super.list(src);
    const raw = whole.trimEnd();
    let at = 0;
    const items = raw
      .slice(2)
      .split(`\n${bullet} `)
      .map((item) => {
        const start = at;
        at += item.length + 3;
        return this.#plainItem(item, raw.slice(start, at));
      });
    // As marked leaves it.
    this.lexer.state.top = true;
    return { type: 'list', raw, ordered: false, start: '', loose: false, items };
  }

  #plainItem(item: string, raw: string): Tokens.ListItem {
    const text = item.replaceAll('\n  ', '\n');
    this.lexer.state.top = false;
    const tokens: Token[] = text.includes('\n')
      ? this.lexer.blockTokens(text, [])
      : [{ type: 'text', raw: text, text, tokens: [] }];
    return { type: 'list_item', raw, task: false, loose: false, text, tokens };
  }

  /** Looks for a table’s rows only if there is one. */
  override table(src: string): Tokens.Table | undefined {
    const columns = this.#columns(src);
    if (columns === 0) return undefined;
    let end = 0;
    for (let rows = 2 + mostRows(columns); rows > 0 && end < src.length; rows -= 1) {
      const line = lineAt(src, end);
      if (line.trim() === '') break;
      end += line.length + 1;
    }
    return super.table(src.slice(0, end));
  }

  /** The number of columns of the table that begins here; 0 if there isn’t one. */
  #columns(src: string): number {
    const head = tableHead.exec(src);
    return head === null ? 0 : (super.table(head[0])?.header.length ?? 0);
  }

  /** Where the paragraph at the start of the text ends: before whatever can interrupt it, or underline it. */
  #paragraphEnd(src: string): number {
    let end = lineAt(src, 0).length;
    while (end < src.length) {
      const line = lineAt(src, end + 1);
      if (notWords.test(line) && this.#interrupts(line)) break;
      if (this.#columns(src.slice(end + 1)) > 0) break;
      end += 1 + line.length;
    }
    return end;
  }

  #interrupts(line: string): boolean {
    const { block, other } = this.rules;
    return (
      line.trim() === '' ||
      underline.test(line) ||
      other.hrRegex(4).test(line) ||
      other.headingBeginRegex(4).test(line) ||
      other.blockquoteBeginRegex(4).test(line) ||
      other.htmlBeginRegex(4).test(line) ||
      other.listInterruptsParagraph.test(line) ||
      block.fences.test(line)
    );
  }

  /** Reads a quote's text once. marked reads it again for each line that continues it without a `>`. */
  override blockquote(src: string): Tokens.Blockquote | undefined {
    const found = this.rules.block.blockquote.exec(src)?.[0].replace(/\n+$/, '').split('\n');
    if (found === undefined) return undefined;
    const inner: string[] = [];
    let fenced = false;
    for (const line of found) {
      const marked = this.rules.other.blockquoteStart.test(line);
      if (!marked && (fenced || !this.#continues(inner.at(-1) ?? ''))) break;
      // Four blanks, so that a line of dashes doesn't make a heading of what it continues.
      inner.push(marked ? line.replace(/^ {0,3}>[ \t]?/, '') : line.replace(/^ {0,3}(?=[=-]+[ \t]*$)/, '    '));
      if (/`{3}|~{3}/.test(line) && this.rules.other.fencesBeginRegex(4).test(this.#innermost(inner.at(-1) ?? ''))) {
        fenced = !fenced;
      }
    }
    const text = inner.join('\n');
    const { top } = this.lexer.state;
    this.lexer.state.top = true;
    const tokens = this.lexer.blockTokens(text, []);
    this.lexer.state.top = top;
    return { type: 'blockquote', raw: found.slice(0, inner.length).join('\n'), text, tokens };
  }

  /** Whether the line can be that of a paragraph, which the next one may continue without a `>`. */
  #continues(line: string): boolean {
    const text = this.#innermost(line);
    const { heading, hr, fences } = this.rules.block;
    return !/^\s*(?:\||$)/.test(text) && !heading.test(text) && !hr.test(text) && !fences.test(text);
  }

  /** The line without the marks of the lists and quotes that it begins. */
  #innermost(line: string): string {
    return line.replace(this.rules.other.nestedContainerMarkers, '');
  }
}

/** The line that begins at `start`, without its end. */
function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}
