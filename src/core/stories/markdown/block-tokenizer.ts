import { Tokenizer, type Tokens } from 'marked';

/**
 * marked's rules for blocks. Those that take more than twice as long for twice the text are replaced or shown only as
 * much of the text as they need.
 */
export class BlockTokenizer extends Tokenizer {
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
      if (this.rules.other.fencesBeginRegex(4).test(this.#innermost(inner.at(-1) ?? ''))) fenced = !fenced;
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
