import { sectionKinds, type SectionKind, type Story } from '../stories/model.ts';
import { answerOf, outlineOf } from '../stories/outline/told.ts';
import { fadeLevels, type FadeLevel } from './fade.ts';
import { parseMoment } from './iso-time.ts';
import { askedAlternate, questionKinds, type Ask } from './questions.ts';
import { ratings, type Rating, suggestRating } from './rating.ts';
import { sum } from '../prompter/plan.ts';
import { isRecord, parseJson } from '../values.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { EndedRun, RehearsalRun } from './run.ts';
import { heardSummaryOf, sectionTimes, spokenSoFarMs } from './run-times.ts';
import { isHeardOrNone } from '../voice/heard-summary.ts';

/** The version of a line’s format. A line with a higher one is kept as it is. */
export const recordVersion = 1;

const isLevel = oneOf(fadeLevels);
const isKind = oneOf(sectionKinds);
const isRating = oneOf(ratings);

/** One run in the log. It never changes, even if the story, its file or the program does. Times in whole milliseconds. */
const runFields = {
  v: field(isVersion, `must be ${recordVersion}`),
  type: field((value): value is 'run' => value === 'run', 'must be "run"'),
  /** When it ended, by the wall clock: ISO 8601 with the local offset. */
  at: field(isMoment, 'must be a date with offset such as 2026-11-22T20:15:07.250+01:00'),
  /** The story’s id, and what recognizes its text (see fingerprint.ts). */
  story: field(isText, 'must be text'),
  fingerprint: field(isText, 'must be text'),
  parts: field(isTexts, 'must be a list of texts'),
  group: field(isTextOrNull, 'must be text or null'),
  title: field(isText, 'must be text'),
  variant: field(isTextOrNull, 'must be text or null'),
  question: field(isText, 'must be text'),
  questionKind: field(oneOf(questionKinds), `must be one of ${questionKinds.join(', ')}`),
  followUp: field(isTextOrNull, 'must be text or null'),
  /** How long the answer to the follow-up took; null if there wasn’t one. Lines of older programs don’t have it. */
  followUpMs: field(isWholeOrNone, 'must be whole milliseconds, 0 or more, or null'),
  /** How much text was on screen at the start, and when that changed. */
  level: field(isLevel, `must be one of ${fadeLevels.join(', ')}`),
  levelChanges: field(isLevelChanges, 'must be a list of atMs and level'),
  /** Words of the full answer; 0 without one. */
  words: field(isWhole, 'must be a whole number, 0 or more'),
  /** How many outline items could be left out. */
  items: field(isWhole, 'must be a whole number, 0 or more'),
  targetMs: field((value): value is number => isWhole(value) && value > 0, 'must be whole milliseconds, above 0'),
  totalMs: field(isWhole, 'must be whole milliseconds, 0 or more'),
  /** Reached its end; false if the person stopped early. */
  finished: field((value): value is boolean => typeof value === 'boolean', 'must be true or false'),
  sections: field(isSections, 'must be a list of kind, label, plannedMs and spokenMs'),
  peeks: field(isWhole, 'must be a whole number, 0 or more'),
  missed: field(isMissed, 'must be a list of id and text'),
  /** What a page that listened heard of it; lines of older programs, and runs that nobody listened to, don’t have it. */
  heard: field(isHeardOrNone, 'must be what was heard of the run'),
  /** The person’s rating, and the program’s suggestion; null without one. */
  rating: field(isRatingOrNull, `must be null or one of ${ratings.join(', ')}`),
  suggested: field(isRatingOrNull, `must be null or one of ${ratings.join(', ')}`),
};
export interface RunRecord extends RecordOf<typeof runFields> {
  /**
   * The date (`at`) of an earlier line about the same run, which this one replaces: the person came back to the answer,
   * maybe with another story, or rated it another way at the end.
   */
  replaces?: string | undefined;
}

/** Says that the runs of a story that is gone belong to another one, or (`to: null`) to none. */
const joinFields = {
  v: runFields.v,
  type: field((value): value is 'join' => value === 'join', 'must be "join"'),
  at: runFields.at,
  from: field(isText, 'must be text'),
  to: field(isTextOrNull, 'must be text or null'),
};
export type HistoryJoin = RecordOf<typeof joinFields>;

interface LevelChange {
  atMs: number;
  level: FadeLevel;
}

/** A section’s planned and spoken time; `spokenMs` is null if unknown. */
export interface RecordSection {
  kind: SectionKind;
  label: string;
  plannedMs: number;
  spokenMs: number | null;
}

interface MissedItem {
  id: string;
  text: string;
}

export type LogLine =
  | { kind: 'run'; run: RunRecord }
  | { kind: 'join'; join: HistoryJoin }
  /** From a newer program: kept, never rewritten. `what` names it: `version 2`. */
  | { kind: 'unknown'; what: string }
  /** Torn or wrong. `why` is the second half of a sentence. */
  | { kind: 'unreadable'; why: string };

/** Reads a line of the practice log. Takes any text, never throws. */
export function parseRecord(line: string): LogLine {
  const raw = parseJson(line);
  if (!isRecord(raw)) return { kind: 'unreadable', why: 'it is cut off or not a JSON object' };
  const { v: version, type } = raw;
  if (version !== recordVersion) {
    if (isWhole(version) && version > recordVersion) return { kind: 'unknown', what: `version ${version}` };
    return { kind: 'unreadable', why: `its "v" must be ${recordVersion}` };
  }
  if (type === 'run') {
    if (!hasFields(raw, runFields)) return { kind: 'unreadable', why: whyNot(raw, runFields) };
    if (isRunRecord(raw)) return { kind: 'run', run: raw };
    return { kind: 'unreadable', why: `its "replaces" ${runFields.at.must}` };
  }
  if (type === 'join') {
    return hasFields(raw, joinFields)
      ? { kind: 'join', join: raw }
      : { kind: 'unreadable', why: whyNot(raw, joinFields) };
  }
  if (typeof type === 'string') return { kind: 'unknown', what: `type "${type.slice(0, 30)}"` };
  return { kind: 'unreadable', why: 'its "type" must be "run" or "join"' };
}

/** Whether a value from outside is a run, whole and of this version. */
export function isRunRecord(value: unknown): value is RunRecord {
  if (!isRecord(value)) return false;
  const { replaces } = value;
  return hasFields(value, runFields) && (replaces === undefined || isMoment(replaces));
}

/** Whether the log, whose runs these are, lacks what a run says: all of it, or what changed since it was logged. */
export function isNews(run: RunRecord, logged: readonly RunRecord[]): boolean {
  const known = logged.find(({ at, story }) => at === run.at && story === run.story);
  return known === undefined || (run.replaces !== undefined && replacementOf(known, run) !== null);
}

/** An entry as its line, without a line break. */
export function formatRecord(entry: RunRecord | HistoryJoin): string {
  return JSON.stringify(entry);
}

/*
 * Plain checks instead of a schema library: they make no copies, and a log of 100,000 lines must be read within about
 * a second.
 */
interface Field<Value> {
  is: (value: unknown) => value is Value;
  must: string;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type RecordOf<Of> = { [Key in keyof Of]: Of[Key] extends Field<infer Value> ? Value : never };

function field<Value>(is: (value: unknown) => value is Value, must: string): Field<Value> {
  return { is, must };
}

function hasFields<Of extends Fields>(raw: Readonly<Record<string, unknown>>, fields: Of): raw is RecordOf<Of> {
  for (const key in fields) if (!fields[key]?.is(raw[key])) return false;
  return true;
}

function whyNot(raw: Readonly<Record<string, unknown>>, fields: Fields): string {
  const [key = '', row] = Object.entries(fields).find(([name, { is }]) => !is(raw[name])) ?? [];
  return `its "${key}" ${Object.hasOwn(raw, key) ? row?.must : 'is missing'}`;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isWholeOrNone(value: unknown): value is number | null | undefined {
  return value === undefined || value === null || isWhole(value);
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && parseMoment(value) !== null;
}

function isLevelChanges(value: unknown): value is LevelChange[] {
  return isListOf(value, (entry) => isWhole(entry['atMs']) && isLevel(entry['level']));
}

function isSections(value: unknown): value is RecordSection[] {
  return isListOf(
    value,
    ({ kind, label, plannedMs, spokenMs }) =>
      isKind(kind) && typeof label === 'string' && isWhole(plannedMs) && (spokenMs === null || isWhole(spokenMs)),
  );
}

function isMissed(value: unknown): value is MissedItem[] {
  return isListOf(value, ({ id, text: item }) => typeof id === 'string' && typeof item === 'string');
}

function isListOf(value: unknown, check: (entry: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.every((entry: unknown) => isRecord(entry) && check(entry));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isRatingOrNull(value: unknown): value is Rating | null {
  return value === null || isRating(value);
}

function isVersion(value: unknown): value is typeof recordVersion {
  return value === recordVersion;
}

function oneOf<Word extends string>(words: readonly Word[]): (value: unknown) => value is Word {
  return (value): value is Word => words.some((word) => word === value);
}

/** A new line for a run that the log has already; null where nothing changed. */
export function replacementOf(logged: RunRecord, now: RunRecord): RunRecord | null {
  const whole = (run: RunRecord): string => formatRecord({ ...run, replaces: undefined });
  return whole(logged) === whole(now) ? null : { ...now, replaces: logged.at };
}

/** What a run was about, as it was then. */
export interface RunContext {
  story: Story;
  /** Index among the story’s variants; null for the story itself. */
  variant: number | null;
  ask: Ask;
  /** How long the answer to the follow-up took; null if there wasn’t one. */
  followUpMs: number | null;
  /** When the run ended, by the wall clock: ISO 8601 with offset. */
  at: string;
}

/** What is known of the outcome of a run that stops now. */
const unfinished = { finished: false, missed: [], rating: null } satisfies Partial<EndedRun>;

/**
 * The run’s line in the log, with the rating that the program suggests beside the person’s own. A run that hasn’t ended
 * is recorded as if it stopped now. See `isWorthLogging`.
 */
export function recordOf(
  run: RehearsalRun,
  { story, variant, ask, followUpMs, at }: RunContext,
  nowMs: number,
): RunRecord {
  const { finished, missed, rating }: Pick<EndedRun, 'finished' | 'missed' | 'rating'> =
    run.phase === 'ended' ? run : unfinished;
  const chosen = variant === null ? undefined : story.variants[variant];
  const alternate = askedAlternate(story, ask);
  const answer = answerOf(story, variant, alternate);
  const { whole, parts } = fingerprintOf(story, variant);
  const items = outlineOf(story, variant, alternate).flatMap((section) => section.items);
  const record: RunRecord = {
    v: recordVersion,
    type: 'run',
    at,
    story: story.id,
    fingerprint: whole,
    parts,
    group: story.group,
    title: story.title,
    variant: chosen?.title ?? null,
    question: ask.question,
    questionKind: ask.kind,
    followUp: ask.followUp,
    followUpMs,
    level: run.startLevel,
    levelChanges: run.levelChanges,
    words: sum(answer.map((section) => section.words)),
    items: items.length,
    targetMs: run.targetMs,
    totalMs: spokenSoFarMs(run, nowMs),
    finished,
    sections: sectionTimes(run, nowMs).map(({ kind, label, plannedMs, spokenMs }) => ({
      kind,
      label,
      plannedMs,
      spokenMs,
    })),
    peeks: run.peeks,
    missed: items.filter((item) => missed.includes(item.id)).map(({ id, text: said }) => ({ id, text: said })),
    heard: heardSummaryOf(run, nowMs),
    rating,
    suggested: null,
  };
  return { ...record, suggested: suggestRating(record).rating };
}
