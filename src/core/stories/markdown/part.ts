import type { Fence } from './block-starts.ts';
import type { Lines } from './block.ts';

/** A block whose text is still Markdown. */
export type Part = TextPart | HeadingPart | HtmlPart | CodePart | TablePart | RulePart | QuotePart | ListPart;

export interface TextPart extends Lines {
  type: 'text';
  /** One for each line of the file, without the blanks before it. */
  rows: string[];
}

interface HeadingPart extends Lines {
  type: 'heading';
  level: number;
  underlined: boolean;
  text: string;
}

export interface HtmlPart extends Lines {
  type: 'html';
  rows: string[];
  /** What its last line contains; null if a blank line ends it. */
  end: RegExp | null;
}

export interface OpenFence extends Fence {
  indent: number;
}

export interface CodePart extends Lines {
  type: 'code';
  /** Null for code that is just indented. */
  fence: OpenFence | null;
  rows: string[];
}

export interface TablePart extends Lines {
  type: 'table';
  /** One for each line of the file but the one below the header. */
  rows: string[][];
}

interface RulePart extends Lines {
  type: 'rule';
}

export interface QuotePart extends Lines {
  type: 'quote';
  parts: Part[];
}

export interface ListPart extends Lines {
  type: 'list';
  kind: string;
  items: ItemPart[];
}

export interface ItemPart extends Lines {
  type: 'item';
  /** How far its text is indented, compared to the text around the list. */
  indent: number;
  parts: Part[];
}
