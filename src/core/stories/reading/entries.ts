import type { AlsoHeading } from './also.ts';
import type { StoryHeading } from './headings.ts';
import type { Lines } from '../markdown/block.ts';
import type { TextLine } from '../markdown/text-line.ts';
import type { LabelledKind, MetaKey } from '../words/language.ts';
import type { LineRole, Role, SectionKind } from '../model.ts';

/** A piece of a file, in the order written, with labels separate from their text. */
export type Entry =
  | HeadingEntry
  | LabelEntry
  | MarkEntry
  | AlsoEntry
  | MetaEntry
  | TitleEntry
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
  kind: LabelledKind;
  label: string;
  /** The level, if it is a heading; else null. */
  level: number | null;
  /** Whether it begins a list item. */
  inList: boolean;
}

/** `Q:`, `Answer`, "Follow-up questions" or "Outline", which says what comes next. */
export interface MarkEntry extends Lines {
  type: 'mark';
  mark: 'question' | 'answer' | 'followUps' | 'outline';
  level: number | null;
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
}

/** A bold line on its own, which may be a heading or just emphasis. */
export interface TitleEntry extends Lines {
  type: 'title';
  heading: StoryHeading;
}

export interface TextEntry extends Lines {
  type: 'text';
  lines: TextLine[];
  /** Whether it is on the line of the label before it. */
  onLabelLine: boolean;
  /** Whether line breaks are kept, as in code and tables. */
  verbatim: boolean;
}

export interface ListEntry extends Lines {
  type: 'list';
  items: Item[];
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
