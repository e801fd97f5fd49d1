import type { Entry, LabelEntry } from '../lines/entries.ts';
import { sectionOrder } from '../lines/labels.ts';
import type { SectionKind } from '../../model.ts';

/** Labels that tell one story. The numbers are positions in the file’s entries. */
export interface Run {
  /** Where what belongs to it may begin: after its heading, or after the last label of the story before. */
  lead: number;
  first: number;
  last: number;
  /** Whether its lead begins at a heading, rather than after another story. */
  headed: boolean;
  label: LabelEntry;
  kinds: Set<SectionKind>;
  furthest: number;
}

/**
 * Whether a label starts over: a situation after an action, or the story’s first label again after a result.
 * `furthest` is how far its labels have got in the usual order.
 */
export function startsOver(kind: SectionKind, first: SectionKind, furthest: number): boolean {
  const opens = kind === 'situation' || kind === 'task';
  if (kind === 'situation' && furthest >= sectionOrder.action) return true;
  return opens && kind === first && furthest >= sectionOrder.result;
}

/** Finds the runs of labels in a file. */
export function findRuns(entries: readonly Entry[]): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let start = 0;
  let at = -1;
  for (const entry of entries) {
    at += 1;
    if (breaks(entry, open)) {
      open = null;
      start = at + 1;
    } else if (entry.type === 'label') {
      if (open === null || startsOver(entry.kind, open.label.kind, open.furthest)) {
        const headed: boolean = open === null;
        const lead: number = open === null ? start : open.last + 1;
        open = { lead, first: at, last: at, headed, label: entry, kinds: new Set(), furthest: -1 };
        runs.push(open);
      }
      open.last = at;
      open.kinds.add(entry.kind);
      open.furthest = Math.max(open.furthest, sectionOrder[entry.kind]);
    }
  }
  return runs;
}

/** Whether a story’s labels can’t go on after this: a heading above theirs, or another question. */
function breaks(entry: Entry, open: Run | null): boolean {
  if (entry.type === 'heading')
    return open === null || open.label.level === null || entry.heading.level < open.label.level;
  return entry.type === 'details-end' || (entry.type === 'mark' && entry.mark === 'question');
}

/** Where the stretch from a position up to the next heading or end of a folded part ends. */
export function endOfPart(entries: readonly Entry[], from: number, until = entries.length): number {
  let at = from;
  while (at < until && entries[at]?.type !== 'heading' && entries[at]?.type !== 'details-end') at += 1;
  return at;
}
