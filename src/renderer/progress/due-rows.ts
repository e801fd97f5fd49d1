import type { Progress } from '../../core/rehearsal/state.ts';
import type { StoryBrief } from '../../core/contract/contract.ts';
import { readinessOf } from '../../core/rehearsal/readiness.ts';
import type { PracticedStory } from '../../core/rehearsal/statistics.ts';
import { isDue, isNear, type DueStory } from '../../core/rehearsal/due.ts';
import { agoWords } from '../ui/format/day.ts';
import { dueInWords, nextRunWords, notRehearsedWords, readyForWords } from '../ui/format/practice.ts';
import { counted } from '../ui/format/story.ts';

/** A story in the list of due ones. */
export interface DueRow extends Pick<StoryBrief, 'title' | 'name'> {
  storyId: string;
  group: string | null;
  /** Never rehearsed. */
  isNew: boolean;
  /** Why, and since when. */
  words: string;
}

export interface DueRows {
  /** Not ready for the interview that is near, weakest first; none without one. */
  again: DueRow[];
  /** Ready for it. */
  ready: DueRow[];
  /** Of the others: begun before and due today, the most pressing first. */
  now: DueRow[];
  /** Without any run, as listed. */
  fresh: DueRow[];
  /** The rest by date. */
  later: DueRow[];
}

/** What the progress view is about: the stories of the interview narrowed to, else of the next one, else all. */
export interface Scope {
  /** The interview’s id; null without one. */
  interview: string | null;
  due: readonly DueStory[];
}

/** The scope of the progress view. `narrowed` is the id of the interview narrowed to. */
export function scopeOf({ due, interviews }: Pick<Progress, 'due' | 'interviews'>, narrowed: string | null): Scope {
  const about = interviews.find(({ id }) => id === narrowed) ?? interviews.find((each) => each.due.length > 0);
  return about === undefined ? { interview: null, due } : { interview: about.id, due: about.due };
}

/** Due stories by section of the list. One that has gone since is left out. */
export function dueRows(
  { due, stories, today }: Pick<Progress, 'due' | 'stories' | 'today'>,
  scope: Scope,
  briefs: readonly StoryBrief[],
): DueRows {
  const briefsById = new Map(briefs.map((brief) => [brief.id, brief]));
  const practicedById = new Map(stories.map((story) => [story.storyId, story]));
  const rowsOf = (listed: readonly DueStory[]): DueRow[] =>
    listed.flatMap((story) => {
      const brief = briefsById.get(story.storyId);
      if (brief === undefined) return [];
      const words = dueWords(story, practicedById.get(story.storyId), today);
      const { title, name, group } = brief;
      return [{ storyId: story.storyId, title, name, group, isNew: story.why === 'new', words }];
    });
  const near = scope.due.filter(isNear);
  const { again, ready } = readinessOf(near);
  const nearIds = new Set(near.map(({ storyId }) => storyId));
  const others = due.filter(({ storyId }) => !nearIds.has(storyId));
  // One that was only stopped early is as due as a new one, but isn’t new to the person.
  const isFresh = ({ storyId, why }: DueStory): boolean =>
    why === 'new' && (practicedById.get(storyId)?.runs ?? 0) === 0;
  return {
    again: rowsOf(again),
    ready: rowsOf(ready),
    now: rowsOf(others.filter((story) => !isFresh(story) && isDue(story))),
    fresh: rowsOf(others.filter(isFresh)),
    later: rowsOf(others.filter((story) => !isFresh(story) && !isDue(story))),
  };
}

function dueWords(story: DueStory, practiced: PracticedStory | undefined, today: string): string {
  const { why, inDays, recall } = story;
  if (why === 'new') return notRehearsedWords(practiced?.runs ?? 0);
  const lastDay = practiced?.last?.day ?? null;
  const when = isNear(story) ? nextRunWords(story) : inDays === 0 ? 'due today' : `due ${dueInWords(story)}`;
  const reason = why === 'interview' && !isNear(story) ? ', to be fresh for the interview' : '';
  const ago = lastDay === null ? '' : ` · rehearsed ${agoWords(lastDay, today)}`;
  // A story rehearsed today is in memory however badly it went, and nobody can promise a hundred percent.
  const isToday = lastDay === today;
  const chance = !isDue(story) || recall === null || isToday ? '' : ` · ${chanceWords(recall)}`;
  return `${when}${reason}${ago}${chance}`;
}

function chanceWords(recall: number): string {
  return `${Math.min(99, Math.round(recall * 100))} % chance you’ll recall it fluently`;
}

/** How ready the person is, in a line: `3 of 4 ready for tomorrow`, and the story most likely to go wrong. */
export interface ReadyLine {
  words: string;
  /** Null where there is only one story. */
  weakest: (Pick<StoryBrief, 'name' | 'title'> & { words: string }) | null;
}

/** The line that the progress view begins with; null without stories. */
export function readyLine(
  { due }: Scope,
  practiced: readonly PracticedStory[],
  briefs: readonly StoryBrief[],
  today: string,
): ReadyLine | null {
  const present = due.filter(({ storyId }) => briefs.some(({ id }) => id === storyId));
  if (present.length === 0) return null;
  const { ready, weakest } = readinessOf(present);
  const words = `${ready.length} of ${present.length} ready${readyForWords(present)}`;
  const brief = present.length === 1 ? undefined : briefs.find(({ id }) => id === weakest?.storyId);
  if (brief === undefined) return { words, weakest: null };
  const runs = practiced.find(({ storyId }) => storyId === brief.id);
  return { words, weakest: { name: brief.name, title: brief.title, words: runWords(runs, today) } };
}

/** `14 days ago, 1 run`. */
function runWords(story: PracticedStory | undefined, today: string): string {
  if (story === undefined || story.last === null) return 'never rehearsed';
  return `${agoWords(story.last.day, today)}, ${counted(story.runs, 'run')}`;
}
