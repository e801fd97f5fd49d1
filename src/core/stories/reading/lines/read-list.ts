import type { Entry, Item, ListEntry, TextEntry } from './entries.ts';
import { readHeading } from './headings.ts';
import { type LabelTracker, strengths } from './label-tracker.ts';
import { type Label, labelAt, sectionOrder } from './labels.ts';
import type { Block, List, ListItem, Paragraph } from '../../markdown/block.ts';
import { joinLines, noMarks, type TextLine } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';
import { isPlainText, readTextLines, titleLevel } from './read-lines.ts';

interface ListReading {
  entries: Entry[];
  tracker: LabelTracker;
  /** Whether `- **Also works for:** ...` may announce alternates. */
  outermost: boolean;
  /** Whether sections are items of this list. */
  labelled: boolean;
  /** Whether stories are: at least one has its sections below it. */
  told: boolean;
}

const strength = { bold: strengths.boldItem, plain: strengths.plainItem };

/** A list as entries: one list, or, if its items are labelled, the labels and the lists between them. */
export function readListBlock(list: List, tracker: LabelTracker, outermost: boolean): Entry[] {
  const labelled = labelledItems(list) > 1;
  const told = outermost && !labelled && list.items.some(isTold);
  const reading: ListReading = { entries: [], tracker, outermost, labelled, told };
  if (outermost && isEmptyLetters(list)) addLetters(list, reading);
  else for (const item of list.items) readItem(item, 0, true, reading);
  const [only] = reading.entries;
  const isTasks = only?.type === 'list' && reading.entries.length === 1 && list.items.every((item) => item.isTask);
  return isTasks ? [{ ...only, isTasks }] : reading.entries;
}

/** Reads an item. `labels` is false below a labelled item, where everything is content, whatever it looks like. */
function readItem(item: ListItem, depth: number, labels: boolean, reading: ListReading): void {
  const [first] = item.blocks;
  const others = first?.type === 'paragraph' ? item.blocks.slice(1) : item.blocks;
  const nested = others.some((block) => block.type === 'list');
  let labelled = false;
  let own: Item | null = null;
  if (first?.type === 'paragraph' && labels) {
    const found = readMarks(first, nested, reading);
    labelled = found !== null && found.some((entry) => entry.type === 'label');
    if (found !== null) own = addFound(found, depth, reading.entries);
    else if ((nested && holdsLabels(others)) || (reading.told && depth === 0 && isStory(first, nested)))
      addTitle(first, reading);
    else own = addItem(first.lines, depth, false, reading.entries);
  } else if (first?.type === 'paragraph') {
    own = addItem(first.lines, depth, false, reading.entries);
  }
  const below = labels && !labelled && others.every((block) => block.type !== 'list' || isPlausible(block));
  for (const block of others) readWithin(block, depth, below, own, reading);
}

/** The labels, tags or question in an item's own text, with the text between them; null if it is just text. */
function readMarks(paragraph: Paragraph, nested: boolean, reading: ListReading): Entry[] | null {
  const fields = reading.outermost && reading.labelled;
  const options = { carrier: nested ? 'parent' : 'item', strength, headings: reading.outermost, fields } as const;
  if (isPlainText(paragraph.lines, options)) return null;
  const found = readTextLines(paragraph.lines, options, reading.tracker);
  return found.every((entry) => entry.type === 'text' || entry.type === 'title') ? null : found;
}

/** Adds what `readMarks` found, with text as items. Returns the last item if text came last. */
function addFound(found: readonly Entry[], depth: number, entries: Entry[]): Item | null {
  let last: Item | null = null;
  for (const entry of found) {
    last = entry.type === 'text' ? addItem(entry.lines, depth, entry.onLabelLine, entries) : null;
    if (entry.type !== 'text') entries.push(entry);
  }
  return last;
}

/** Reads a block in an item, after its own text. */
function readWithin(block: Block, depth: number, labels: boolean, own: Item | null, reading: ListReading): void {
  switch (block.type) {
    case 'list':
      for (const item of block.items) readItem(item, depth + 1, labels, reading);
      return;
    case 'paragraph':
    case 'heading':
      if (own === null) {
        addItem(block.lines, depth, false, reading.entries);
      } else {
        own.text = `${own.text} ${inOneLine(block.lines)}`;
        own.lines = [...own.lines, ...block.lines];
        extendTo(own, block.endLine, reading.entries);
      }
      return;
    case 'quote':
      for (const inner of block.blocks) readWithin(inner, depth + 1, false, null, reading);
      return;
    case 'code':
      for (const { line, text } of block.lines) addText(text.trim(), line, depth + 1, reading.entries);
      return;
    case 'table':
      for (const row of block.rows) {
        const [cell] = row;
        const text = row.map((each) => each.text).filter((each) => each !== '');
        if (cell !== undefined) addText(text.join(', '), cell.line, depth + 1, reading.entries);
      }
      return;
    default:
  }
}

/** Extends an item, and the list that it is the last item of. */
function extendTo(item: Item, endLine: number, entries: readonly Entry[]): void {
  item.endLine = endLine;
  const open = entries.at(-1);
  if (open?.type === 'list') open.endLine = Math.max(open.endLine, endLine);
}

/** Adds an item above labelled ones, which works as a heading: the story's name or its question. */
function addTitle(paragraph: Paragraph, reading: ListReading): void {
  const { line, endLine, lines } = paragraph;
  const heading = readHeading({ line, endLine, level: titleLevel, lines });
  if (lines.length === 1 && (heading.role.type === 'plain' || heading.role.type === 'story')) {
    reading.entries.push({ type: 'title', line, endLine, heading, isItem: reading.told });
  } else {
    const text: TextEntry = { type: 'text', line, endLine, lines, onLabelLine: false, verbatim: false };
    reading.entries.push(text);
  }
}

/** Whether an item is a name or a question with the story’s sections below it. */
function isTold({ blocks: [first, ...others] }: ListItem): boolean {
  return first?.type === 'paragraph' && holdsLabels(others);
}

/** Whether an item beside stories is one, too: it has text below, or asks. */
function isStory({ lines }: Paragraph, nested: boolean): boolean {
  return nested || readsAsQuestion(joinLines(lines));
}

function holdsLabels(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === 'list' && labelledItems(block) > 0 && isPlausible(block));
}

/** `- S`, `- T`, `- A`, `- R`: the letters of a story that isn’t written yet. */
function isEmptyLetters({ items }: List): boolean {
  const letters = items.map(({ blocks: [first, ...others] }) =>
    others.length === 0 && first?.type === 'paragraph' ? joinLines(first.lines) : '',
  );
  return /^S[:.]?(?: T[:.]?)? A[:.]? R[:.]?(?: [RL][:.]?)?$/.test(letters.join(' '));
}

function addLetters({ items }: List, { entries, tracker }: ListReading): void {
  for (const { line, blocks } of items) {
    const [first] = blocks;
    const text = first?.type === 'paragraph' ? first.lines[0] : undefined;
    const label = text === undefined ? null : labelAt(text, 0, 'parent');
    const meaning = label === null ? null : tracker.accept(label, strength.plain, '');
    if (label === null || meaning?.type !== 'section') continue;
    const at = { line, endLine: line, level: null, inList: true, remark: '', spelled: false };
    entries.push({ type: 'label', ...at, kind: meaning.kind, label: label.text });
  }
}

/** Whether the labels of a nested list tell a story: they begin with the situation or the task, and go on in order. */
function isPlausible({ items }: List): boolean {
  const orders = items.flatMap((item) => {
    const meaning = labelOf(item)?.meaning;
    return meaning?.type === 'section' ? [sectionOrder[meaning.kind]] : [];
  });
  const [first = 0] = orders;
  const rising = orders.every((order, at) => at === 0 || order >= (orders[at - 1] ?? 0));
  return orders.length === 0 || orders.length > 2 || (rising && first <= sectionOrder.task);
}

/** How many items of the list begin with a section’s label. */
function labelledItems({ items }: List): number {
  return items.filter((item) => labelOf(item)?.meaning.type === 'section').length;
}

/** The label that an item begins with. */
function labelOf({ blocks }: ListItem): Label | null {
  const [first] = blocks;
  const line = first?.type === 'paragraph' ? first.lines[0] : undefined;
  return line === undefined ? null : labelAt(line, 0, blocks.length > 1 ? 'parent' : 'item');
}

function addItem(lines: readonly TextLine[], depth: number, onLabelLine: boolean, entries: Entry[]): Item | null {
  const line = lines[0]?.line ?? 1;
  const text = inOneLine(lines);
  if (text === '') return null;
  const item: Item = { text, lines, depth, line, endLine: lines.at(-1)?.line ?? line, onLabelLine };
  const open = entries.at(-1);
  if (open?.type === 'list') {
    open.items.push(item);
    open.endLine = item.endLine;
  } else {
    const list: ListEntry = { type: 'list', line, endLine: item.endLine, items: [item] };
    entries.push(list);
  }
  return item;
}

function addText(text: string, line: number, depth: number, entries: Entry[]): void {
  addItem([{ line, text, marks: noMarks, after: 'soft' }], depth, false, entries);
}

function inOneLine(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text).join(' ');
}
