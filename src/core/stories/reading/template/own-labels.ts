import type { Entry, FieldEntry, HeadingEntry, LabelEntry, TextEntry, TitleEntry } from '../lines/entries.ts';
import { factsIn, noteInQuote } from './field-lists.ts';
import { labelUse } from '../lines/fields.ts';
import { readsAsQuestion } from '../../questions.ts';
import { findRuns, type Run } from './runs.ts';
import { sectionOrder } from '../lines/labels.ts';
import type { LabelledKind } from '../../words/language.ts';
import { foldWord } from '../../words/languages.ts';
import { misspelt } from '../../words/lookup.ts';
import type { Lines } from '../../markdown/block.ts';
import type { SectionKind } from '../../model.ts';

/** A misspelt label, and the section that was meant. */
export interface LabelSlip extends Lines {
  label: string;
  kind: SectionKind;
}

/** Where a label of the author’s own stands in a story. */
type Place = 'lead' | 'between' | 'after' | 'outside';

/** A label that occurs like this in two stories is part of the file’s template. */
const recurring = 2;

/**
 * Decides what the labels of the author’s own are: a fact before the first section; a section of another framework
 * between the known ones, or instead of them; a note after the last one; a version. The others are text.
 */
export function withOwnLabels(entries: readonly Entry[], slips: LabelSlip[]): Entry[] {
  const survey = surveyLabels(entries);
  const framework = survey.runs.length === 0 ? ownFramework(entries) : null;
  const result: Entry[] = [];
  for (const [at, entry] of entries.entries()) {
    const run = survey.runAt[at];
    const isLead = run !== undefined && placeOf(at, run) === 'lead';
    const listed = (isLead ? factsIn(entry) : null) ?? noteInQuote(entry);
    if (listed !== null) {
      for (const each of listed) result.push(each);
      continue;
    }
    const own = ownLabel(entry);
    const last = result.at(-1);
    if (own === null) {
      if (entry.type !== 'text' || !continueField(last, entry)) add(entry, result);
      continue;
    }
    const use = framework?.has(at) === true ? 'section' : ownUse(own, at, survey);
    const meant = use === 'text' || own.use !== 'open' ? null : meantAt(own, at, survey);
    if (meant !== null) slips.push({ ...own.entry, label: own.label, kind: meant });
    if (use === 'section' || meant !== null) {
      result.push({ ...asLabel(entry, own), kind: meant ?? 'other' });
      if (entry.type === 'field' && entry.value.length > 0) result.push(valueOf(entry));
    } else if (use !== 'text') result.push(asField(entry, own, use));
    else add(entry.type === 'field' ? asText(entry) : entry, result);
  }
  return result;
}

interface OwnLabel {
  label: string;
  use: FieldEntry['use'];
  entry: FieldEntry | TitleEntry | HeadingEntry;
}

/** A field, or a bold line or heading that may be a label alone. */
function ownLabel(entry: Entry): OwnLabel | null {
  if (entry.type === 'field') return { label: entry.label, use: entry.use, entry };
  if ((entry.type !== 'title' && entry.type !== 'heading') || (entry.type === 'title' && entry.isItem)) return null;
  const { written, title, role } = entry.heading;
  if (role.type !== 'plain' && role.type !== 'aside') return null;
  if (title === '' || written.length > 60 || readsAsQuestion(title)) return null;
  return { label: title, use: labelUse(written), entry };
}

/** In labels: a story told by fewer labels of the author’s own might just have bold words in it. */
const wholeFramework = 3;

/**
 * The positions of the labels of a framework of the author’s own, in a file that has no known ones: each heading has
 * several of them, and they recur below the others.
 */
function ownFramework(entries: readonly Entry[]): Set<number> {
  const parts: Map<string, number>[] = [new Map()];
  for (const [at, entry] of entries.entries()) {
    if (entry.type === 'heading') parts.push(new Map());
    const own = entry.type === 'heading' ? null : ownLabel(entry);
    const bold = own !== null && (own.entry.type === 'title' || (own.entry.type === 'field' && own.entry.emphasised));
    if (own !== null && bold && own.use !== 'fact' && own.use !== 'version') parts.at(-1)?.set(foldWord(own.label), at);
  }
  const counts = new Map<string, number>();
  for (const part of parts) for (const key of part.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const found = new Set<number>();
  for (const part of parts) {
    const repeated = [...part].filter(([key]) => (counts.get(key) ?? 0) >= recurring);
    if (repeated.length >= wholeFramework) for (const [, at] of repeated) found.add(at);
  }
  return found;
}

interface Survey {
  runs: Run[];
  /** The run that each entry belongs to, or comes before. */
  runAt: (Run | undefined)[];
  /** In how many stories a label occurs between sections, and after them. */
  between: Map<string, Set<Run>>;
  after: Map<string, Set<Run>>;
}

function surveyLabels(entries: readonly Entry[]): Survey {
  const runs = findRuns(entries);
  const survey: Survey = { runs, runAt: [], between: new Map(), after: new Map() };
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    for (let at = run.lead; at <= run.last; at += 1) survey.runAt[at] = run;
    // What follows the last section belongs to its story up to the next heading, or to what opens the next story.
    const end = next === undefined ? entries.length : next.headed ? next.lead : openerBefore(entries, next);
    for (let at = run.last + 1; at < end && !ends(entries[at], run); at += 1) survey.runAt[at] = run;
  }
  for (const [at, entry] of entries.entries()) {
    const own = ownLabel(entry);
    const run = survey.runAt[at];
    if (own === null || run === undefined) continue;
    const place = placeOf(at, run);
    const counts = place === 'between' ? survey.between : place === 'after' ? survey.after : null;
    const key = foldWord(own.label);
    counts?.set(key, (counts.get(key) ?? new Set<Run>()).add(run));
  }
  return survey;
}

/** Where the lead of a story without a heading begins: at a bold line, a rule or a text that asks. */
function openerBefore(entries: readonly Entry[], run: Run): number {
  for (let at = run.first - 1; at >= run.lead; at -= 1) {
    const entry = entries[at];
    if (entry?.type === 'rule' || (entry?.type === 'title' && labelUse(entry.heading.written) === 'open')) return at;
    if (entry?.type === 'text' && entry.lines.some(({ text }) => readsAsQuestion(text))) return at;
  }
  return run.first;
}

function ends(entry: Entry | undefined, { label }: Run): boolean {
  if (entry?.type === 'details-end') return true;
  return entry?.type === 'heading' && (label.level === null || entry.heading.level < label.level);
}

function placeOf(at: number, run: Run): Place {
  return at < run.first ? 'lead' : at < run.last ? 'between' : 'after';
}

function ownUse(own: OwnLabel, at: number, survey: Survey): FieldEntry['use'] | 'text' {
  const run = survey.runAt[at];
  const { use, entry, label } = own;
  if (entry.type === 'heading') return run === undefined ? 'text' : headingUse(own, entry, at, run, survey);
  if (run === undefined) return entry.type === 'field' ? outsideUse(entry) : use === 'version' ? use : 'text';
  const place = placeOf(at, run);
  const key = foldWord(label);
  const bold = entry.type === 'title' || entry.emphasised;
  const alone = entry.type === 'title' || entry.value.length === 0;
  if (use === 'version' && (place !== 'lead' || entry.type === 'field')) return use;
  switch (place) {
    case 'lead':
      if (entry.type === 'title') return 'text';
      return use === 'open' && alone && !bold ? 'text' : 'fact';
    case 'between':
      if (use === 'note' || use === 'fact') return 'note';
      return isOwnSection(key, run, survey) && bold ? 'section' : 'text';
    default:
      if (use === 'note' || use === 'fact') return 'note';
      if (run.furthest < sectionOrder.result) return bold && entry.type === 'field' ? 'section' : 'text';
      return isOwnNote(own, bold, alone, run, survey) ? 'note' : 'text';
  }
}

/** A heading at the level of the sections’ own headings is a section if it recurs; after the last one, it isn’t. */
function headingUse(
  { label, use }: OwnLabel,
  { heading }: HeadingEntry,
  at: number,
  run: Run,
  survey: Survey,
): 'section' | 'text' {
  const among = placeOf(at, run) === 'between' && heading.level === run.label.level && use === 'open';
  return among && isOwnSection(foldWord(label), run, survey) ? 'section' : 'text';
}

/** A label between known ones is a section if the file repeats it, or if the story lacks a usual one. */
function isOwnSection(key: string, run: Run, survey: Survey): boolean {
  const repeated = (survey.between.get(key)?.size ?? 0) >= recurring;
  return repeated || !run.kinds.has('action') || !run.kinds.has('result');
}

/** A label after the result is a note if the file repeats it, or is too short to show what it repeats. */
function isOwnNote({ label, entry }: OwnLabel, bold: boolean, alone: boolean, run: Run, survey: Survey): boolean {
  if ((survey.after.get(foldWord(label))?.size ?? 0) >= recurring) return true;
  if (entry.type === 'title') return survey.runs.length < recurring + 1;
  if (entry.type !== 'field' || survey.runs.length > recurring) return false;
  const begins = entry.paragraph === entry.line;
  // “**Speed:** 40 % up” in a result is one of its figures.
  if (bold) return begins && !entry.value.some(({ text }) => /\d/.test(text));
  return alone && begins && run.label.level === null && label.split(' ').length <= 3;
}

/** Outside labelled stories only what its words name counts. */
function outsideUse(entry: FieldEntry): FieldEntry['use'] | 'text' {
  const { use, value, emphasised } = entry;
  if (use === 'version') return use;
  return use === 'open' || (!emphasised && value.length === 0) ? 'text' : use;
}

/** The section that a label at this place was meant for, if it is misspelt and the story has no such section. */
function meantAt({ label, entry }: OwnLabel, at: number, { runAt }: Survey): LabelledKind | null {
  const run = runAt[at];
  const kind = run === undefined || entry.type === 'heading' ? null : misspelt(label);
  return kind === null || run === undefined || run.kinds.has(kind) || run.kinds.size < 2 ? null : kind;
}

function asLabel(entry: Entry, { label }: OwnLabel): LabelEntry {
  const level = entry.type === 'heading' ? entry.heading.level : null;
  const inList = entry.type === 'field' && entry.inList;
  return {
    type: 'label',
    line: entry.line,
    endLine: entry.endLine,
    kind: 'other',
    label,
    level,
    inList,
    remark: '',
    spelled: false,
  };
}

function asField(entry: Entry, { label }: OwnLabel, use: FieldEntry['use']): Entry {
  if (entry.type === 'field') return { ...entry, use };
  const written = { line: entry.line, text: label, marks: [], after: 'soft' as const };
  const at = { line: entry.line, endLine: entry.endLine };
  return {
    type: 'field',
    ...at,
    label,
    value: [],
    use,
    emphasised: true,
    inList: false,
    written,
    paragraph: entry.line,
  };
}

function valueOf({ line, endLine, value, paragraph }: FieldEntry): TextEntry {
  return { type: 'text', line, endLine, lines: [...value], onLabelLine: true, verbatim: false, paragraph };
}

function asText({ line, endLine, written, paragraph }: FieldEntry): TextEntry {
  return { type: 'text', line, endLine, lines: [written], onLabelLine: false, verbatim: false, paragraph };
}

/** Adds an entry; text continues the paragraph that it is from. */
function add(entry: Entry, result: Entry[]): void {
  const last = result.at(-1);
  const joins = entry.type === 'text' && last?.type === 'text' && entry.paragraph !== undefined && !entry.onLabelLine;
  if (!joins || last.paragraph !== entry.paragraph) {
    result.push(entry.type === 'text' ? { ...entry, lines: [...entry.lines] } : entry);
    return;
  }
  for (const line of entry.lines) last.lines.push(line);
  last.endLine = entry.endLine;
}

/** The lines below `**Company:** Acme` in its paragraph are its own, unless they ask. */
function continueField(last: Entry | undefined, { lines, paragraph, endLine }: TextEntry): boolean {
  if (last?.type !== 'field' || last.value.length === 0 || last.paragraph !== paragraph || last.inList) return false;
  if (lines.some(({ text }) => readsAsQuestion(text))) return false;
  for (const line of lines) last.value.push(line);
  last.endLine = endLine;
  return true;
}
