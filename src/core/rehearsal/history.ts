import { sum } from '../prompter/plan.ts';
import type { StoryPrint } from './fingerprint.ts';
import type { HistoryJoin, RunRecord } from './record.ts';
import { dayOf, parseMoment } from './iso-time.ts';
import { isFalseStart } from './rehearsed.ts';

/** The log, sorted by the current stories. */
export interface History {
  /** All runs, oldest first, including those of stories that are gone. Nothing here has false starts (see rehearsed.ts). */
  all: DatedRun[];
  /** Each story’s runs, oldest first; a story without runs isn’t in the map. */
  byStory: Map<string, DatedRun[]>;
  /** Runs of stories that are gone but may exist under another heading. The person decides. */
  offers: JoinOffer[];
  /** Runs of stories that are gone, by their id at the time. They stay in the log. */
  gone: Map<string, DatedRun[]>;
  /** The id of the story that the runs under an id belong to now; null if that story is gone. */
  homeOf: (storyId: string) => string | null;
}

/** Says that the runs of a story that is gone look like another’s. A `join` in the log accepts or declines it. */
export interface JoinOffer {
  from: string;
  /** Its title in its last run. */
  fromTitle: string;
  to: string;
  runs: number;
  /** For the person: `3 of 5 sections read the same`. */
  why: string;
}

/** From this share of equal sections on, two texts may be one story. */
const alikeShare = 0.5;

/**
 * Assigns each run to its story: the one with its id; else the one that the last `join` names; else, in case the heading
 * changed, the one whose text is the same as in the last run. Stories that are only similar (half of the sections, the
 * question or the title) become offers.
 *
 * Stories with the same title get their ids by number, and those numbers can change at a start. If the story with the id
 * reads quite differently now, and one with the same title reads as in the last run, the runs are that one’s. An edited
 * story keeps its runs, even beside a copy of its old text.
 */
export function linkHistory(
  stories: readonly StoryPrint[],
  runs: readonly RunRecord[],
  joins: readonly HistoryJoin[] = [],
): History {
  const dated = dateRuns(runs.filter((run) => !isFalseStart(run)));
  const byId = Map.groupBy(dated, ({ run }) => run.story);
  const lastOf = (id: string) => byId.get(id)?.at(-1)?.run;
  const present = new Map(stories.map((story) => [story.id, story]));
  const joined = new Map(joins.map((join) => [join.from, join.to]));

  function homeOf(id: string, passed: readonly string[] = []): string | null {
    if (present.has(id)) return id;
    const to = joined.get(id);
    if (to === null || passed.includes(id)) return null;
    const last = lastOf(id);
    return (to === undefined ? null : homeOf(to, [...passed, id])) ?? (last && sameText(last, stories)) ?? null;
  }

  function homeOfRuns(id: string): string | null {
    const [own, last] = [present.get(id), lastOf(id)];
    return (own && last && twinWithText(own, last, stories)?.id) ?? homeOf(id);
  }

  const homes = new Map([...byId.keys()].map((id) => [id, homeOfRuns(id)]));
  const byHome = Map.groupBy(dated, ({ run }) => homes.get(run.story) ?? null);
  const gone = new Map([...byId].filter(([id]) => homes.get(id) === null));
  const open = [...gone].filter(([id]) => joined.get(id) !== null);
  return {
    all: dated,
    byStory: new Map([...byHome].flatMap(([home, own]) => (home === null ? [] : [[home, own] as const]))),
    offers: open.flatMap(([id, own]) => bestOffer(id, own, stories) ?? []),
    gone,
    homeOf: (id) => homeOf(id),
  };
}

/** The story with the text of a run; of two with the same text, the one with its title. */
function sameText(run: RunRecord, stories: readonly StoryPrint[]): string | null {
  if (run.fingerprint === '') return null;
  const same = stories.filter((story) => hasText(story, run));
  return (same.find((story) => story.title === run.title) ?? same[0])?.id ?? null;
}

/** The story that a run is about in truth, where the one with its id is a twin with another text. */
function twinWithText(own: StoryPrint, run: RunRecord, stories: readonly StoryPrint[]): StoryPrint | undefined {
  if (run.fingerprint === '' || hasText(own, run) || shareOfParts(run, own).share >= alikeShare) return undefined;
  return stories.find((story) => story.title === run.title && hasText(story, run));
}

function hasText(story: StoryPrint, run: RunRecord): boolean {
  return story.fingerprints.some(({ whole }) => whole === run.fingerprint);
}

function bestOffer(from: string, own: readonly DatedRun[], stories: readonly StoryPrint[]): JoinOffer | null {
  const last = own.at(-1)?.run;
  if (last === undefined) return null;
  const alike = stories
    .map((story) => ({ story, ...likeness(last, story) }))
    .filter(({ reasons }) => reasons.length > 0);
  const [best] = alike.sort((one, other) => other.score - one.score);
  if (best === undefined) return null;
  return { from, fromTitle: last.title, to: best.story.id, runs: own.length, why: best.reasons.join(', ') };
}

function likeness(run: RunRecord, story: StoryPrint): { score: number; reasons: string[] } {
  const { alike, all, share } = shareOfParts(run, story);
  const found = [
    { holds: share >= alikeShare, score: share, reason: `${alike} of ${all} sections read the same` },
    { holds: isSame(run.question, story.question), score: 1, reason: 'the same question' },
    { holds: isSame(run.title, story.title), score: 0.5, reason: 'the same title' },
  ].filter(({ holds }) => holds);
  return { score: sum(found.map(({ score }) => score)), reasons: found.map(({ reason }) => reason) };
}

/** How many sections of a run’s text the story still has: its own text, or the variant with the most. */
function shareOfParts(run: RunRecord, story: StoryPrint): { alike: number; all: number; share: number } {
  const shared = story.fingerprints.map(({ parts }) => ({
    alike: parts.filter((part) => run.parts.includes(part)).length,
    all: Math.max(parts.length, run.parts.length),
  }));
  const { alike, all } = shared.reduce((best, next) => (next.alike > best.alike ? next : best), { alike: 0, all: 1 });
  return { alike, all, share: alike / all };
}

function isSame(one: string, other: string | null): boolean {
  return other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** A logged run with its date parsed: most questions about a log are about time. */
export interface DatedRun {
  run: RunRecord;
  epochMs: number;
  /** The day in the time zone of the rehearsal, as a day number (see iso-time.ts). */
  day: number;
}

/** A flight west, or a clock in another zone, can date an honest run tomorrow, but no later. */
const mostDaysAhead = 1;

/**
 * Whether a run is dated in the future, because the clock was ahead or somebody mistyped a date. Nobody knows its real
 * date, so it doesn’t affect what is due. `today` is a day number.
 */
export function isFuture({ day }: DatedRun, today: number): boolean {
  return day > today + mostDaysAhead;
}

/** The runs that are dated in the future, in the given order. */
export function futureRuns(runs: readonly DatedRun[], today: number): DatedRun[] {
  return runs.filter((run) => isFuture(run, today));
}

/**
 * Runs by date, oldest first, whatever their order in the file: a clock that was set back, two computers or an editor can
 * mix them up. Runs with the same date keep the file’s order.
 */
export function dateRuns(runs: readonly RunRecord[]): DatedRun[] {
  const dated = runs.flatMap((run): DatedRun[] => {
    const moment = parseMoment(run.at);
    return moment === null ? [] : [{ run, epochMs: moment.epochMs, day: dayOf(moment) }];
  });
  return dated.sort((a, b) => a.epochMs - b.epochMs);
}
