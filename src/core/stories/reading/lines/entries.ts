import type { AlsoHeading } from './also.ts';
import type { StoryHeading } from './headings.ts';
import type { Lines } from '../../markdown/block.ts';
import type { TextLine } from '../../markdown/text-line.ts';
import type { FieldUse } from './fields.ts';
import type { MetaKey } from '../../words/language.ts';
import type { AsideKind, LineRole, Role, SectionKind } from '../../model.ts';

/** A piece of a file, in the order written, with labels separate from their text. */
export type Entry =
  | HeadingEntry
  | LabelEntry
  | MarkEntry
  | AlsoEntry
  | MetaEntry
  | TitleEntry
  | FieldEntry
  | FollowUpEntry
  | AsideEntry
  | TextEntry
  | ListEntry
  | QuoteEntry
  | RuleEntry
  | DetailsEndEntry;

export interface HeadingEntry extends Lines {
  type: 'heading';
  heading: StoryHeading;
}

/** Opens a section. */
export interface LabelEntry extends Lines {
  type: 'label';
  kind: SectionKind;
  label: string;
  /** The level, if it is a heading; else null. */
  level: number | null;
  /** Whether it begins a list item. */
  inList: boolean;
  /** What is in brackets after it. */
  remark: string;
  /** Whether it is a letter with its word: `S – Situation`. */
  spelled: boolean;
}

/** `Q:`, `Answer`, "Follow-up questions" or "Outline", which says what comes next. */
export interface MarkEntry extends Lines {
  type: 'mark';
  mark: 'question' | 'answer' | 'followUps' | 'outline';
  level: number | null;
  /** What is in brackets after it. */
  remark: string;
}

export interface AlsoEntry extends Lines {
  type: 'also';
  also: AlsoHeading;
}

/** `**Tags:** a, b`. The value is empty if a list follows. */
export interface MetaEntry extends Lines {
  type: 'meta';
  key: MetaKey;
  value: string;
  /** What is in brackets after its label. */
  remark?: string;
}

/** A bold line on its own, which may be a heading or just emphasis. */
export interface TitleEntry extends Lines {
  type: 'title';
  heading: StoryHeading;
  /** Whether it is a cell of a table. */
  inTable?: boolean;
  /** Whether it is an item of a list whose items are stories. */
  isItem?: boolean;
}

/** A label of the author’s own, or one that says something about the story: `**Company:** Acme`. */
export interface FieldEntry extends Lines {
  type: 'field';
  label: string;
  /** The text after it, on its lines; empty if what follows is its text. */
  value: TextLine[];
  use: FieldUse | 'section';
  emphasised: boolean;
  inList: boolean;
  /** The line as written, and the first line of its paragraph. */
  written: TextLine;
  paragraph: number;
}

/** A question in bold after an answer. What follows is its answer. */
export interface FollowUpEntry extends Lines {
  type: 'follow-up';
  question: string;
}

/** Text that belongs to no story. */
export interface AsideEntry extends Lines {
  type: 'aside';
  kind: AsideKind;
  text: string;
}

export interface TextEntry extends Lines {
  type: 'text';
  lines: TextLine[];
  /** Whether it is on the line of the label before it. */
  onLabelLine: boolean;
  /** Whether line breaks are kept, as in code and tables. */
  verbatim: boolean;
  /** Whether it is code. */
  code?: boolean;
  /** The first line of the paragraph that it is from, if it is from one. */
  paragraph?: number;
}

export interface ListEntry extends Lines {
  type: 'list';
  items: Item[];
  /** Whether its items have boxes to tick: it says what is left to do. */
  isTasks?: boolean;
}

export interface Item extends Lines {
  text: string;
  /** The lines of its own text. */
  lines: readonly TextLine[];
  /** 0 for the outermost. */
  depth: number;
  onLabelLine: boolean;
}

export interface QuoteEntry extends Lines {
  type: 'quote';
  entries: Entry[];
}

export interface RuleEntry extends Lines {
  type: 'rule';
}

export interface DetailsEndEntry extends Lines {
  type: 'details-end';
  level: number;
}

/** In words: what is longer isn’t a line to speak from. */
const longestOutlineLine = 8;

/** Whether a quote is prose, such as a definition or something said; an outline has bullets, labels or short lines. */
export function isProse({ entries }: QuoteEntry): boolean {
  if (entries.some(({ type }) => type !== 'text')) return false;
  const lines = entries.flatMap((entry) => (entry.type === 'text' ? entry.lines : []));
  return lines.some(({ text }) => text.split(' ').length > longestOutlineLine || /[.!?…]["'”’»)]?$/u.test(text));
}

/** Lines of a file with what they were taken for. */
export type Placed = Omit<LineRole, 'story'>;

export function placed({ line, endLine }: Lines, role: Role, section: SectionKind | null = null): Placed {
  return { line, endLine, role, section };
}

/** The labels that open sections, in order, including those in quotes. */
export function labelsOf(entries: readonly Entry[]): LabelEntry[] {
  return entries.flatMap((entry) => {
    if (entry.type === 'label') return [entry];
    return entry.type === 'quote' ? labelsOf(entry.entries) : [];
  });
}
