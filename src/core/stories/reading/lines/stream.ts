import { append } from '../../../values.ts';
import type { Entry } from './entries.ts';
import { labelUse } from './fields.ts';
import { type StoryHeading, readHeading } from './headings.ts';
import { LabelTracker, strengths } from './label-tracker.ts';
import { type Label, labelAt, sectionOrder } from './labels.ts';
import type { Block, Code, Heading as HeadingBlock, Quote } from '../../markdown/block.ts';
import { noMarks, sliceLine, type TextLine } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';
import { readTextLines } from './read-lines.ts';
import { readListBlock } from './read-list.ts';
import { readTable } from './read-table.ts';
import { type Meaning, meaningOf } from '../../words/lookup.ts';
import type { LabelledKind } from '../../words/language.ts';

/** Turns the blocks of a file into entries, in the order written. */
export function readEntries(blocks: readonly Block[]): Entry[] {
  const tracker = new LabelTracker();
  const entries: Entry[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.type !== 'heading') {
      append(entries, entriesOf(block, tracker, true));
    } else if (isUnderlinedText(block)) {
      append(entries, underlinedText(block, tracker));
    } else {
      tracker.reset();
      append(entries, headingEntries(block, blocks, index, tracker));
    }
  }
  return entries;
}

/**
 * Reads a quote on its own, since it is an outline or notes; but a callout with one label, such as `> [!note] Situation`,
 * is a section like any other.
 */
function quoteEntries(quote: Quote, tracker: LabelTracker, outermost: boolean): Entry[] {
  const blocks = withoutCallout(quote.blocks);
  const follows = outermost ? followUpsTitle(quote.blocks) : null;
  if (follows !== null) return [follows, ...blocks.flatMap((block) => entriesOf(block, tracker, true))];
  const own = new LabelTracker();
  const entries = blocks.flatMap((block) => entriesOf(block, own, false));
  const isSection = entries[0]?.type === 'label' && entries.filter(({ type }) => type === 'label').length === 1;
  if (outermost && blocks !== quote.blocks && isSection) {
    return blocks.flatMap((block) => entriesOf(block, tracker, true));
  }
  return [{ type: 'quote', line: quote.line, endLine: quote.endLine, entries }];
}

/** Removes the kind of a callout such as `> [!note] Outline`. Its title is text unless it says what the quote is. */
function withoutCallout(blocks: readonly Block[]): readonly Block[] {
  const [first, ...others] = blocks;
  const title = calloutTitle(blocks);
  if (first?.type !== 'paragraph' || title === null) return blocks;
  const named = title.text !== '' && meaningOf(title.text, true)?.type !== 'structure';
  // “> [!tip] Delivery” is a label: “Delivery:”.
  const label =
    labelUse(title.text) === 'note' && first.lines.length > 1 ? { ...title, text: `${title.text}:` } : title;
  return [{ ...first, lines: [...(named ? [label] : []), ...first.lines.slice(1)] }, ...others];
}

/** What follows the kind of a callout on its line; null if the blocks of a quote aren’t one. */
function calloutTitle([first]: readonly Block[]): TextLine | null {
  const line = first?.type === 'paragraph' ? first.lines[0] : undefined;
  const kind = line === undefined ? null : /^\[!\p{L}[\p{L}-]*\][+-]?(?:\s+|$)/u.exec(line.text);
  return line === undefined || kind === null ? null : sliceLine(line, kind[0].length);
}

/** The title of a callout such as `> [!question] Follow-ups`, which says that what is in it may be asked next. */
function followUpsTitle(blocks: readonly Block[]): Entry | null {
  const title = calloutTitle(blocks);
  const meaning = title === null ? null : meaningOf(title.text, true);
  if (title === null || meaning?.type !== 'structure' || meaning.word !== 'followUps') return null;
  return { type: 'mark', line: title.line, endLine: title.line, mark: 'followUps', level: null, remark: '' };
}

function entriesOf(block: Block, tracker: LabelTracker, outermost: boolean): Entry[] {
  switch (block.type) {
    case 'paragraph': {
      const strength = { bold: strengths.boldLine, plain: strengths.plainLine };
      return readTextLines(block.lines, { carrier: 'line', strength, headings: outermost, fields: outermost }, tracker);
    }
    case 'list':
      return readListBlock(block, tracker, outermost);
    case 'quote':
      return quoteEntries(block, tracker, outermost);
    case 'code':
      return [codeEntry(block)];
    case 'table':
      return readTable(block, tracker);
    case 'heading': {
      const strength = { bold: strengths.heading, plain: strengths.heading };
      return readTextLines(block.lines, { carrier: 'heading', strength, headings: false, fields: false }, tracker);
    }
    case 'rule':
      return [{ type: 'rule', line: block.line, endLine: block.endLine }];
    case 'details-end':
      return outermost ? [{ type: 'details-end', line: block.line, endLine: block.endLine, level: block.level }] : [];
  }
}

function codeEntry(code: Code): Entry {
  const lines = code.lines.map(({ line, text }) => ({ line, text, marks: noMarks, after: 'hard' as const }));
  return {
    type: 'text',
    line: code.line,
    endLine: code.endLine,
    lines,
    onLabelLine: false,
    verbatim: true,
    code: true,
  };
}

/** A paragraph with `---` right below it is a heading in Markdown, but its author meant a paragraph and a rule. */
function isUnderlinedText(block: HeadingBlock): boolean {
  const [first] = block.lines;
  if (!block.underlined || first === undefined) return false;
  const label = labelAt(first, 0, 'heading');
  if (block.lines.length > 1 || (label !== null && label.end < first.text.length)) return true;
  return !readsAsQuestion(first.text) && /[.!]$/.test(first.text);
}

function underlinedText(block: HeadingBlock, tracker: LabelTracker): Entry[] {
  const paragraph: Block = { type: 'paragraph', line: block.line, endLine: block.endLine - 1, lines: block.lines };
  return [...entriesOf(paragraph, tracker, true), { type: 'rule', line: block.endLine, endLine: block.endLine }];
}

/** A heading that is a label gives the entries of a label; any other stays a heading. */
function headingEntries(block: HeadingBlock, blocks: readonly Block[], index: number, tracker: LabelTracker): Entry[] {
  const heading = readHeading(block);
  const at = { line: block.line, endLine: block.endLine };
  const plain = (): Entry[] => [{ type: 'heading', ...at, heading: { ...heading, role: { type: 'plain' } } }];
  if (asks(heading)) tracker.ask();
  if (heading.role.type !== 'label') return [{ type: 'heading', ...at, heading }];
  const { label, rest } = heading.role;
  const text = rest?.text ?? '';
  if (label.meaning.type === 'section' && !isLabelHeading(blocks, index, label.meaning.kind)) return plain();
  const meaning = tracker.accept(label, strengths.heading, text);
  if (meaning === null) return plain();
  return [
    openedBy(meaning, heading, label, text),
    ...(meaning.type === 'meta' ? [] : restEntries(rest, block.lines.slice(1), tracker)),
  ];
}

/** Whether a heading asks, in which case an `A:` below it is the answer. */
function asks({ role, title }: StoryHeading): boolean {
  return (role.type === 'story' && role.word === 'question') || (role.type === 'plain' && readsAsQuestion(title));
}

function openedBy(
  meaning: Meaning,
  heading: StoryHeading,
  { text: label, remark, spelled }: Label,
  rest: string,
): Entry {
  const { line, endLine, level } = heading;
  switch (meaning.type) {
    case 'section':
      return { type: 'label', line, endLine, kind: meaning.kind, label, level, inList: false, remark, spelled };
    case 'structure':
      return { type: 'mark', line, endLine, mark: meaning.word, level, remark };
    case 'meta':
      return { type: 'meta', line, endLine, key: meaning.key, value: rest, remark };
  }
}

/** The text after the label in `### Result: 40 % faster`. */
function restEntries(rest: TextLine | null, others: readonly TextLine[], tracker: LabelTracker): Entry[] {
  const lines = rest === null ? others : [rest, ...others];
  if (lines.length === 0) return [];
  const strength = { bold: strengths.heading, plain: strengths.heading };
  const entries = readTextLines(lines, { carrier: 'item', strength, headings: false, fields: false }, tracker);
  return entries.map((entry) => (entry.type === 'text' ? { ...entry, onLabelLine: true } : entry));
}

/** A heading with labels of this many kinds below it contains a story. */
const wholeStory = 3;

/**
 * Whether a heading that reads like a label is one. `# Challenge` above headings with their own Situation is a group;
 * `## Challenge: Moving the data` above Situation, Action and Result is a title.
 */
function isLabelHeading(blocks: readonly Block[], index: number, kind: LabelledKind): boolean {
  const own = blocks[index];
  const level = own?.type === 'heading' ? own.level : 0;
  if (continuesLabels(blocks, index, level, kind)) return true;
  const inside = new Set<LabelledKind>();
  /** Whether there was a heading that isn't a label. */
  let titled = false;
  for (let at = index + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const found = kindsIn(block);
    // Among other labels it is one, whatever is below it.
    if (block.type === 'heading' && block.level <= level) return found.length > 0 || inside.size < wholeStory;
    for (const each of found) {
      const certain = block.type === 'heading' || each === 'situation';
      if (certain && (titled || sectionOrder[each] < sectionOrder[kind])) return false;
      inside.add(each);
    }
    titled ||= block.type === 'heading' && found.length === 0;
  }
  return inside.size < wholeStory;
}

/** Whether the heading before it, at the same level, is the label of an earlier section. */
function continuesLabels(blocks: readonly Block[], index: number, level: number, kind: LabelledKind): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block?.type !== 'heading' || block.level > level) continue;
    return block.level === level && kindsIn(block).some((each) => sectionOrder[each] < sectionOrder[kind]);
  }
  return false;
}

/** The sections that a heading opens, or a paragraph's lines. Lists are left out: "- Goal: ..." may be text. */
function kindsIn(block: Block): LabelledKind[] {
  if (block.type === 'heading') {
    const { role } = readHeading(block);
    return role.type === 'label' && role.label.meaning.type === 'section' ? [role.label.meaning.kind] : [];
  }
  if (block.type !== 'paragraph') return [];
  return block.lines.flatMap((line) => {
    const meaning = labelAt(line, 0, 'line')?.meaning;
    return meaning?.type === 'section' ? [meaning.kind] : [];
  });
}
