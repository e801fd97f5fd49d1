import type { Entry, HeadingEntry, TextEntry, TitleEntry } from '../lines/entries.ts';
import { readHeading } from '../lines/headings.ts';
import { titleLevel } from '../lines/read-lines.ts';
import { isShortName } from '../segments.ts';
import { namesFile } from './judge.ts';
import { findRuns, type Run } from './runs.ts';
import { covers, joinLines } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';

/**
 * Reads the lines in italics or plain type above the labels as the names of the stories, where they come before more of
 * the file’s stories than headings and bold lines do. Those are names of groups then, also where a group has only one
 * story. Otherwise such a line says more about the story that is named above it.
 */
export function withNameLines(entries: readonly Entry[]): readonly Entry[] {
  const names: { at: number; title: TitleEntry; isItalic: boolean; run: Run }[] = [];
  let others = 0;
  for (const run of findRuns(entries)) {
    const at = nameBefore(entries, run);
    const line = entries[at];
    if (line?.type === 'text') names.push({ at, title: titleOf(line), isItalic: isItalic(line), run });
    if (isNamed(entries, run)) others += 1;
  }
  // A single line in plain type might as well be a question, or what the story is about.
  const isSure = names.length > 1 || names.some((name) => name.isItalic);
  if (names.length <= others || !isSure) return entries;
  const result = [...entries];
  for (const { at, title, run } of names) {
    result[at] = title;
    const above = result[at - 1];
    if (above?.type === 'title') result[at - 1] = groupOf(above, run);
  }
  return result;
}

/** Where the line is that may name a story, right above its labels or its question; -1 if there isn’t one. */
function nameBefore(entries: readonly Entry[], { lead, first }: Run): number {
  for (let at = first - 1; at >= lead; at -= 1) {
    const entry = entries[at];
    if (entry?.type === 'rule') continue;
    if (entry?.type !== 'text' || entry.onLabelLine || entry.verbatim) return -1;
    if (readsAsQuestion(joinLines(entry.lines))) continue;
    return entry.lines.length === 1 && isShortName(entry) ? at : -1;
  }
  return -1;
}

function isItalic({ lines: [line] }: TextEntry): boolean {
  return line !== undefined && covers(line.marks, 'italic', 0, line.text.length);
}

/** Whether a heading or a bold line names the story. */
function isNamed(entries: readonly Entry[], { lead, first, headed }: Run): boolean {
  const above = headed ? entries[lead - 1] : undefined;
  if (above?.type === 'heading' && !namesFile(above.heading.written)) return true;
  return entries.slice(lead, first).some(({ type }) => type === 'title');
}

function titleOf({ line, endLine, lines }: TextEntry): TitleEntry {
  return { type: 'title', line, endLine, heading: readHeading({ line, endLine, level: titleLevel, lines }) };
}

/** A bold line as a heading above those of the stories, whose labels may be headings as well. */
function groupOf({ line, endLine, heading }: TitleEntry, { label }: Run): HeadingEntry {
  const level = (label.level === null ? titleLevel : label.level - 0.5) - 0.25;
  return { type: 'heading', line, endLine, heading: { ...heading, level } };
}
