/** A cell of a table written in HTML, and how many lines below the table’s first one it begins. */
interface HtmlCell {
  html: string;
  linesBelow: number;
}

const table = /<table\b[^>]*>([^]*?)<\/table\s*>/i;
const row = /<tr\b[^>]*>([^]*?)(?=<\/tr|<tr\b|$)/gi;
const cell = /<t[dh]\b[^>]*>([^]*?)(?=<\/t[dh]|<t[dhr]\b|<\/tr|$)/gi;

/** A table in HTML: the text around it and its cells by row. */
interface HtmlTable {
  before: string;
  after: string;
  rows: HtmlCell[][];
}

/** Finds the first table in HTML that has rows of several cells; null if there isn’t one. */
export function htmlTableIn(raw: string): HtmlTable | null {
  const found = /<table\b/i.test(raw) && /<\/table/i.test(raw) ? table.exec(raw) : null;
  if (found === null) return null;
  const [whole, inner = ''] = found;
  const offset = found.index + whole.indexOf('>') + 1;
  const rows = [...inner.matchAll(row)].map((each) =>
    [...(each[1] ?? '').matchAll(cell)].map((one): HtmlCell => {
      const start = offset + each.index + each[0].indexOf('>') + 1 + one.index + one[0].indexOf('>') + 1;
      return { html: one[1] ?? '', linesBelow: raw.slice(0, start).split('\n').length - 1 };
    }),
  );
  const filled = rows.filter((cells) => cells.length > 0);
  if (filled.length < 2 || filled.every((cells) => cells.length < 2)) return null;
  return { before: raw.slice(0, found.index), after: raw.slice(found.index + whole.length), rows: filled };
}
