import type { Mark } from './text-line.ts';

/** A run of `*`, `_` or `~`, which may begin or end emphasis. */
export interface DelimiterRun {
  type: 'run';
  line: number;
  /** Its characters that aren't used as markup. */
  text: string;
  length: number;
  opens: boolean;
  closes: boolean;
  /** The styles that end before its text, and those that begin after it. */
  ends: Mark['style'][];
  begins: Mark['style'][];
}

const space = /^\s$/;
const punctuation = /^[\p{P}\p{S}]$/u;

/** The run from `start` up to `end` of the text, by CommonMark’s rules for what can begin and end emphasis. */
export function delimiterRun(text: string, start: number, end: number, line: number): DelimiterRun {
  const before = start === 0 ? ' ' : String.fromCodePoint(text.codePointAt(characterBefore(text, start)) ?? 32);
  const after = end === text.length ? ' ' : String.fromCodePoint(text.codePointAt(end) ?? 32);
  const opens = !space.test(after) && (!punctuation.test(after) || space.test(before) || punctuation.test(before));
  const closes = !space.test(before) && (!punctuation.test(before) || space.test(after) || punctuation.test(after));
  const inWord = text[start] === '_' && opens && closes;
  return {
    type: 'run',
    line,
    text: text.slice(start, end),
    length: end - start,
    opens: opens && (!inWord || punctuation.test(before)),
    closes: closes && (!inWord || punctuation.test(after)),
    ends: [],
    begins: [],
  };
}

/** The start of the character that ends before `at`, which may be two halves of a pair. */
function characterBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xdc_00 && code <= 0xdf_ff && at > 1 ? at - 2 : at - 1;
}

/** Pairs the runs that begin emphasis with those that end it, as they come. */
export class Emphasis {
  readonly #open: DelimiterRun[] = [];
  /** By the kind of closing run: how many of the open runs, from the first, don’t fit it. This keeps it linear. */
  readonly #unfit = new Map<string, number>();

  add(run: DelimiterRun): void {
    if (run.closes) this.#close(run);
    if (run.opens && run.text !== '') this.#open.push(run);
  }

  #close(run: DelimiterRun): void {
    const kind = `${run.text[0]}${run.text.startsWith('~') ? run.length : run.length % 3}${run.opens}`;
    while (run.text !== '') {
      const unfit = this.#unfit.get(kind) ?? 0;
      let at = this.#open.length - 1;
      while (at >= unfit && !fits(this.#open[at], run)) at -= 1;
      const opener = this.#open[at];
      if (at < unfit || opener === undefined) {
        this.#unfit.set(kind, this.#open.length);
        return;
      }
      pair(opener, run);
      this.#open.length = opener.text === '' ? at : at + 1;
      for (const [each, count] of this.#unfit) this.#unfit.set(each, Math.min(count, this.#open.length));
    }
  }
}

function fits(opener: DelimiterRun | undefined, closer: DelimiterRun): boolean {
  if (opener === undefined || opener.text[0] !== closer.text[0]) return false;
  if (closer.text.startsWith('~')) return opener.length === closer.length;
  // CommonMark’s rule of three, for runs that could be either half.
  if (!opener.closes && !closer.opens) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

/** Uses up one or two characters of both runs; two are bold, and tildes have no style. */
function pair(opener: DelimiterRun, closer: DelimiterRun): void {
  const used = Math.min(2, opener.text.length, closer.text.length);
  if (!opener.text.startsWith('~')) {
    const style = used === 2 ? 'bold' : 'italic';
    opener.begins.push(style);
    closer.ends.push(style);
  }
  opener.text = opener.text.slice(used);
  closer.text = closer.text.slice(used);
}
