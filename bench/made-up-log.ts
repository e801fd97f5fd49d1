import { dayNumber, formatMoment } from '../src/core/rehearsal/iso-time.ts';
import { makePlan } from '../src/core/prompter/plan.ts';
import { ratings } from '../src/core/rehearsal/rating.ts';
import { formatRecord, recordVersion, type RunRecord } from '../src/core/rehearsal/record.ts';
import type { Story } from '../src/core/stories/model.ts';
import { seeded } from './made-up-stories.ts';

const dayMs = 86_400_000;
/** The made-up person rehearses at six in the evening, a run every few minutes. */
const eveningMs = 18 * 3_600_000;
const betweenRunsMs = 240_000;

export interface MadeUpLogOptions {
  stories: readonly Story[];
  /** How many runs. */
  runs: number;
  /** The day of the last run, as `2026-11-22`. */
  lastDay: string;
  /** The number of days they are spread over. */
  days: number;
  seed?: number;
}

/**
 * Realistic runs: none on some days, many on others; a story's first runs too long, later ones closer to the target;
 * now and then one that is stopped early or not rated. A few stories are never rehearsed. The same seed gives the same
 * runs. Throws if `lastDay` isn't a date.
 */
export function madeUpRuns({ stories, runs, lastDay, days, seed = 1 }: MadeUpLogOptions): RunRecord[] {
  const last = dayNumber(lastDay);
  if (last === null) throw new Error(`${lastDay} isn’t a date.`);
  const draw = seeded(seed);
  // Squared, so that some stories are rehearsed often and the last ones never.
  const chosen = (): number => Math.floor(draw() ** 2 * stories.length * 0.85);
  const runDays = Array.from({ length: runs }, () => last - Math.floor(draw() ** 1.5 * days)).sort((a, b) => a - b);
  const counts = new Map<string, number>();
  const perDay = new Map<number, number>();
  return runDays.flatMap((day) => {
    const story = stories[chosen()];
    if (story === undefined) return [];
    const nth = (counts.get(story.id) ?? 0) + 1;
    counts.set(story.id, nth);
    const onDay = perDay.get(day) ?? 0;
    perDay.set(day, onDay + 1);
    return [madeUpRun(story, nth, day * dayMs + eveningMs + ((onDay * betweenRunsMs) % (dayMs / 5)), draw)];
  });
}

/** The text of a log with these runs. */
export function madeUpLog(options: MadeUpLogOptions): string {
  return madeUpRuns(options)
    .map((run) => `${formatRecord(run)}\n`)
    .join('');
}

function madeUpRun(story: Story, nth: number, epochMs: number, draw: () => number): RunRecord {
  const targetMs = story.targetMs ?? 120_000;
  const plan = makePlan(story.outline.sections, story.answer, { targetMs, wordsPerMinute: 145, by: 'words' });
  const finished = draw() > 0.06;
  const pace = 1 + 0.35 / nth + (draw() - 0.5) * 0.16;
  const timed = plan.sections.filter(({ startMs, endMs }) => endMs > startMs);
  const reached = finished ? timed.length : Math.max(1, Math.floor(draw() * timed.length));
  const sections = timed.map(({ kind, label, startMs, endMs }, index) => {
    const plannedMs = endMs - startMs;
    const spokenMs = index < reached ? Math.round(plannedMs * pace * (0.85 + draw() * 0.3)) : null;
    return { kind, label, plannedMs, spokenMs };
  });
  const spokenMs = sections.reduce((sum, section) => sum + (section.spokenMs ?? 0), 0);
  const rated = draw() > 0.05 ? (ratings[Math.min(3, Math.floor(draw() * 2 + nth / 4))] ?? 'good') : null;
  return {
    v: recordVersion,
    type: 'run',
    at: formatMoment({ epochMs, offsetMinutes: 0 }),
    story: story.id,
    fingerprint: '',
    parts: [],
    group: story.group,
    title: story.title,
    variant: null,
    question: story.question ?? story.title,
    questionKind: story.question === null ? 'title' : 'question',
    followUp: null,
    followUpMs: null,
    heard: undefined,
    level: nth % 3 === 0 ? 'full' : 'outline',
    levelChanges: [],
    words: story.answer.reduce((sum, { words }) => sum + words, 0),
    items: story.outline.sections.reduce((sum, { items }) => sum + items.length, 0),
    targetMs,
    totalMs: spokenMs,
    finished,
    sections,
    peeks: Math.max(0, 4 - nth),
    missed: [],
    rating: rated,
    suggested: rated,
  };
}
