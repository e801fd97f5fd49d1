import { readAlso } from './also.ts';
import type { Entry, FieldEntry, TextEntry } from './entries.ts';
import { fieldIn } from './fields.ts';
import { readHeading } from './headings.ts';
import { isLegend } from './legend.ts';
import type { LabelTracker } from './label-tracker.ts';
import type { Carrier, Label } from './labels.ts';
import { labelsIn } from './labels-in-line.ts';
import { covers, sliceLine, type TextLine } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';
import type { Meaning } from '../../words/lookup.ts';

export interface LineOptions {
  carrier: Carrier;
  /** The strength of labels here, bold and plain. */
  strength: { readonly bold: number; readonly plain: number };
  /** Whether a bold line on its own, or an "Also works for:", may be a heading. */
  headings: boolean;
  /** Whether labels of the author’s own count. */
  fields: boolean;
}

interface Found {
  label: Label;
  meaning: Meaning;
}

/** The level of a bold line used as a heading: below any real one. */
export const titleLevel = 90;
const longestTitle = 100;
const longestHeading = 400;

/** Splits a paragraph's lines into labels, marks and the text between them. */
export function readTextLines(lines: readonly TextLine[], options: LineOptions, tracker: LabelTracker): Entry[] {
  const entries: Entry[] = [];
  const paragraph = lines[0]?.line ?? 1;
  for (const line of lines) {
    if (options.headings && isLegend(line.text)) {
      entries.push({ type: 'aside', kind: 'explanation', line: line.line, endLine: line.line, text: line.text });
      continue;
    }
    const labels = acceptedLabels(line, options, tracker);
    const [first] = labels;
    if (first === undefined) {
      const heading = options.headings ? headingIn(line, lines.length === 1 && !inList(options)) : null;
      const special = heading ?? fieldEntry(line, paragraph, options, tracker);
      if (special === null) addText(line, false, entries, paragraph);
      else if (special.type !== 'field') {
        if (special.type === 'title') tracker.name();
        entries.push(special);
      } else for (const each of apart(special, paragraph, options, tracker)) entries.push(each);
      continue;
    }
    if (beginsStory(first.meaning)) splitQuestion(entries);
    if (first.label.start > 0) addText(sliceLine(line, 0, first.label.start), false, entries, paragraph);
    for (const [index, { label, meaning }] of labels.entries()) {
      const rest = sliceLine(line, label.end, labels[index + 1]?.label.start ?? line.text.length);
      entries.push(entryOf(label, meaning, rest, inList(options)));
      if (meaning.type !== 'meta') addText(rest, true, entries, paragraph);
    }
  }
  return entries;
}

/** Fast path: whether the lines are just text, as most are. */
export function isPlainText(lines: readonly TextLine[], options: LineOptions): boolean {
  return lines.every(
    (line) =>
      labelsIn(line, options.carrier).length === 0 &&
      (!options.headings || headingIn(line, false) === null) &&
      (!options.fields || fieldIn(line) === null),
  );
}

function inList({ carrier }: LineOptions): boolean {
  return carrier === 'item' || carrier === 'parent';
}

/** A field in a list counts if the list has section labels; below a heading’s label it is part of its text. */
function fieldEntry(line: TextLine, paragraph: number, options: LineOptions, tracker: LabelTracker): FieldEntry | null {
  if (!options.fields) return null;
  const field = fieldIn(line);
  if (field === null) return null;
  const { label, value, emphasised, use } = field;
  const strength = emphasised ? options.strength.bold : options.strength.plain;
  if (strength < tracker.strength && use === 'open') return null;
  const at = { line: line.line, endLine: line.line };
  const listed = { inList: inList(options), written: line, paragraph };
  return { type: 'field', ...at, label, value: value === null ? [] : [value], use, emphasised, ...listed };
}

/** Takes `**Company:** Acme | **Date:** May` apart, if all of it is fields. */
function apart(field: FieldEntry, paragraph: number, options: LineOptions, tracker: LabelTracker): FieldEntry[] {
  const { written } = field;
  const found: FieldEntry[] = [];
  let start = 0;
  for (const between of [...written.text.matchAll(/\s+[|·•]\s+/gu), null]) {
    const part = sliceLine(written, start, between?.index ?? written.text.length);
    const each = start === 0 && between === null ? field : fieldEntry(part, paragraph, options, tracker);
    if (each === null) return [field];
    found.push(each);
    start = (between?.index ?? 0) + (between?.[0].length ?? 0);
  }
  return found;
}

function addText(line: TextLine, onLabelLine: boolean, entries: Entry[], paragraph: number): void {
  if (line.text === '') return;
  const open = entries.at(-1);
  if (open?.type === 'text' && !onLabelLine) {
    open.lines.push(line);
    open.endLine = line.line;
  } else {
    entries.push(textEntry(line, onLabelLine, paragraph));
  }
}

function textEntry(line: TextLine, onLabelLine: boolean, paragraph: number): TextEntry {
  const at = { line: line.line, endLine: line.line };
  return { type: 'text', ...at, lines: [line], onLabelLine, verbatim: false, paragraph };
}

const noLabels: readonly Found[] = [];

function acceptedLabels(line: TextLine, options: LineOptions, tracker: LabelTracker): readonly Found[] {
  const found = labelsIn(line, options.carrier);
  if (found.length === 0) return noLabels;
  return found.flatMap((label, index) => {
    const strength = label.emphasised ? options.strength.bold : options.strength.plain;
    const rest = line.text.slice(label.end, found[index + 1]?.start ?? line.text.length);
    const meaning = tracker.accept(label, strength, rest);
    return meaning === null ? [] : [{ label, meaning }];
  });
}

function entryOf(label: Label, meaning: Meaning, rest: TextLine, inList: boolean): Entry {
  const at = { line: rest.line, endLine: rest.line };
  switch (meaning.type) {
    case 'section':
      return {
        type: 'label',
        ...at,
        kind: meaning.kind,
        label: label.text,
        level: null,
        inList,
        remark: label.remark,
        spelled: label.spelled,
      };
    case 'structure':
      return { type: 'mark', ...at, mark: meaning.word, level: null, remark: label.remark };
    case 'meta':
      return {
        type: 'meta',
        ...at,
        key: meaning.key,
        value: rest.text.replace(/[\s·|,;]+$/u, ''),
        remark: label.remark,
      };
  }
}

/** Reads a bold line, or one such as "Also works for:", as a heading; null for ordinary text. */
function headingIn(line: TextLine, alone: boolean): Entry | null {
  const { text } = line;
  if (text.length > longestHeading) return null;
  const at = { line: line.line, endLine: line.line };
  const bold = covers(line.marks, 'bold', 0, text.length);
  const colon = text.search(/[:：]/u);
  const also = bold || alone || colon !== -1 ? readAlso(text) : null;
  if (also !== null && (bold || colon !== -1 || (alone && also.rest === ''))) return { type: 'also', ...at, also };
  if (text.startsWith('#') && /^(?:#\p{L}[\p{L}\p{N}_-]*[\s,]*)+$/u.test(text))
    return { type: 'meta', ...at, key: 'tags', value: text };
  if (!bold || text.length > longestTitle || readsAsQuestion(text)) return null;
  const heading = readHeading({ ...at, level: titleLevel, lines: [line] });
  const { role } = heading;
  if (role.type === 'answer') return { type: 'mark', ...at, mark: 'answer', level: null, remark: heading.title };
  // "Company: Acme" is a remark, not a title.
  const remark = role.type === 'plain' && colon !== -1 && colon < text.length - 1;
  return remark || role.type === 'label' ? null : { type: 'title', ...at, heading };
}

function beginsStory(meaning: Meaning): boolean {
  return meaning.type === 'section' && (meaning.kind === 'situation' || meaning.kind === 'task');
}

/** Separates a question right before a story's first label from the text above it. */
function splitQuestion(entries: Entry[]): void {
  const open = entries.at(-1);
  const last = open?.type === 'text' ? open.lines.at(-1) : undefined;
  if (open?.type !== 'text' || last === undefined || open.lines.length < 2 || !readsAsQuestion(last.text)) return;
  open.lines.pop();
  open.endLine = open.lines.at(-1)?.line ?? open.line;
  entries.push(textEntry(last, false, open.paragraph ?? open.line));
}
