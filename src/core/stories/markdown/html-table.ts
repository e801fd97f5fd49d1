import { countLineEnds } from './source.ts';

/** A cell of a table written in HTML, and how many lines below the table’s first one it begins. */
interface HtmlCell {
  html: string;
  linesBelow: number;
}

const opening = /<table\b[^<>]*>/i;
const closing = /<\/table\s*>/gi;
const row = /<tr\b[^<>]*>([^]*?)(?=<\/tr|<tr\b|$)/gi;
const cell = /<t[dh]\b[^<>]*>([^]*?)(?=<\/t[dh]|<t[dhr]\b|<\/tr|$)/gi;

/** A table in HTML: the text around it and its cells by row. */
interface HtmlTable {
  before: string;
  after: string;
  rows: HtmlCell[][];
}

/** Finds the first table in HTML that has rows of several cells; null if there isn’t one. */
export function htmlTableIn(raw: string): HtmlTable | null {
  const open = opening.exec(raw);
  if (open === null) return null;
  const innerStart = open.index + open[0].length;
  closing.lastIndex = innerStart;
  const close = closing.exec(raw);
  if (close === null) return null;
  let counted = 0;
  let linesBelow = 0;
  const rows = [...raw.slice(innerStart, close.index).matchAll(row)].map((each) =>
    [...(each[1] ?? '').matchAll(cell)].map((one): HtmlCell => {
      const start = innerStart + each.index + each[0].indexOf('>') + 1 + one.index + one[0].indexOf('>') + 1;
      linesBelow += countLineEnds(raw.slice(counted, start));
      counted = start;
      return { html: one[1] ?? '', linesBelow };
    }),
  );
  const filled = rows.filter((cells) => cells.length > 0);
  if (filled.length < 2 || filled.every((cells) => cells.length < 2)) return null;
  return { before: raw.slice(0, open.index), after: raw.slice(closing.lastIndex), rows: filled };
}
