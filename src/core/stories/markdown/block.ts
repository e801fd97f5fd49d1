import type { TextLine } from './text-line.ts';

/** Where something stands in its file: 1-based lines, both included. */
export interface Lines {
  line: number;
  endLine: number;
}

/** A piece of Markdown as plain text. Emphasis lives on in the lines' marks. */
export type Block = Heading | Paragraph | List | Quote | Code | Table | Rule | DetailsEnd;

export interface Heading extends Lines {
  type: 'heading';
  /** 1–6; 7 and more for a `<summary>`, by how deep its `<details>` lies. */
  level: number;
  /** Written as a line with `---` or `===` under it. */
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
  /** The head first. */
  rows: TextLine[][];
}

/** A line across the page. */
export interface Rule extends Lines {
  type: 'rule';
}

/** `</details>`: what its `<summary>` was the heading of ends here. */
export interface DetailsEnd extends Lines {
  type: 'details-end';
  level: number;
}
