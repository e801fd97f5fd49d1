import { offTime, roundDuration, shownSections, toSecond } from '../core/prompter/shown-times.ts';
import type { RunRecord } from '../core/rehearsal/record.ts';
import { dateRuns } from '../core/rehearsal/history.ts';
import { csvHead, csvRow } from '../core/rehearsal/runs-csv.ts';
import { describeError } from '../services/base/system-error.ts';
import { emptyLog, readLog, type LogContents } from '../services/practice/log-read.ts';
import { practiceLogFile } from '../services/practice/log.ts';
import { settingsDirOf, type Io } from './io.ts';
import { parseLogOptions, refuseOptions, type LogOptions } from './options.ts';

/**
 * `offbook log`: prints the practice log, oldest first, as a table, as a JSON list or as CSV. Never changes it.
 * Unreadable lines are reported on stderr and left out. Returns the exit code: 0, 1 if the log exists but can't be
 * opened, 2 for bad options.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = parseLogOptions(args);
  if (typeof options === 'string') return refuseOptions('log', options, io);
  const remark = (text: string) => io.stderr.write(`${text}\n`);
  const file = practiceLogFile(settingsDirOf(io));
  let log: LogContents;
  try {
    log = await readLog(file, emptyLog());
  } catch (error) {
    remark(`The practice log ${file} can’t be read: ${describeError(error)}.`);
    return 1;
  }
  const runs = dateRuns(log.runs).map((dated) => dated.run);
  io.stdout.write(print(runs, options));
  if (runs.length === 0) remark(`There are no runs in ${file} yet. Rehearse a story to add one.`);
  for (const text of leftOut(file, log)) remark(text);
  return 0;
}

function print(runs: readonly RunRecord[], { format }: LogOptions): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(runs, null, 2)}\n`;
    case 'csv':
      return csvHead + runs.map(csvRow).join('');
    case 'text':
      return runs.map(textOf).join('');
  }
}

/** Two lines for each run: when, what, and how it went; then the sections, spoken/planned. */
function textOf(run: RunRecord): string {
  const minute = run.at.slice(0, 16).replace('T', ' ');
  const story = [run.group, run.title, run.variant].filter((part) => part !== null).join(' · ');
  const notes = [
    toSecond(run.totalMs) > toSecond(run.targetMs) ? offTime(run.totalMs, run.targetMs) : null,
    run.level,
    run.questionKind === 'alternate' ? 'by another question' : null,
    run.peeks > 0 ? `peeks: ${run.peeks}` : null,
    run.missed.length > 0 ? `left out: ${run.missed.length}` : null,
    run.finished ? null : 'stopped early',
    ratingWords(run),
  ].filter((note) => note !== null);
  const sections = shownSections(run.sections).map(
    ({ kind, spokenMs, plannedMs }) =>
      `${kind} ${spokenMs === null ? '–' : roundDuration(spokenMs)}/${roundDuration(plannedMs)}`,
  );
  const times = `${roundDuration(run.totalMs)} of ${roundDuration(run.targetMs)}`;
  const bySection = sections.length > 1 ? `    ${sections.join('  ')}\n` : '';
  return `${minute}  ${times}  ${plain(story)}  (${notes.join(', ')})\n${bySection}`;
}

/** The rating that was given, or else the suggested one, which counts if the run was finished. */
function ratingWords({ rating, suggested, finished }: RunRecord): string {
  if (rating !== null) return rating;
  return suggested !== null && finished ? `as suggested: ${suggested}` : 'not rated';
}

/** Without control characters, so that text from a file can't control the terminal. */
function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

function leftOut(file: string, log: LogContents): string[] {
  const lines = log.problems.map(({ line, message }) => `${file}:${line} ${message}`);
  const more = log.unreadable - log.problems.length;
  if (more > 0) lines.push(`${file}: more lines that can’t be read: ${more}.`);
  if (log.unknown > 0) lines.push(`${file}: lines by a newer version of Offbook, left out here: ${log.unknown}.`);
  if (log.tail?.line.kind === 'unreadable') {
    lines.push(`${file}: its last line is cut off. Offbook will set it aside at its next start.`);
  }
  return lines;
}
