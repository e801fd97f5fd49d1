import type { AsideEntry, Entry, HeadingEntry, LabelEntry } from '../lines/entries.ts';
import { isChat, judge, linesOf } from './judge.ts';
import { entryBlocks } from '../answer.ts';
import { endOfPart, findRuns, type Run } from './runs.ts';
import { bareQuestion } from '../lines/headings.ts';
import { joinLines } from '../../markdown/text-line.ts';
import { meaningOf } from '../../words/lookup.ts';

/**
 * Takes out what isn’t part of any story, whatever is around it: legends, how-to text under the labels’ words, and what a
 * chatbot says at the end.
 */
export function withoutAsides(entries: readonly Entry[]): Entry[] {
  const result: (Entry | null)[] = [...nested(entries)];
  const runs = findRuns(entries);
  for (const [index, run] of runs.entries()) {
    const end = endOfLegend(entries, run);
    if (end === null) {
      setRunAside(entries, run, runs[index + 1], result);
      continue;
    }
    result[run.first] = asideOf(entries.slice(run.first, end), 'explanation');
    result.fill(null, run.first + 1, end);
  }
  let labelFollows = false;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry?.type === 'heading' || entry?.type === 'title') labelFollows = false;
    else if (entry?.type === 'label') labelFollows = true;
    if (entry?.type !== 'text' || entry.onLabelLine || entry.verbatim || labelFollows) continue;
    if (isChat(joinLines(entry.lines))) result[at] = asideOf([entry], 'signOff');
  }
  return result.filter((entry) => entry !== null);
}

/** Takes out a run that tells nothing: one that explains what belongs where, or lists questions under its labels. */
function setRunAside(entries: readonly Entry[], run: Run, next: Run | undefined, result: (Entry | null)[]): void {
  const until = next?.first ?? entries.length;
  const last = run.label.level === null ? endOfPart(entries, run.last + 1, until) : endOfRun(entries, run, until);
  const lines: string[] = [];
  for (let at = run.first; at < last; at += 1) {
    const entry = entries[at];
    if (entry?.type === 'mark' || entry?.type === 'also') return;
    if (entry?.type === 'title' && last === next?.first) return;
    if (entry !== undefined && isText(entry)) for (const line of linesOf(entryBlocks(entry))) lines.push(line);
  }
  const kind = lines.length > 1 ? judge(lines) : null;
  if (kind === null) return;
  if (kind === 'questions') {
    // Labels among questions only sort them.
    for (let at = run.first; at < last; at += 1) {
      const entry = entries[at];
      if (entry !== undefined) result[at] = asideOf([entry], isText(entry) ? kind : 'heading');
    }
  } else {
    result[run.first] = asideOf(entries.slice(run.first, last), kind);
    result.fill(null, run.first + 1, last);
  }
}

/** The end of a run whose labels are headings: the next heading that isn’t deeper. */
function endOfRun(entries: readonly Entry[], { last, label }: Run, until: number): number {
  let at = last + 1;
  while (at < until) {
    const entry = entries[at];
    if (entry?.type === 'details-end') break;
    if (entry?.type === 'heading' && entry.heading.level <= (label.level ?? 0)) break;
    at += 1;
  }
  return at;
}

/** Where a legend such as `S: Situation, T: Task, A: Action` ends; null if the run tells a story. */
function endOfLegend(entries: readonly Entry[], { first, last }: Run): number | null {
  let labels = 0;
  let at = first;
  while (at <= last) {
    const label = entries[at];
    if (label?.type !== 'label') return null;
    labels += 1;
    at += 1;
    const text = entries[at];
    if (text?.type !== 'text') {
      if (!label.spelled) return null;
      continue;
    }
    if (text.lines.length > 1 || !defines(joinLines(text.lines), label)) return null;
    at += 1;
  }
  return labels > 2 ? at : null;
}

function defines(text: string, label: LabelEntry): boolean {
  const meaning = meaningOf(text.replace(/[\s,.;|·)]+$/u, ''), true);
  return meaning?.type === 'section' && meaning.kind === label.kind;
}

function isText({ type }: Entry): boolean {
  return type === 'text' || type === 'list' || type === 'quote';
}

/** What entries say, a line for each label and each line of text. */
function asideOf(entries: readonly Entry[], kind: AsideEntry['kind']): AsideEntry {
  const lines: string[] = [];
  let label = '';
  for (const entry of entries) {
    if (entry.type === 'label') {
      if (label !== '') lines.push(label);
      label = [entry.label, entry.remark].join(' ').trim();
      continue;
    }
    for (const said of linesOf(entryBlocks(entry))) {
      const text = kind === 'questions' ? bareQuestion(said) : said;
      lines.push(label === '' ? text : `${label}: ${text}`);
      label = '';
    }
  }
  if (label !== '') lines.push(label);
  const line = entries[0]?.line ?? 1;
  return { type: 'aside', kind, line, endLine: entries.at(-1)?.endLine ?? line, text: lines.join('\n') };
}

/** Puts the headings in a folded part below its summary, whatever their level. */
function nested(entries: readonly Entry[]): Entry[] {
  const closed: { at: number; level: number }[] = [];
  for (const [at, entry] of entries.entries())
    if (entry.type === 'details-end') closed.push({ at, level: entry.level });
  if (closed.length === 0) return [...entries];
  let summary: HeadingEntry | null = null;
  let next = 0;
  return entries.map((entry, at) => {
    while ((closed[next]?.at ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    if (entry.type === 'details-end') summary = null;
    if (entry.type === 'heading' && entry.heading.level > 6) {
      summary = closed[next]?.level === entry.heading.level ? entry : null;
      return entry;
    }
    if (summary === null) return entry;
    const { level } = summary.heading;
    if (entry.type === 'heading')
      return { ...entry, heading: { ...entry.heading, level: level + entry.heading.level / 10 } };
    if ((entry.type === 'label' || entry.type === 'mark') && entry.level !== null) {
      return { ...entry, level: level + entry.level / 10 };
    }
    return entry;
  });
}
