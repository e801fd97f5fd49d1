import { append } from '../../values.ts';
import type { Entry, LabelEntry, QuoteEntry } from './lines/entries.ts';
import { sectionOrder } from './lines/labels.ts';
import type { Content } from './tree.ts';

/**
 * Turns outlines of other forms into block quotes, the usual form: those under an "Outline" heading, and labelled
 * bullets right before the same labels with the full text.
 */
export function markOutlines(content: readonly Content[]): Content[] {
  const result: Content[] = [];
  let itemsEnd = 0;
  for (let at = 0; at < content.length;) {
    const each = content[at];
    if (each === undefined) break;
    if (at >= itemsEnd) itemsEnd = endOfItems(content, at);
    const end = isOutlineMark(each) ? endOfOutline(content, at + 1) : endOfBullets(content, at, itemsEnd);
    if (end === at) {
      result.push(each);
      at += 1;
    } else {
      const entries = content.slice(at, end).filter((part): part is Entry => part.type !== 'branch');
      append(result, asQuotes(entries));
      at = end;
    }
  }
  return result;
}

function isOutlineMark(content: Content): boolean {
  return content.type === 'mark' && content.mark === 'outline';
}

/** Where an outline ends: at the next heading or mark, or where the labels start over. */
function endOfOutline(content: readonly Content[], start: number): number {
  let order = -1;
  for (let at = start; at < content.length; at += 1) {
    const each = content[at];
    if (each === undefined || 'heading' in each || 'also' in each || each.type === 'mark') return at;
    if (each.type !== 'label') continue;
    if (each.level !== null || sectionOrder[each.kind] < order) return at;
    order = sectionOrder[each.kind];
  }
  return content.length;
}

/** Where lists and labelled bullets that begin here end; `at` if there aren't any. */
function endOfItems(content: readonly Content[], at: number): number {
  let end = at;
  while (end < content.length && (content[end]?.type === 'list' || isBullet(content[end]))) end += 1;
  return end;
}

/** The end of labelled bullets that the same labels in paragraphs follow directly; `at` if there aren't any. */
function endOfBullets(content: readonly Content[], at: number, end: number): number {
  const first = content[at];
  if (!isBullet(first) || isBullet(content[at - 1])) return at;
  const next = content[end];
  const restarts = next?.type === 'label' && !next.inList && next.kind === first.kind && end - at > 2;
  return restarts ? end : at;
}

function isBullet(content: Content | undefined): content is LabelEntry {
  return content?.type === 'label' && content.inList;
}

/** Keeps quotes, and turns what is around them into quotes. */
function asQuotes(entries: readonly Entry[]): QuoteEntry[] {
  const quotes: QuoteEntry[] = [];
  let open: Entry[] = [];
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    if (first !== undefined && last !== undefined) {
      quotes.push({ type: 'quote', line: first.line, endLine: last.endLine, entries: open });
    }
    open = [];
  };
  for (const entry of entries) {
    if (entry.type === 'quote') {
      close();
      quotes.push(entry);
    } else {
      open.push(entry);
    }
  }
  close();
  return quotes;
}
