import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticedStory } from '../../core/rehearsal/statistics.ts';
import type { DueStory } from '../../core/rehearsal/schedule.ts';
import { agoWords, inDaysWords } from '../ui/format/day.ts';
import { notRehearsedWords } from '../ui/format/practice.ts';

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
  const practicedById = new Map(practiced.map((story) => [story.storyId, story]));
  const rows: DueRows = { now: [], fresh: [], later: [] };
  for (const story of due) {
    const brief = briefsById.get(story.storyId);
    if (brief === undefined) continue;
    const place = story.why === 'new' ? rows.fresh : story.inDays <= 0 ? rows.now : rows.later;
    const words = dueWords(story, practicedById.get(story.storyId), today);
    place.push({ storyId: story.storyId, title: brief.title, name: brief.name, group: brief.group, words });
  }
  return rows;
}

function dueWords({ why, inDays, recall }: DueStory, practiced: PracticedStory | undefined, today: string): string {
  if (why === 'new') return notRehearsedWords(practiced?.runs ?? 0);
  const lastDay = practiced?.last?.day ?? null;
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
