import type { TextLine } from './text-line.ts';

/** Where something is in its file: 1-based lines, both included. */
export interface Lines {
  line: number;
  endLine: number;
}

/** A piece of Markdown as plain text. The lines' marks keep its emphasis. */
export type Block = Heading | Paragraph | List | Quote | Code | Table | Rule | DetailsEnd;

export interface Heading extends Lines {
  type: 'heading';
  /** 1–6; from 7 up for a `<summary>`, depending on how deeply its `<details>` is nested. */
  level: number;
  /** Written as text with a line of `---` or `===` below it. */
  underlined: boolean;
  lines: TextLine[];
}

export interface Paragraph extends Lines {
  type: 'paragraph';
  lines: TextLine[];
}

export interface List extends Lines {
  type: 'list';
  items: ListItem[];
}

export interface ListItem extends Lines {
  blocks: Block[];
  /** Whether it has a box to tick: `[ ]`. */
  isTask: boolean;
}

export interface Quote extends Lines {
  type: 'quote';
  blocks: Block[];
}

export interface Code extends Lines {
  type: 'code';
  lines: { line: number; text: string }[];
}

export interface Table extends Lines {
  type: 'table';
  /** The header row first. */
  rows: TextLine[][];
}

/** A horizontal rule. */
export interface Rule extends Lines {
  type: 'rule';
}

/** `</details>`: the end of the part that its `<summary>` is the heading of. */
export interface DetailsEnd extends Lines {
  type: 'details-end';
  level: number;
}
