import type { Entry, TextEntry } from '../lines/entries.ts';
import { LabelTracker, strengths } from '../lines/label-tracker.ts';
import { readTextLines } from '../lines/read-lines.ts';
import { endOfPart } from './runs.ts';
import type { Lines } from '../../markdown/block.ts';
import { withLevels } from './levels.ts';
import { withNameLines } from './name-lines.ts';
import { withOpeners } from './openers.ts';
import { type LabelSlip, withOwnLabels } from './own-labels.ts';
import { withoutAsides } from './asides.ts';

/** The entries of a file by its template, and where it departs from it. */
export interface Template {
  entries: Entry[];
  slips: (Lines | LabelSlip)[];
}

/**
 * Finds what the author of a file repeats, over the whole file, and gives its lines the roles that follow from it: what
 * opens a story, which labels are sections, facts or notes, which heading is the file’s own title, which level of
 * headings is that of the stories. What one story misses, the others show.
 */
export function applyTemplate(entries: readonly Entry[]): Template {
  const labels: LabelSlip[] = [];
  const labelled = withOwnLabels(withoutAsides(withFencedAnswers(entries)), labels);
  const { entries: read, slips } = withLevels(withOpeners(withNameLines(labelled)));
  return { entries: read, slips: [...slips, ...labels] };
}

/** In kinds of sections: code with so many labels is an answer. */
const wholeAnswer = 3;

/** Reads code as text where it is all that its part of the file has for an answer. */
function withFencedAnswers(entries: readonly Entry[]): Entry[] {
  if (!entries.some((entry) => entry.type === 'text' && entry.code === true)) return [...entries];
  const result: Entry[] = [];
  for (let start = 0; start < entries.length;) {
    const end = endOfPart(entries, start);
    const part = entries.slice(start, end);
    const labelled = part.some(({ type }) => type === 'label' || type === 'quote');
    for (const entry of part) {
      const answer = labelled || entry.type !== 'text' || entry.code !== true ? null : answerInCode(entry);
      if (answer === null) result.push(entry);
      else for (const each of answer) result.push(each);
    }
    const border = entries[end];
    if (border !== undefined) result.push(border);
    start = end + 1;
  }
  return result;
}

function answerInCode({ lines, line, endLine }: TextEntry): Entry[] | null {
  const strength = { bold: strengths.boldLine, plain: strengths.plainLine };
  const options = { carrier: 'line', strength, headings: false, fields: false } as const;
  const found = readTextLines(lines, options, new LabelTracker());
  const kinds = new Set(found.flatMap((entry) => (entry.type === 'label' ? [entry.kind] : [])));
  if (kinds.size < wholeAnswer || found[0]?.type !== 'label') return null;
  // The fences are lines of the answer, too.
  return [{ type: 'rule', line, endLine: line }, ...found, { type: 'rule', line: endLine, endLine }];
}
