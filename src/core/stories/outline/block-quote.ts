import type { OutlineSection, SectionKind } from '../model.ts';
import { meaningOf } from '../words/lookup.ts';

/**
 * An outline as Markdown, to be pasted into a story: a block quote with a label and bullets for each section. Offbook
 * reads the same outline from it. Sections without rows are left out.
 */
export function asBlockQuote(outline: readonly OutlineSection[]): string {
  const written = outline.filter(({ items }) => items.length > 0);
  const parts = written.map(({ kind, label, items }, index) => {
    const isRepeated = written.slice(0, index).some((section) => section.kind === kind);
    const rows = items.map(({ text, depth }) => `${'  '.repeat(depth)}- ${escaped(text)}`);
    const name = labelOf(kind, label, isRepeated);
    return name === '' ? rows : [`**${escaped(name)}:**`, ...rows];
  });
  const lines = parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** The label as written, unless it would be read as another kind of section here. A second “R” means reflection. */
function labelOf(kind: SectionKind, label: string, isRepeated: boolean): string {
  if (kind === 'other') return label;
  const meaning = meaningOf(label, true);
  const isRead = meaning?.type === 'section' && meaning.kind === kind && !(isRepeated && label.length === 1);
  return isRead ? label : `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
}

/** The text with a backslash before what Markdown would read as markup: also a dash or a number that begins a list. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<>#|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
      // An address would become a link, in which a backslash is text.
      .replaceAll('://', String.raw`\://`)
      .replaceAll(/www\./giu, (start) => `${start.slice(0, 3)}\\.`)
      .replace(/^[-+]/u, String.raw`\$&`)
      .replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
  );
}
