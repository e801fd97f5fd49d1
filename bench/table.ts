import type { Figure } from './figure.ts';

const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'];
const head = ['figure', 'value', 'aim', 'how'];

/**
 * A document with these figures in its table, which is between the comments “figures” and “end of figures”. Rows of
 * figures that weren’t measured this time stay. Throws if the comments aren’t there.
 */
export function withFigures(document: string, figures: readonly Figure[]): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The document has no “${begin}” with “${end}” after it.`);
  const rows = new Map<string, string[]>();
  for (const line of document.slice(from, to).split('\n')) {
    const cells = line.split(/(?<!\\)\|/u).slice(1, -1);
    const name = /^`([\w.-]+)`$/u.exec(cells[0]?.trim() ?? '')?.[1];
    if (name !== undefined)
      rows.set(
        name,
        cells.map((cell) => cell.trim()),
      );
  }
  for (const figure of figures) rows.set(figure.name, cellsOf(figure));
  return [document.slice(0, from) + begin, '', ...table([...rows.values()]), '', document.slice(to)].join('\n');
}

/** Its columns aligned, as the formatter wants them. */
function table(rows: string[][]): string[] {
  const widths = head.map((title, at) => Math.max(title.length, 3, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function cellsOf({ name, value, unit, limit, how }: Figure): string[] {
  const aim = limit === undefined ? '' : `≤ ${shown(limit, unit)}${value > limit ? ', missed' : ''}`;
  return [`\`${name}\``, shown(value, unit), aim, how.replaceAll('|', '\\|')];
}

function shown(value: number, unit: Figure['unit']): string {
  if (unit === 'bytes') return `${(value / 1000).toFixed(1)} kB`;
  return `${Number(value.toFixed(2))} ${unit}`;
}
