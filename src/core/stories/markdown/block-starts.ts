/*
 * What can begin a block, by the rules of CommonMark and of GitHub's tables. Each function looks at one line from `at`,
 * its first character that isn't a space, and takes time in proportion to the line at most.
 */

/** `# Title`: its level and its text without the closing `#`s. */
export function headingAt(line: string, at: number): { level: number; text: string } | null {
  let end = at;
  while (line[end] === '#') end += 1;
  const level = end - at;
  if (level > 6 || (end < line.length && line[end] !== ' ' && line[end] !== '\t')) return null;
  const text = line.slice(end).trim();
  let last = text.length;
  while (text[last - 1] === '#') last -= 1;
  const closed = last === 0 || text[last - 1] === ' ' || text[last - 1] === '\t';
  return { level, text: closed ? text.slice(0, last).trimEnd() : text };
}

/** The line below an underlined heading. */
export function underlineLevel(line: string, at: number): number | null {
  const mark = line[at];
  if (mark !== '=' && mark !== '-') return null;
  let end = at;
  while (line[end] === mark) end += 1;
  if (line.slice(end).trim() !== '') return null;
  return mark === '=' ? 1 : 2;
}

/** A horizontal rule: at least three of the same mark, with nothing but blanks between them. */
export function isRule(line: string, at: number): boolean {
  const mark = line[at];
  if (mark !== '-' && mark !== '*' && mark !== '_') return false;
  let marks = 0;
  for (let index = at; index < line.length; index += 1) {
    const each = line[index];
    if (each === mark) marks += 1;
    else if (each !== ' ' && each !== '\t') return false;
  }
  return marks >= 3;
}

export interface Fence {
  mark: string;
  length: number;
  /** What follows the fence, such as the language. */
  info: string;
}

export function fenceAt(line: string, at: number): Fence | null {
  const mark = line[at];
  if (mark !== '`' && mark !== '~') return null;
  let end = at;
  while (line[end] === mark) end += 1;
  if (end - at < 3 || (mark === '`' && line.includes('`', end))) return null;
  return { mark, length: end - at, info: line.slice(end).trim() };
}

/** Whether the line closes the fence. */
export function closesFence(line: string, at: number, { mark, length }: Fence): boolean {
  let end = at;
  while (line[end] === mark) end += 1;
  return end - at >= length && line.slice(end).trim() === '';
}

export interface ListMarker {
  /** Items with the same kind are in the same list: `-`, `*`, `+`, or what follows the number. */
  kind: string;
  /** In characters. */
  width: number;
  /** An ordered list that begins with another number than 1 can't interrupt a paragraph. */
  first: boolean;
}

/** `-`, `*`, `+`, `12.` or `12)` with a blank or nothing after it. */
export function listMarkerAt(line: string, at: number): ListMarker | null {
  const mark = line[at] ?? '';
  let width = 1;
  let kind = mark;
  if (mark !== '-' && mark !== '*' && mark !== '+') {
    width = 0;
    while (width < 9 && isDigit(line.charCodeAt(at + width))) width += 1;
    kind = line[at + width] ?? '';
    if (width === 0 || (kind !== '.' && kind !== ')')) return null;
    width += 1;
  }
  if (at + width < line.length && line[at + width] !== ' ') return null;
  return { kind, width, first: width === 1 || Number(line.slice(at, at + width - 1)) === 1 };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** An HTML tag in full. Not even a value in quotes may have a `<`, so that no text is looked at twice. */
export const tagSource =
  String.raw`<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>${'`'}]+|'[^'<]*'|"[^"<]*"))?)*\s*\/?|` +
  String.raw`\/[a-z][a-z0-9-]*\s*)>`;

const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';

/** How HTML begins, and how it ends; HTML without an end of its own ends before a blank line. */
const htmlKinds: readonly { start: RegExp; end: RegExp | null; interrupts: boolean }[] = [
  { start: /<(?:script|pre|style|textarea)(?:[\s>]|$)/iy, end: /<\/(?:script|pre|style|textarea)>/i, interrupts: true },
  { start: /<!--/y, end: /-->/, interrupts: true },
  { start: /<\?/y, end: /\?>/, interrupts: true },
  { start: /<![a-z]/iy, end: />/, interrupts: true },
  { start: /<!\[CDATA\[/y, end: /\]\]>/, interrupts: true },
  { start: new RegExp(String.raw`<\/?(?:${blockTags})(?:\s|\/?>|$)`, 'iy'), end: null, interrupts: true },
  { start: new RegExp(String.raw`${tagSource}\s*$`, 'iy'), end: null, interrupts: false },
];

/** Raw HTML; null if there isn't any, or none that may interrupt a paragraph. */
export function htmlAt(line: string, at: number, interrupting: boolean): { end: RegExp | null } | null {
  if (line[at] !== '<') return null;
  for (const { start, end, interrupts } of htmlKinds) {
    if (interrupting && !interrupts) continue;
    start.lastIndex = at;
    if (start.test(line)) return { end };
  }
  return null;
}

/** A table with more columns is text: its cells could be more than anybody's computer can hold. */
const mostColumns = 100;

/** The number of columns, if this is the line below a table's header row. */
export function columnsAt(line: string, at: number): number | null {
  const row = line.slice(at);
  if (!/^[|:\- \t]+$/.test(row) || !/[|:]/.test(row)) return null;
  const cells = cellsOf(row);
  return cells.length <= mostColumns && cells.every((cell) => /^:?-+:?$/.test(cell)) ? cells.length : null;
}

/** A table row's cells as written, without the pipes around them. `\|` is a pipe in a cell. */
export function cellsOf(row: string): string[] {
  const cells: string[] = [];
  const trimmed = row.trim();
  let from = trimmed.startsWith('|') ? 1 : 0;
  for (let index = from; index < trimmed.length; index += 1) {
    if (trimmed[index] === '\\') index += 1;
    else if (trimmed[index] === '|') {
      cells.push(cellText(trimmed.slice(from, index)));
      from = index + 1;
    }
  }
  if (from < trimmed.length) cells.push(cellText(trimmed.slice(from)));
  return cells;
}

function cellText(written: string): string {
  return written.trim().replaceAll('\\|', '|');
}
