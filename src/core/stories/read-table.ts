import type { Entry, TextEntry } from './entries.ts';
import { type LabelTracker, strengths } from './label-tracker.ts';
import { type Label, labelAt } from './labels.ts';
import type { Table } from './markdown/block.ts';
import type { TextLine } from './markdown/text-line.ts';

/** A table as text, a row a line; or as sections where its first column, or its head, holds their labels. */
export function readTable(table: Table, tracker: LabelTracker): Entry[] {
  const [head = [], ...body] = table.rows;
  const [row = []] = body;
  if (body.length === 1 && head.length > 1 && head.every((cell) => labelIn(cell) !== null)) {
    return head.flatMap((cell, index) => labelledEntries(cell, row.slice(index, index + 1), tracker));
  }
  const labelled = table.rows.filter(([first, second]) => second?.text !== '' && labelIn(first) !== null).length;
  if (labelled >= 2) return table.rows.flatMap((cells) => labelledEntries(cells[0], cells.slice(1), tracker));
  return [textEntry(table.rows, false)].filter((entry) => entry.lines.length > 0);
}

/** The cell's label, if it holds nothing else. */
function labelIn(cell: TextLine | undefined): Label | null {
  const label = cell === undefined ? null : labelAt(cell, 0, 'heading');
  return cell !== undefined && label?.meaning.type === 'section' && label.end >= cell.text.length ? label : null;
}

function labelledEntries(first: TextLine | undefined, others: readonly TextLine[], tracker: LabelTracker): Entry[] {
  const label = labelIn(first);
  const meaning = label === null ? null : tracker.accept(label, strengths.boldLine, '');
  if (first === undefined || label === null || meaning?.type !== 'section') {
    return [textEntry([first === undefined ? others : [first, ...others]], false)];
  }
  const { line } = first;
  const at = { line, endLine: line, level: null, inList: false };
  const entry: Entry = { type: 'label', ...at, kind: meaning.kind, label: label.text };
  const text = textEntry([others], true);
  return text.lines.length === 0 ? [entry] : [entry, text];
}

function textEntry(rows: readonly (readonly TextLine[])[], onLabelLine: boolean): TextEntry {
  const lines = rows.flatMap((cells): TextLine[] => {
    const filled = cells.filter((cell) => cell.text !== '');
    const [first] = filled;
    if (first === undefined) return [];
    const text = filled.map((cell) => cell.text).join(', ');
    return [{ line: first.line, text, marks: [], after: 'hard' }];
  });
  const line = lines[0]?.line ?? 1;
  return { type: 'text', line, endLine: lines.at(-1)?.line ?? line, lines, onLabelLine, verbatim: true };
}
