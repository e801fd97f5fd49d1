import { countWords } from '../../prompter/plan.ts';
import type { Entry, Item, ListEntry, TextEntry } from './lines/entries.ts';
import { joinLines, noMarks, sliceLine, type TextLine } from '../markdown/text-line.ts';
import type { AnswerSection, FollowUp, Labelled, LineStart, SectionKind } from '../model.ts';
import { readsAsQuestion } from '../questions.ts';

/** A section while it is being read: a label and its blocks. */
export interface SectionDraft {
  kind: SectionKind;
  label: string;
  line: number;
  blocks: SectionBlock[];
}

export type SectionBlock = TextEntry | ListEntry;

export function newSection(kind: SectionKind, label: string, line: number): SectionDraft {
  return { kind, label, line, blocks: [] };
}

/** The sections as plain text. An empty section without a label is left out. */
export function toAnswer(sections: readonly SectionDraft[]): AnswerSection[] {
  return sections
    .filter((section) => section.blocks.length > 0 || section.kind !== 'other' || section.label !== '')
    .map(({ kind, label, line, blocks }) => {
      const texts = blocks.map(blockText);
      const text = texts.join('\n\n');
      return { kind, label, text, words: countWords(text), line, lines: lineStarts(blocks, texts) };
    });
}

/** Where the lines of blocks begin in their joined texts. */
function lineStarts(blocks: readonly SectionBlock[], texts: readonly string[]): LineStart[] {
  const starts: LineStart[] = [];
  let blockAt = 0;
  for (const [index, block] of blocks.entries()) {
    let at = blockAt;
    const addProse = (lines: readonly TextLine[]): void => {
      for (const { text, line } of lines) {
        starts.push({ at, line, depth: null });
        at += text.length + 1;
      }
    };
    if (block.type === 'text') addProse(block.lines);
    else {
      const shallowest = block.items.reduce((least, item) => Math.min(least, item.depth), Number.POSITIVE_INFINITY);
      for (const { text, lines, depth, line, onLabelLine } of block.items) {
        if (onLabelLine) addProse(lines);
        else {
          starts.push({ at, line, depth: depth - shallowest });
          at += text.length + 1;
        }
      }
    }
    blockAt += (texts[index]?.length ?? 0) + 2;
  }
  return starts;
}

export function blockText(block: SectionBlock): string {
  if (block.type === 'text') return joinLines(block.lines);
  return block.items.map((item) => item.text).join('\n');
}

/** What people write where they will write something later. */
const blank = /^(?:[\s.…_–—-]*|\W*(?:todo|tbd|tba|xxx|n\/a|fill in|\?+)\W*)$/iu;

/** A short remark in brackets: “(to write)”, “[where and when]”. */
const remark = /^\s*(?:\([^()]{0,60}\)|\[[^[\]]{0,60}\]|<[^<>]{0,60}>)[.\s]*$/u;

/** Whether it is only what stands in for text: “TODO”, “(to write)”, “…”, or nothing. */
export function isBlank(text: string): boolean {
  return blank.test(text) || remark.test(text);
}

/** A block quote's content as sections: those of its labels, and `other` for what comes before them. */
export function sectionsOf(entries: readonly Entry[]): SectionDraft[] {
  const sections: SectionDraft[] = [];
  for (const entry of entries) {
    if (entry.type === 'label') {
      sections.push(newSection(entry.kind, entry.label, entry.line));
      continue;
    }
    for (const block of entryBlocks(entry)) {
      if (sections.length === 0) sections.push(newSection('other', '', block.line));
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections;
}

/** The text of an entry of any type. */
export function entryBlocks(entry: Entry): SectionBlock[] {
  const { line, endLine } = entry;
  switch (entry.type) {
    case 'text':
    case 'list':
      return [entry];
    case 'quote':
      return entry.entries.flatMap(entryBlocks);
    case 'label':
      return [plainText(entry.label, line, endLine)];
    case 'field':
      return [
        {
          type: 'text',
          line,
          endLine,
          lines: [entry.written, ...entry.value.slice(1)],
          onLabelLine: false,
          verbatim: false,
        },
      ];
    case 'follow-up':
      return [plainText(entry.question, line, endLine)];
    case 'aside':
      return [plainText(entry.text, line, endLine)];
    case 'title':
    case 'heading':
      return [plainText(entry.heading.written, line, endLine)];
    case 'also':
      return entry.also.rest === '' ? [] : [plainText(entry.also.rest, line, endLine)];
    case 'meta':
      return entry.value === '' ? [] : [plainText(entry.value, line, endLine)];
    default:
      return [];
  }
}

export function plainText(text: string, line: number, endLine = line): TextEntry {
  const lines = [{ line, text, marks: noMarks, after: 'soft' as const }];
  return { type: 'text', line, endLine, lines, onLabelLine: false, verbatim: false };
}

/** The items of a list; for other blocks, their text. */
export function itemTexts(block: SectionBlock): string[] {
  return block.type === 'list' ? block.items.map((item: Item) => item.text) : [joinLines(block.lines)];
}

/** A follow-up while it is being read, with the blocks of its prepared answer. */
export interface FollowUpDraft {
  question: string;
  line: number;
  blocks: SectionBlock[];
}

/** Adds the questions of a list. What is nested below one is its answer, unless it asks as well. */
export function addFollowUps(block: SectionBlock, followUps: FollowUpDraft[]): void {
  if (block.type === 'text') {
    followUps.push({ question: joinLines(block.lines), line: block.line, blocks: [] });
    return;
  }
  let last: { draft: FollowUpDraft; depth: number } | null = null;
  for (const item of block.items) {
    const [asked, ...told] = item.lines;
    if (asked !== undefined && told.length > 0 && readsAsQuestion(asked.text) && !readsAsQuestion(item.text)) {
      const text: TextEntry = { ...plainText('', told[0]?.line ?? item.line, item.endLine), lines: told };
      last = { draft: { question: asked.text, line: item.line, blocks: [text] }, depth: item.depth };
      followUps.push(last.draft);
      continue;
    }
    const answers = last !== null && item.depth > last.depth && !readsAsQuestion(item.text);
    if (last !== null && answers && readsAsQuestion(last.draft.question)) {
      last.draft.blocks.push({ type: 'list', line: item.line, endLine: item.endLine, items: [item] });
      continue;
    }
    last = { draft: { question: item.text, line: item.line, blocks: [] }, depth: item.depth };
    followUps.push(last.draft);
  }
}

/** A paragraph that begins with a question and goes on with its answer, on the same line or below; null for any other. */
export function splitAnswered(text: TextEntry): FollowUpDraft | null {
  const [first, ...below] = text.lines;
  if (first === undefined || text.verbatim) return null;
  const end = endOfQuestion.exec(first.text)?.[0].length ?? first.text.length;
  const question = first.text.slice(0, end).trim();
  if (!readsAsQuestion(question)) return null;
  const told = end < first.text.length ? [sliceLine(first, end), ...below] : below;
  const [line] = told;
  if (line === undefined) return null;
  return { question, line: first.line, blocks: [{ ...text, line: line.line, lines: told, onLabelLine: false }] };
}

/** Up to the first question mark that another word follows. */
const endOfQuestion = /^[^?？]*[?？]["”’»)]*\s+(?=\S)/u;

export function toFollowUps(drafts: readonly FollowUpDraft[]): FollowUp[] {
  return drafts.map(({ question, line, blocks }) => ({ question, answer: textOfBlocks(blocks), line }));
}

/** Questions without an answer, below the question on this line. */
export function unprepared(questions: readonly string[], line: number): FollowUpDraft[] {
  return questions.map((question) => ({ question, line, blocks: [] }));
}

/** A fact or a note while it is being read. */
export interface LabelledDraft {
  label: string;
  line: number;
  blocks: SectionBlock[];
}

export function toLabelled(drafts: readonly LabelledDraft[]): Labelled[] {
  return drafts.map(({ label, line, blocks }) => ({ label, text: textOfBlocks(blocks), line }));
}

/** Blocks as plain text: items on lines of their own, a blank line between blocks. */
function textOfBlocks(blocks: readonly SectionBlock[]): string {
  return blocks.map(blockText).join('\n\n');
}
