import { sectionKinds, type SectionKind } from '../stories/model.ts';
import { paceOf, spokenSections, wholeRun, type SpokenSection } from '../voice/pace.ts';
import type { RunRecord } from './record.ts';

/** A column: its head, and its value for a run. */
interface Column {
  head: string;
  cell: (run: RunRecord) => string | number | boolean | null;
}

const columns: readonly Column[] = [
  { head: 'at', cell: (run) => run.at },
  { head: 'group', cell: (run) => run.group },
  { head: 'title', cell: (run) => run.title },
  { head: 'variant', cell: (run) => run.variant },
  { head: 'question', cell: (run) => run.question },
  { head: 'question_kind', cell: (run) => run.questionKind },
  { head: 'follow_up', cell: (run) => run.followUp },
  { head: 'follow_up_ms', cell: (run) => run.followUpMs ?? null },
  { head: 'level', cell: (run) => run.level },
  { head: 'target_ms', cell: (run) => run.targetMs },
  { head: 'total_ms', cell: (run) => run.totalMs },
  { head: 'finished', cell: (run) => run.finished },
  { head: 'peeks', cell: (run) => run.peeks },
  { head: 'items', cell: (run) => run.items },
  { head: 'missed', cell: (run) => run.missed.length },
  { head: 'missed_items', cell: (run) => run.missed.map((item) => item.text).join('; ') },
  { head: 'rating', cell: (run) => run.rating },
  { head: 'suggested', cell: (run) => run.suggested },
  { head: 'words', cell: (run) => run.words },
  ...sectionKinds.flatMap((kind): Column[] => [
    { head: `${kind}_planned_ms`, cell: (run) => total(run, kind, 'plannedMs') },
    { head: `${kind}_spoken_ms`, cell: (run) => total(run, kind, 'spokenMs') },
  ]),
  { head: 'story', cell: (run) => run.story },
  { head: 'fingerprint', cell: (run) => run.fingerprint },
  { head: 'first_word_ms', cell: ({ heard }) => heard?.firstWordMs ?? null },
  { head: 'speech_ms', cell: (run) => ofSpoken(run, ({ speechMs }) => speechMs) },
  { head: 'syllables', cell: (run) => ofSpoken(run, ({ syllables }) => syllables) },
  { head: 'syllables_per_minute', cell: (run) => ofSpoken(run, paceOf) },
  { head: 'pauses_short', cell: (run) => ofSpoken(run, ({ pauses }) => pauses[0]) },
  { head: 'pauses_middle', cell: (run) => ofSpoken(run, ({ pauses }) => pauses[1]) },
  { head: 'pauses_long', cell: (run) => ofSpoken(run, ({ pauses }) => pauses[2]) },
  { head: 'longest_pause_ms', cell: longestPauseMs },
];

/** The table’s first line, with its line break. */
export const csvHead = csvLine(columns.map(({ head }) => head));

/**
 * A run as a line of CSV (RFC 4180, lines end in CR LF). Unknown values are empty; sections of one kind are added up.
 * Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function csvRow(run: RunRecord): string {
  return csvLine(columns.map(({ cell }) => cell(run)));
}

function total(run: RunRecord, kind: SectionKind, time: 'plannedMs' | 'spokenMs'): number | null {
  const times = run.sections.filter((section) => section.kind === kind).map((section) => section[time]);
  const known = times.filter((ms) => ms !== null);
  return known.length === 0 || known.length < times.length ? null : known.reduce((sum, ms) => sum + ms, 0);
}

/** A figure of all that was heard of a run; null where nobody listened, or nobody knows in which section. */
function ofSpoken({ sections, heard }: RunRecord, figure: (whole: SpokenSection) => number | null): number | null {
  const whole = wholeRun(spokenSections(sections, heard?.sections ?? []));
  return whole.speechMs === null ? null : figure(whole);
}

function longestPauseMs({ heard }: RunRecord): number | null {
  const known = (heard?.sections ?? []).filter((section) => section !== null);
  return known.length === 0 ? null : Math.max(...known.map((section) => section.longestPauseMs));
}

function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  // OWASP’s list of what starts a formula; quotes around a cell don’t prevent that.
  const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
