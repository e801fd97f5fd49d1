import type { AsideEntry, Entry, FieldEntry, TextEntry } from './entries.ts';
import { labelUse } from './fields.ts';
import { bareQuestion, readHeading } from './headings.ts';
import { type LabelTracker, strengths } from './label-tracker.ts';
import { type Label, labelAt } from './labels.ts';
import type { Table } from '../../markdown/block.ts';
import type { TextLine } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';
import { titleLevel } from './read-lines.ts';

/**
 * A table as text, with a line for each row; or as sections, if its first column or its header row has their labels.
 * With such a header, every row is a story.
 */
export function readTable(table: Table, tracker: LabelTracker): Entry[] {
  return rowsOf(table, tracker).filter((entry) => entry.type !== 'text' || entry.lines.length > 0);
}

function rowsOf(table: Table, tracker: LabelTracker): Entry[] {
  const [head = [], ...body] = table.rows;
  if (headsStories(head, body)) {
    const rows = body.flatMap((row) => {
      if (body.length > 1) tracker.reset();
      const line = body.length > 1 ? row[0]?.line : undefined;
      const named = head.findIndex((cell, index) => isNameColumn(cell, row[index]));
      const entries = head.flatMap((cell, index) => cellEntries(cell, row[index], line, tracker, index === named));
      // The story's name goes before its labels, other columns after them.
      return entries.sort((one, other) => place(one) - place(other));
    });
    return [...headEntries(head), ...rows];
  }
  const asked = structureColumn(head, 'question');
  const told = structureColumn(head, 'answer');
  if (asked !== -1 && told !== -1) {
    return [...headEntries(head), ...body.flatMap((row) => answeredEntries(head, row, asked, told))];
  }
  // Only letters, without any text, are a story that isn’t written yet.
  const empty = table.rows.every(([, ...others]) => others.every(({ text }) => text === ''));
  const labelled = table.rows.filter(
    ([first, second]) => (empty || second?.text !== '') && labelIn(first) !== null,
  ).length;
  if (labelled < 2) {
    const bank = questionColumn(head, body);
    if (bank !== -1) return bankEntries(head, body, bank);
    const facts = table.rows.filter(
      ([first, , third]) => first !== undefined && third === undefined && labelUse(first.text) === 'fact',
    );
    if (facts.length * 2 <= table.rows.length) return [textEntry(table.rows, false)];
    return table.rows.flatMap(([first, second]) =>
      first === undefined || second === undefined ? [] : [factEntry(first.text, second)],
    );
  }
  const entries = body.flatMap((cells) => labelledEntries(cells[0], cells.slice(1), tracker));
  if (labelIn(head[0]) !== null) return [...labelledEntries(head[0], head.slice(1), tracker), ...entries];
  const [corner, name] = head;
  if (corner?.text === '' && name !== undefined && name.text !== '' && head.length === 2)
    return [titleEntry(name), ...entries];
  return [textEntry([head], false), ...entries];
}

/** Empty, or a row’s number, which isn’t a name. */
const rowNumber = /^\d*[.)]?$/;

/** Whether a header row labels columns: `Situation | Action | Result`, or all three among other columns. */
function headsStories(head: readonly TextLine[], body: readonly (readonly TextLine[])[]): boolean {
  const kinds = head.map((cell) => kindIn(cell));
  if (body.length === 1 && head.length > 1 && kinds.every((kind) => kind !== null)) return true;
  const begins = kinds.includes('situation') || kinds.includes('task');
  return body.length > 0 && begins && kinds.includes('action') && kinds.includes('result');
}

/** The column under a header such as `Question` or `Answer`; -1 without one. */
function structureColumn(head: readonly TextLine[], word: 'question' | 'answer'): number {
  return head.findIndex((cell) => {
    const label = labelAt(cell, 0, 'heading');
    return label?.meaning.type === 'structure' && label.meaning.word === word && label.end >= cell.text.length;
  });
}

/** A row of questions and answers as a story, and its other columns as facts. */
function answeredEntries(head: readonly TextLine[], row: readonly TextLine[], asked: number, told: number): Entry[] {
  const entries: Entry[] = [];
  for (const [at, mark] of [
    [asked, 'question'],
    [told, 'answer'],
  ] as const) {
    const cell = row[at];
    if (cell === undefined) continue;
    entries.push({ type: 'mark', line: cell.line, endLine: cell.line, mark, level: null, remark: '' });
    if (cell.text !== '') entries.push({ ...textEntry([[cell]], true), verbatim: false });
    if (mark === 'question') {
      for (const [other, { text }] of head.entries()) {
        const more = row[other];
        if (other === asked || other === told || more === undefined || rowNumber.test(more.text)) continue;
        entries.push(text === '' ? textEntry([[more]], false) : factEntry(text, more));
      }
    }
  }
  return entries;
}

/** In words: what a bank says about a question, such as its theme, is shorter than an answer. */
const longestNote = 6;

/** The column of a question bank: one question a row, and no answers. -1 if the table is something else. */
function questionColumn(head: readonly TextLine[], body: readonly (readonly TextLine[])[]): number {
  if (structureColumn(head, 'answer') !== -1 || body.length < 2) return -1;
  return head.findIndex((_, index) =>
    body.every((row) =>
      row.every(({ text }, at) => (at === index ? readsAsQuestion(text) : text.split(' ').length <= longestNote)),
    ),
  );
}

/** The questions, a line for each, and what else the table says. */
function bankEntries(head: readonly TextLine[], body: readonly (readonly TextLine[])[], asked: number): Entry[] {
  const questions = body.flatMap((row) => row.filter((_, index) => index === asked));
  const lines = [head, ...body.map((row) => row.filter(({ text }, at) => at !== asked && !rowNumber.test(text)))];
  const [names, ...notes] = lines.map((cells) =>
    textEntry([cells], false)
      .lines.map(({ text }) => text)
      .join(''),
  );
  const at = { line: questions[0]?.line ?? 1, endLine: questions.at(-1)?.line ?? 1 };
  const header = head[0]?.line ?? at.line;
  const entries: AsideEntry[] = [
    { type: 'aside', kind: 'heading', line: header, endLine: header, text: names ?? '' },
    { type: 'aside', kind: 'questions', ...at, text: questions.map(({ text }) => bareQuestion(text)).join('\n') },
    { type: 'aside', kind: 'comment', ...at, text: notes.filter((text) => text !== '').join('\n') },
  ];
  return entries.filter(({ text }) => text !== '');
}

/** Marks the header row as used, without text. */
function headEntries([first]: readonly TextLine[]): Entry[] {
  return first === undefined ? [] : [{ type: 'rule', line: first.line, endLine: first.line }];
}

/**
 * A cell as a section labelled by its column's header, else as the story's name. `labelLine` is the label's line, if
 * given.
 */
function cellEntries(
  head: TextLine,
  cell: TextLine | undefined,
  labelLine: number | undefined,
  tracker: LabelTracker,
  isName: boolean,
): Entry[] {
  if (labelIn(head) !== null) {
    const label = { ...head, line: labelLine ?? head.line };
    return labelledEntries(label, cell === undefined ? [] : [cell], tracker);
  }
  if (cell === undefined || rowNumber.test(cell.text)) return [];
  const { line } = cell;
  const at = { line, endLine: line };
  const key = labelAt(head, 0, 'heading')?.meaning;
  if (key?.type === 'meta') return [{ type: 'meta', ...at, key: key.key, value: cell.text }];
  if (readsAsQuestion(cell.text)) return [textEntry([[cell]], false)].map((entry) => ({ ...entry, verbatim: false }));
  if (!isName && head.text !== '') return [factEntry(head.text, cell)];
  return [titleEntry(cell)];
}

/** Whether a column has the names of the stories: the first with text that is neither a section nor a number. */
function isNameColumn(head: TextLine, cell: TextLine | undefined): boolean {
  const known = labelAt(head, 0, 'heading');
  if (cell === undefined || labelIn(head) !== null || known?.meaning.type === 'meta') return false;
  return !rowNumber.test(cell.text) && !readsAsQuestion(cell.text);
}

function titleEntry(cell: TextLine): Entry {
  const at = { line: cell.line, endLine: cell.line };
  return { type: 'title', ...at, heading: readHeading({ ...at, level: titleLevel, lines: [cell] }), inTable: true };
}

function factEntry(label: string, cell: TextLine): FieldEntry {
  const { line } = cell;
  const more = {
    emphasised: true,
    inList: true,
    written: { ...cell, text: `${label}: ${cell.text}` },
    paragraph: line,
  };
  return { type: 'field', line, endLine: line, label, value: [cell], use: 'fact', ...more };
}

function place({ type }: Entry): number {
  return type === 'title' ? 0 : type === 'meta' ? 2 : 1;
}

function kindIn(cell: TextLine): string | null {
  const meaning = labelIn(cell)?.meaning;
  return meaning?.type === 'section' ? meaning.kind : null;
}

/** The label in a cell with nothing else in it. */
function labelIn(cell: TextLine | undefined): Label | null {
  const label = cell === undefined ? null : labelAt(cell, 0, 'heading');
  return cell !== undefined && label?.meaning.type === 'section' && label.end >= cell.text.length ? label : null;
}

function labelledEntries(first: TextLine | undefined, others: readonly TextLine[], tracker: LabelTracker): Entry[] {
  const label = labelIn(first);
  const other = label === null && first !== undefined ? otherEntries(first, others) : null;
  if (other !== null) return other;
  const meaning = label === null ? null : tracker.accept(label, strengths.boldLine, '');
  if (first === undefined || label === null || meaning?.type !== 'section') {
    return [textEntry([first === undefined ? others : [first, ...others]], false)];
  }
  const { line } = first;
  const at = { line, endLine: line, level: null, inList: false };
  const entry: Entry = {
    type: 'label',
    ...at,
    kind: meaning.kind,
    label: label.text,
    remark: label.remark,
    spelled: false,
  };
  const text = textEntry([others], true);
  return text.lines.length === 0 ? [entry] : [entry, text];
}

/** A row with the story’s question or a fact about it; null for any other. */
function otherEntries(first: TextLine, others: readonly TextLine[]): Entry[] | null {
  const [second, ...more] = others.filter(({ text }) => text !== '');
  if (second === undefined || more.length > 0) return null;
  const { line } = first;
  if (structureColumn([first], 'question') !== -1) {
    const mark: Entry = { type: 'mark', line, endLine: line, mark: 'question', level: null, remark: '' };
    return [mark, { ...textEntry([[second]], true), verbatim: false }];
  }
  const use = labelUse(first.text);
  return use === 'fact' || use === 'note' ? [{ ...factEntry(first.text, second), use }] : null;
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
