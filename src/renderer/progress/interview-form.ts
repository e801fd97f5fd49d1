import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Interview, SetGroup, StorySet } from '../../core/rehearsal/interviews.ts';
import { readList } from '../ui/format/list.ts';

/** What the form of an interview holds. */
export interface InterviewFields {
  company: string;
  /** As `2026-11-22`; empty without one. */
  day: string;
  /** As `09:00`; empty without one. */
  time: string;
  /** One per line. */
  competencies: string;
  which: StorySet['which'];
  tags: string[];
  /** The names of groups; null for the stories without one. */
  groups: (string | null)[];
}

export type ReadInterview = { ok: true; value: Interview } | { ok: false; error: string };

/** The interview that a form describes, or a sentence that says what to change. `before` is the one that it edits. */
export function readInterview(id: string, fields: InterviewFields, before: Interview | null): ReadInterview {
  const { which, tags, groups } = fields;
  const competencies = readList(fields.competencies, 'Competencies');
  if (!competencies.ok) return competencies;
  if (fields.day === '' && fields.time !== '')
    return { ok: false, error: 'A time needs a date: add the day of the interview.' };
  if (which === 'some' && tags.length + groups.length === 0)
    return { ok: false, error: 'Choose at least one group or tag, or all stories.' };
  const known = before?.stories.which === 'some' ? before.stories.groups : [];
  const kept = (name: string | null): SetGroup => known.find((group) => group.name === name) ?? { name, texts: [] };
  const stories: StorySet = which === 'all' ? { which } : { which, tags, groups: groups.map(kept) };
  const [day, time] = [fields.day, fields.time].map((text) => (text === '' ? null : text));
  return {
    ok: true,
    value: {
      id,
      company: fields.company.trim(),
      day: day ?? null,
      time: time ?? null,
      competencies: competencies.value,
      stories,
    },
  };
}

/** What a set can be chosen by: the library’s groups and tags, and those of the set that aren’t there now. */
export function setChoices(
  stories: readonly Pick<StoryBrief, 'group' | 'tags'>[],
  set: StorySet,
): { groups: (string | null)[]; tags: string[] } {
  const own = set.which === 'some' ? set : { groups: [], tags: [] };
  return {
    groups: [...new Set([...stories.map(({ group }) => group), ...own.groups.map(({ name }) => name)])],
    tags: [...new Set([...stories.flatMap(({ tags }) => tags), ...own.tags])],
  };
}
