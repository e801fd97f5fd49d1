import type { SectionBlock, SectionDraft } from './answer.ts';
import { joinLines, type TextLine } from '../markdown/text-line.ts';
import type { OutlineDraft, ItemDraft } from '../outline.ts';
import { splitSentences } from '../sentences.ts';

/** An item made from a sentence has no more words, so that it is read at a glance. */
const longestItem = 8;
/** A clause of fewer words says too little. */
const shortestClause = 3;

/**
 * Makes an outline from an answer: list items as they are, prose one item a sentence, cut short. Notes under a heading
 * of their own are not for speaking.
 */
export function deriveOutline(sections: readonly SectionDraft[]): OutlineDraft[] {
  const told = sections.filter((section) => section.kind !== 'other' || section.label === '');
  return (told.length === 0 ? sections : told).map(({ kind, label, blocks }) => ({
    kind,
    label,
    items: blocks.flatMap(itemsOf),
  }));
}

function itemsOf(block: SectionBlock): ItemDraft[] {
  if (block.type === 'text') return proseItems(block.lines);
  const shallowest = block.items.reduce((least, item) => Math.min(least, item.depth), Number.POSITIVE_INFINITY);
  return block.items.flatMap(({ text, lines, depth, line, onLabelLine }) =>
    onLabelLine ? proseItems(lines) : [{ text, depth: depth - shallowest, line }],
  );
}

function proseItems(lines: readonly TextLine[]): ItemDraft[] {
  /** Offset in the joined text at which each line begins. */
  const starts: number[] = [];
  let offset = 0;
  for (const { text } of lines) {
    starts.push(offset);
    offset += text.length + 1;
  }
  let at = 0;
  return splitSentences(joinLines(lines)).map(({ text, start }) => {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= start) at += 1;
    return { text: shorten(text), depth: 0, line: lines[at]?.line ?? 1 };
  });
}

/** Cuts a sentence at the last clause that fits, else after eight words. */
export function shorten(sentence: string): string {
  const words = sentence.split(/\s+/);
  if (words.length <= longestItem) return sentence.replace(/[.;,:]$/, '');
  let end = longestItem;
  for (let count = longestItem; count >= shortestClause; count -= 1) {
    if (/[,;:]$/.test(words[count - 1] ?? '') || /^[–—-]$/.test(words[count] ?? '')) {
      end = count;
      break;
    }
  }
  return words
    .slice(0, end)
    .join(' ')
    .replace(/[.,;:]$/, '');
}
