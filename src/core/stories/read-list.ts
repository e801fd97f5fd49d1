import type { Entry, Item, ListEntry, TextEntry } from './entries.ts';
import { readHeading } from './headings.ts';
import { type LabelTracker, strengths } from './label-tracker.ts';
import { labelAt } from './labels.ts';
import type { Block, List, ListItem, Paragraph } from './markdown/block.ts';
import { joinLines, type TextLine } from './markdown/text-line.ts';
import { isPlainText, readLines, titleLevel } from './read-lines.ts';

interface ListReading {
  entries: Entry[];
  tracker: LabelTracker;
  /** Whether `- **Also works for:** ...` is read as such. */
  outermost: boolean;
}

const strength = { bold: strengths.boldItem, plain: strengths.plainItem };

/** A list as entries: one list, or labels and the lists between them where its items are labelled. */
export function readList(list: List, tracker: LabelTracker, outermost: boolean): Entry[] {
  const reading: ListReading = { entries: [], tracker, outermost };
  for (const item of list.items) readItem(item, 0, true, reading);
  return reading.entries;
}

/** `labels` is false below a labelled item: what stands there is its content, whatever it looks like. */
function readItem(item: ListItem, depth: number, labels: boolean, reading: ListReading): void {
  const [first, ...others] = item.blocks;
  const nested = others.some((block) => block.type === 'list');
  let labelled = false;
  let own: Item | null = null;
  if (first?.type === 'paragraph' && labels) {
    labelled = readLabelled(first, nested, depth, reading);
    if (!labelled && nested && holdsLabels(others)) addTitle(first, reading);
    else if (!labelled) own = addItem(first.lines, depth, false, reading.entries);
  } else if (first?.type === 'paragraph') {
    own = addItem(first.lines, depth, false, reading.entries);
  } else if (first !== undefined) {
    others.unshift(first);
  }
  const below = labels && !labelled;
  for (const block of others) readWithin(block, depth, below, own, reading);
}

/** Reads an item that carries labels; false when it carries none. */
function readLabelled(paragraph: Paragraph, nested: boolean, depth: number, reading: ListReading): boolean {
  const { entries, tracker, outermost } = reading;
  const options = { carrier: nested ? 'parent' : 'item', strength, headings: outermost } as const;
  if (isPlainText(paragraph.lines, options)) return false;
  const found = readLines(paragraph.lines, options, tracker);
  const plain = found.every((entry) => entry.type === 'text' || entry.type === 'title');
  if (plain) return false;
  for (const entry of found) {
    if (entry.type === 'text') addItem(entry.lines, depth, entry.onLabelLine, entries);
    else entries.push(entry);
  }
  return found.some((entry) => entry.type === 'label');
}

/** What stands in an item after its first line. */
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
        own.endLine = block.endLine;
      }
      return;
    case 'quote':
      for (const inner of block.blocks) readWithin(inner, depth + 1, false, null, reading);
      return;
    case 'code':
      for (const { line, text } of block.lines) addText(text.trim(), line, depth + 1, false, reading.entries);
      return;
    case 'table':
      for (const row of block.rows) {
        const [cell] = row;
        const text = row.map((each) => each.text).filter((each) => each !== '');
        if (cell !== undefined) addText(text.join(', '), cell.line, depth + 1, false, reading.entries);
      }
      return;
    default:
  }
}

/** An item above labelled ones is what a heading is elsewhere: the story's name or its question. */
function addTitle(paragraph: Paragraph, reading: ListReading): void {
  const { line, endLine, lines } = paragraph;
  const heading = readHeading({ line, endLine, level: titleLevel, lines });
  if (heading.role.type === 'plain' || heading.role.type === 'story') {
    reading.entries.push({ type: 'title', line, endLine, heading });
  } else {
    const text: TextEntry = { type: 'text', line, endLine, lines, onLabelLine: false, verbatim: false };
    reading.entries.push(text);
  }
}

function holdsLabels(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.type === 'list' &&
      block.items.some((item) => {
        const [first] = item.blocks;
        if (first?.type !== 'paragraph') return false;
        const [line] = first.lines;
        const carrier = item.blocks.length > 1 ? 'parent' : 'item';
        return line !== undefined && labelAt(line, 0, carrier)?.meaning.type === 'section';
      }),
  );
}

function addItem(lines: readonly TextLine[], depth: number, onLabelLine: boolean, entries: Entry[]): Item | null {
  return addText(inOneLine(lines), lines[0]?.line ?? 1, depth, onLabelLine, entries, lines.at(-1)?.line);
}

function addText(
  text: string,
  line: number,
  depth: number,
  onLabelLine: boolean,
  entries: Entry[],
  endLine = line,
): Item | null {
  if (text === '') return null;
  const item: Item = { text, depth, line, endLine, onLabelLine };
  const open = entries.at(-1);
  if (open?.type === 'list') {
    open.items.push(item);
    open.endLine = endLine;
  } else {
    const list: ListEntry = { type: 'list', line, endLine, items: [item] };
    entries.push(list);
  }
  return item;
}

function inOneLine(lines: readonly TextLine[]): string {
  return joinLines(lines).replaceAll('\n', ' ');
}
