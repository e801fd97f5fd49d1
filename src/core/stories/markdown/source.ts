/** A file's text, ready to be read line by line. */
interface Source {
  /** Without a byte order mark; lines end with `\n`. */
  text: string;
  /** The text's lines; line n of the file is `lines[n - 1]`. */
  lines: readonly string[];
}

/**
 * Unicode's mathematical letters, such as 𝗕𝗼𝗹𝗱, which people use for bold and italics where formatting isn't available.
 */
const styledLetters = /[\u{1D400}-\u{1D7FF}]+/u;

/** Evens out the differences between editors and systems. Line numbers stay as an editor shows them. */
export function readSource(text: string): Source {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const even = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const plain = styledLetters.test(even) ? even.replace(new RegExp(styledLetters, 'gu'), toPlain) : even;
  return { text: plain, lines: plain.split('\n') };
}

function toPlain(letters: string): string {
  return letters.normalize('NFKC');
}

/** The number of line ends in `text`. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** How deeply block quotes and lists may be nested. Far beyond this, Markdown readers slow down or give up. */
export const maxDepth = 100;

/** Up to so many levels, nesting costs little, however long the file is. */
const usualDepth = 10;
/** How many levels beyond that a file may have, added up over its lines: each line is read once for each level. */
const mostLevels = 200_000;

const tab = 9;
const newline = 10;
const space = 32;

/**
 * The first line (1-based) with quotes and lists nested deeper than `maxDepth`, or from which on there are too many
 * lines in deep ones; null if there isn't one. This is one
 * cheap pass over the characters: the Markdown reader itself takes seconds for such a file, or overflows the stack.
 */
export function firstTooDeepLine(text: string): number | null {
  /** The columns at which the text of the open lists begins, in ascending order. */
  const lists: number[] = [];
  let open = '';
  /** A line without marks continues the paragraph before it, however deep that is. */
  let depth = 0;
  let levels = 0;
  let line = 1;
  for (let start = 0; start <= text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const mark = fenceAt(text, start);
    if (open !== '') {
      if (mark.startsWith(open)) open = '';
    } else if (mark !== '') {
      open = mark;
    } else {
      depth = Math.max(start === end ? 0 : depth, nesting(text, start, end, lists));
      levels += Math.max(0, depth - usualDepth);
      if (depth > maxDepth || levels > mostLevels) return line;
    }
    start = end + 1;
  }
  return null;
}

const fence = / {0,3}(`{3,}|~{3,})/y;

/** The backticks or tildes of a code fence on the line that begins at `start`; empty if there isn't one. */
export function fenceAt(text: string, start: number): string {
  fence.lastIndex = start;
  return fence.exec(text)?.[1] ?? '';
}

/** How deeply the line is nested. Updates `lists` to the lists open after it. */
function nesting(text: string, start: number, end: number, lists: number[]): number {
  let quotes = 0;
  let column = 0;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === space || code === tab) {
      column += code === tab ? 4 - (column % 4) : 1;
      at += 1;
      continue;
    }
    while ((lists.at(-1) ?? -1) > column) lists.pop();
    if (text[at] === '>') {
      quotes += 1;
      column += 1;
      at += 1;
      continue;
    }
    const width = bulletWidth(text, at, end);
    if (width === 0 || isRule(text, at, end)) break;
    column += width;
    at += width;
    lists.push(column + 1);
    if (quotes + lists.length > maxDepth) break;
  }
  return quotes + lists.length;
}

/** The length of a list marker (`-`, `12.`) at `at`; 0 if there isn't one. */
function bulletWidth(text: string, at: number, end: number): number {
  const first = text[at] ?? '';
  let width = 0;
  if (first === '-' || first === '*' || first === '+') {
    width = 1;
  } else {
    while (width < 9 && isDigit(text.charCodeAt(at + width))) width += 1;
    const closing = text[at + width];
    if (width === 0 || (closing !== '.' && closing !== ')')) return 0;
    width += 1;
  }
  const after = at + width >= end ? newline : text.charCodeAt(at + width);
  return after === space || after === tab || after === newline ? width : 0;
}

/** `- - -` is a horizontal rule, not three lists. */
function isRule(text: string, at: number, end: number): boolean {
  const mark = text[at];
  if (mark !== '-' && mark !== '*') return false;
  let marks = 0;
  for (let index = at; index < end; index += 1) {
    if (text[index] === mark) marks += 1;
    else if (text.charCodeAt(index) !== space && text.charCodeAt(index) !== tab) return false;
  }
  return marks >= 3;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
