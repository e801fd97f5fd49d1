import type { Lines } from '../markdown/block.ts';
import { withoutTags } from '../markdown/html-tags.ts';
import type { HiddenText } from '../markdown/text-line.ts';

/** A line that holds nothing but markup: a rule, a fence, the line under a table's head. */
const onlyMarkup = /^[\s>#*_=|:+`~-]*$/;

/**
 * Keeps account of which lines of a file found their place. A line is claimed when what stands on it goes into a
 * story, and by nothing else, so that what is left over is really nowhere.
 */
export class Ledger {
  readonly #lines: readonly string[];
  readonly #claimed: Uint8Array;
  readonly #hidden = new Map<number, string>();

  /** `lines` of the file, the first being line 1. */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#claimed = new Uint8Array(lines.length + 2);
  }

  claim({ line, endLine }: Lines): void {
    this.#claimed.fill(1, line, endLine + 1);
  }

  /** Text that is never shown, such as a comment, has no place even where its line has. */
  hide(hidden: readonly HiddenText[]): void {
    for (const { line, text } of hidden) {
      const before = this.#hidden.get(line);
      this.#hidden.set(line, before === undefined ? text : `${before} ${text}`);
    }
  }

  /** The lines that found no place; `hidden` where that is their writer's wish. */
  left(): { line: number; text: string; hidden: boolean }[] {
    const left: { line: number; text: string; hidden: boolean }[] = [];
    for (let line = 1; line <= this.#lines.length; line += 1) {
      const written = this.#lines[line - 1] ?? '';
      const hidden = this.#hidden.get(line);
      const claimed = this.#claimed[line] === 1;
      if (claimed && hidden !== undefined) left.push({ line, text: hidden, hidden: true });
      if (claimed) continue;
      const text = withoutTags(written).trim();
      if (!onlyMarkup.test(text)) left.push({ line, text, hidden: hidden !== undefined });
    }
    return left;
  }
}
