import type { Mark } from './text-line.ts';

/** What a tag does to the text around it; a tag that isn't here does nothing. */
export type TagEffect =
  | { effect: 'style'; style: Mark['style'] }
  | { effect: 'break' }
  | { effect: 'block' }
  | { effect: 'list' }
  | { effect: 'item' }
  | { effect: 'cell' }
  | { effect: 'quote' }
  | { effect: 'details' }
  | { effect: 'summary' }
  | { effect: 'heading'; level: number }
  | { effect: 'hide' };

const bold: TagEffect = { effect: 'style', style: 'bold' };
const italic: TagEffect = { effect: 'style', style: 'italic' };
const code: TagEffect = { effect: 'style', style: 'code' };
const block: TagEffect = { effect: 'block' };

const effects: Readonly<Record<string, TagEffect>> = {
  b: bold,
  strong: bold,
  i: italic,
  em: italic,
  u: italic,
  mark: italic,
  code,
  kbd: code,
  samp: code,
  pre: block,
  p: block,
  div: block,
  section: block,
  article: block,
  header: block,
  footer: block,
  main: block,
  center: block,
  hr: block,
  table: block,
  thead: block,
  tbody: block,
  tr: block,
  dl: block,
  dt: block,
  dd: block,
  br: { effect: 'break' },
  ul: { effect: 'list' },
  ol: { effect: 'list' },
  li: { effect: 'item' },
  td: { effect: 'cell' },
  th: { effect: 'cell' },
  blockquote: { effect: 'quote' },
  details: { effect: 'details' },
  summary: { effect: 'summary' },
  h1: { effect: 'heading', level: 1 },
  h2: { effect: 'heading', level: 2 },
  h3: { effect: 'heading', level: 3 },
  h4: { effect: 'heading', level: 4 },
  h5: { effect: 'heading', level: 5 },
  h6: { effect: 'heading', level: 6 },
  script: { effect: 'hide' },
  style: { effect: 'hide' },
  template: { effect: 'hide' },
};

export interface Tag {
  effect: TagEffect;
  closes: boolean;
}

/** Reads a tag such as `<b>` or `</li>`; null for one that has no bearing on the text. */
export function readTag(written: string): Tag | null {
  const found = /^<(\/?)([a-z][a-z0-9]*)/i.exec(written);
  if (found === null) return null;
  const effect = effects[(found[2] ?? '').toLowerCase()];
  return effect === undefined ? null : { effect, closes: found[1] === '/' };
}

/** A line of the file without its tags. Comments and unclosed tags stay. */
export function withoutTags(line: string): string {
  return line.includes('<') ? line.replace(/<\/?[a-z][^<>]*>/gi, '') : line;
}
