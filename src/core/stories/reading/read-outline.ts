import { entryBlocks } from './answer.ts';
import type { Entry, QuoteEntry } from './lines/entries.ts';
import type { OutlineDraft } from '../ids.ts';
import { covers, type TextLine } from '../markdown/text-line.ts';

/** Separates items on the line of their label: `S: slow builds; no tests`. */
const itemSeparator = /\s*;\s+|\s+[·•|]\s+/u;

/** Reads an outline from block quotes: bullets at any depth, plain lines, or items on the line of their label. */
export function readOutline(quotes: readonly QuoteEntry[]): OutlineDraft[] {
  const sections: OutlineDraft[] = [];
  /** Depth of the open section's first item; items this deep are directly under the section. */
  let base: number | null = null;
  const add = (text: string, depth: number, line: number): void => {
    if (sections.length === 0) sections.push({ kind: 'other', label: '', items: [] });
    base ??= depth;
    sections.at(-1)?.items.push({ text, depth: Math.max(0, depth - base), line });
  };
  const addOnLabelLine = (text: string, lines: readonly TextLine[]): void => {
    let from = 0;
    for (const part of text.split(itemSeparator)) {
      from = text.indexOf(part, from);
      if (part !== '') add(part, base ?? 0, lineAt(lines, from));
      from += part.length;
    }
  };
  /** `deeper`: how many inner quotes the entry is in. */
  const read = (entry: Entry, deeper: number, next: Entry | undefined): void => {
    const label = labelOf(entry, next);
    if (label !== null) {
      sections.push({ ...label, items: [] });
      base = null;
    } else if (entry.type === 'list') {
      for (const { text, lines, depth, line, onLabelLine } of entry.items) {
        if (onLabelLine) addOnLabelLine(text, lines);
        else add(text, depth + deeper, line);
      }
    } else if (entry.type === 'quote') {
      for (const [at, inner] of entry.entries.entries()) read(inner, deeper + 1, entry.entries[at + 1]);
    } else {
      for (const block of entryBlocks(entry)) {
        if (block.type === 'list') continue;
        for (const [index, written] of block.lines.entries()) {
          const { text, line } = written;
          if (block.onLabelLine && index === 0) addOnLabelLine(text, [written]);
          else if (text.trim() !== '') add(text.trim(), (base ?? 0) + deeper, line);
        }
      }
    }
  };
  for (const { entries } of quotes) for (const [at, entry] of entries.entries()) read(entry, 0, entries[at + 1]);
  return sections;
}

/** What begins a section: a known label, or a bold line with a colon above bullets, such as “**Move:**”. */
function labelOf(entry: Entry, next: Entry | undefined): Pick<OutlineDraft, 'kind' | 'label'> | null {
  if (entry.type === 'label') return { kind: entry.kind, label: entry.label };
  if (next?.type !== 'list') return null;
  const line = entry.type === 'field' && entry.value.length === 0 ? entry.written : soleLine(entry);
  if (line === null || !line.text.endsWith(':') || !covers(line.marks, 'bold', 0, line.text.length)) return null;
  return { kind: 'other', label: line.text.slice(0, -1) };
}

function soleLine(entry: Entry): TextLine | null {
  return entry.type === 'text' && entry.lines.length === 1 ? (entry.lines[0] ?? null) : null;
}

/** The line that a character is on, in the text of these lines joined by one character each. */
function lineAt(lines: readonly TextLine[], offset: number): number {
  let end = 0;
  for (const { text, line } of lines) {
    end += text.length + 1;
    if (offset < end) return line;
  }
  return lines.at(-1)?.line ?? 1;
}
