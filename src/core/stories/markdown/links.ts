/** Definitions in a file such as `[label]: address`, by their labels. */
export type Definitions = Set<string>;

/** Labels are the same whatever their case and their spaces. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** The longest label of a link definition, in characters. */
export const longestLabel = 999;

const labelStart = /\[((?:\\[^]|[^\\[\]]){1,999})\]/y;
const blanks = /[ \t]*\n?[ \t]*/y;
const angled = /<(?:\\.|[^<>\n\\])*>/y;
const titles: Readonly<Record<string, RegExp>> = {
  '"': /"([^"\\]*(?:\\[^][^"\\]*)*)"/y,
  "'": /'([^'\\]*(?:\\[^][^'\\]*)*)'/y,
  '(': /\(([^()\\]*(?:\\[^][^()\\]*)*)\)/y,
};

/** An address may contain brackets nested this deep; more would have to be looked at again and again. */
const deepestBrackets = 32;

/** Reads `[label]` at `at`: the label and where it ends. Null if there isn't one. */
export function labelAt(text: string, at: number): { label: string; end: number } | null {
  labelStart.lastIndex = at;
  const found = labelStart.exec(text);
  return found === null ? null : { label: found[1] ?? '', end: labelStart.lastIndex };
}

/** Reads `(address "title")` at `at`. Null if there isn't one. */
export function addressAt(text: string, at: number): { title: string; end: number } | null {
  if (text[at] !== '(') return null;
  const start = matchEnd(blanks, text, at + 1);
  const end = addressEnd(text, start);
  if (end === -1) return null;
  const after = matchEnd(blanks, text, end);
  const title = after > end ? titleAt(text, after) : null;
  const close = title === null ? after : matchEnd(blanks, text, title.end);
  return text[close] === ')' ? { title: title?.title ?? '', end: close + 1 } : null;
}

/** Reads a link definition at `at`, which is the start of a line: its label and where the next line begins. */
export function definitionAt(text: string, at: number): { label: string; end: number } | null {
  const label = labelAt(text, at);
  if (label === null || label.label.trim() === '' || text[label.end] !== ':') return null;
  const start = matchEnd(blanks, text, label.end + 1);
  const end = addressEnd(text, start);
  if (end === -1 || end === start) return null;
  const after = matchEnd(blanks, text, end);
  const title = after > end ? titleAt(text, after) : null;
  const next = (title === null ? null : lineEnd(text, title.end)) ?? lineEnd(text, end);
  return next === null ? null : { label: normalLabel(label.label), end: next };
}

/** Where the next line begins, if nothing but blanks is left of this one. */
function lineEnd(text: string, at: number): number | null {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  if (end >= text.length) return text.length;
  return text[end] === '\n' ? end + 1 : null;
}

/** Where the address at `at` ends; -1 if there isn't one. It may be empty. */
function addressEnd(text: string, at: number): number {
  if (text[at] === '<') return matchEnd(angled, text, at, -1);
  let depth = 0;
  let end = at;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code <= 32 || code === 127) break;
    const mark = text[end];
    if (mark === '\\' && text.charCodeAt(end + 1) > 32) end += 1;
    else if (mark === '(' && (depth += 1) > deepestBrackets) return -1;
    else if (mark === ')' && (depth -= 1) < 0) break;
  }
  return depth > 0 ? -1 : end;
}

function titleAt(text: string, at: number): { title: string; end: number } | null {
  const pattern = titles[text[at] ?? ''];
  if (pattern === undefined) return null;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? null : { title: found[1] ?? '', end: pattern.lastIndex };
}

function matchEnd(pattern: RegExp, text: string, at: number, otherwise = at): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : otherwise;
}
