import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticedStory } from '../../core/rehearsal/statistics.ts';
import type { DueStory } from '../../core/rehearsal/schedule.ts';
import { agoWords, inDaysWords } from '../ui/format/day.ts';

/** A story in the list of due ones. */
export interface DueRow extends Pick<StoryBrief, 'title' | 'name'> {
  storyId: string;
  group: string | null;
  /** Why, and since when. */
  words: string;
}

export interface DueRows {
  /** Rehearsed before and due today, the most pressing first. */
  now: DueRow[];
  /** Never rehearsed, as listed. */
  fresh: DueRow[];
  /** The rest by date. */
  later: DueRow[];
}

/** Due stories by section of the list. One that has gone since is left out. */
export function dueRows(
  due: readonly DueStory[],
  practiced: readonly PracticedStory[],
  briefs: readonly StoryBrief[],
  today: string,
): DueRows {
  const briefsById = new Map(briefs.map((brief) => [brief.id, brief]));
  const lastById = new Map(practiced.map(({ storyId, last }) => [storyId, last]));
  const rows: DueRows = { now: [], fresh: [], later: [] };
  for (const story of due) {
    const brief = briefsById.get(story.storyId);
    if (brief === undefined) continue;
    const last = lastById.get(story.storyId) ?? null;
    const place = story.why === 'new' ? rows.fresh : story.inDays <= 0 ? rows.now : rows.later;
    const words = dueWords(story, last?.day ?? null, today);
    place.push({ storyId: story.storyId, title: brief.title, name: brief.name, group: brief.group, words });
  }
  return rows;
}

function dueWords({ why, inDays, recall }: DueStory, lastDay: string | null, today: string): string {
  if (why === 'new') return 'never rehearsed';
  const when = inDays === 0 ? 'due today' : `due ${inDaysWords(inDays)}`;
  const reason = why === 'interview' ? ', to be fresh for the interview' : '';
  const ago = lastDay === null ? '' : ` · rehearsed ${agoWords(lastDay, today)}`;
  // A story rehearsed today is in memory however badly it went, and nobody can promise a hundred percent.
  const isToday = lastDay === today;
  const chance = inDays > 0 || recall === null || isToday ? '' : ` · ${chanceWords(recall)}`;
  return `${when}${reason}${ago}${chance}`;
}

function chanceWords(recall: number): string {
  return `${Math.min(99, Math.round(recall * 100))} % chance you’ll recall it fluently`;
}
