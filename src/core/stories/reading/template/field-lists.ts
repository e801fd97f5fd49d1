import { type Entry, type FieldEntry, isProse } from '../lines/entries.ts';
import { type OwnField, fieldIn } from '../lines/fields.ts';
import type { TextLine } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';

/** `- Source: diary` as a list of facts; null for any other list. */
export function factsIn(entry: Entry): FieldEntry[] | null {
  if (entry.type !== 'list') return null;
  const found = entry.items.map((item) => {
    const [line, ...others] = item.lines;
    const field = line === undefined || readsAsQuestion(item.text) ? null : fieldIn(line);
    return line === undefined || field === null || field.value === null
      ? null
      : asFact(field.label, [field.value, ...others], line, field);
  });
  const fields = found.filter((each) => each !== null);
  const named = fields.filter(({ use, emphasised }) => emphasised || use === 'fact');
  return fields.length === found.length && named.length > 0 ? fields.map((each) => ({ ...each, use: 'fact' })) : null;
}

/** `> **60-second version:** ...`, `> **Tip:** ...` */
export function noteInQuote(entry: Entry): FieldEntry[] | null {
  if (entry.type !== 'quote' || !isProse(entry)) return null;
  const [first, ...others] = entry.entries.flatMap((each) => (each.type === 'text' ? each.lines : []));
  const field = first === undefined ? null : fieldIn(first);
  if (first === undefined || field === null || (field.use !== 'version' && field.use !== 'note')) return null;
  const value = field.value === null ? others : [field.value, ...others];
  return [{ ...asFact(field.label, value, first, field), endLine: entry.endLine }];
}

function asFact(label: string, value: TextLine[], written: TextLine, { use, emphasised }: OwnField): FieldEntry {
  const { line } = written;
  const endLine = value.at(-1)?.line ?? line;
  return { type: 'field', line, endLine, label, value, use, emphasised, inList: true, written, paragraph: line };
}
