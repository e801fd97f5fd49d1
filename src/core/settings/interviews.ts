import * as v from 'valibot';
import type { Interview, SetGroup } from '../rehearsal/interviews.ts';
import { dayNumber } from '../rehearsal/iso-time.ts';

/** More than anybody has ahead, and behind. */
const mostInterviews = 50;
/** The limits of a list of names: competencies, tags, groups. */
export const mostNames = 50;
export const longestName = 80;

const name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longestName));
/** Names that the person’s files have, however long. */
const fileName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000));
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(40));
const day = v.pipe(
  v.string(),
  v.check((text) => dayNumber(text) !== null),
);

/** A list of names that a person types. */
export const nameList = v.pipe(v.array(name), v.maxLength(mostNames));

const setGroup: v.GenericSchema<SetGroup> = v.object({
  name: v.nullable(fileName),
  texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(10)),
});

const interview: v.GenericSchema<Interview> = v.object({
  id,
  company: v.pipe(v.string(), v.maxLength(longestName)),
  day: v.nullable(day),
  time: v.nullable(v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u))),
  competencies: nameList,
  stories: v.variant('which', [
    v.object({ which: v.literal('all') }),
    v.object({
      which: v.literal('some'),
      tags: v.pipe(v.array(fileName), v.maxLength(mostNames)),
      groups: v.pipe(v.array(setGroup), v.maxLength(200)),
    }),
  ]),
});

/** The schema of the setting `interviews`. */
export const interviewList: v.GenericSchema<Interview[]> = v.pipe(
  v.array(interview),
  v.maxLength(mostInterviews),
  v.check((list) => new Set(list.map((each) => each.id)).size === list.length),
);

/** The schema of the setting `narrowTo`. */
export const interviewId = v.nullable(id);

/** The settings of an earlier version that an interview has now. */
const earlier = {
  interviewDate: { schema: v.nullable(day), must: 'a day such as "2026-11-22", or null' },
  competencies: { schema: nameList, must: `a list of at most ${mostNames} names` },
} as const;

/**
 * Settings as they are now, from a file that may be older: the one interview’s date and its competencies become an
 * interview about all stories, unless the file has interviews already. `problems` has a sentence for each of the two that
 * isn’t valid.
 */
export function withInterviews(raw: Readonly<Record<string, unknown>>): {
  raw: Readonly<Record<string, unknown>>;
  problems: string[];
} {
  const { interviewDate: _date, competencies: _names, ...others } = raw;
  const [interviewDate, competencies] = ['interviewDate', 'competencies'].map((key) =>
    Object.hasOwn(raw, key) ? raw[key] : undefined,
  );
  if (interviewDate === undefined && competencies === undefined) return { raw, problems: [] };
  if (Object.hasOwn(raw, 'interviews')) return { raw: others, problems: [] };
  const date = v.safeParse(earlier.interviewDate.schema, interviewDate ?? null);
  const wanted = v.safeParse(earlier.competencies.schema, competencies ?? []);
  const problems = [
    ...(date.success ? [] : [`The setting "interviewDate" must be ${earlier.interviewDate.must}; it isn’t used.`]),
    ...(wanted.success ? [] : [`The setting "competencies" must be ${earlier.competencies.must}; it isn’t used.`]),
  ];
  const only: Interview = {
    id: '1',
    company: '',
    day: date.success ? date.output : null,
    time: null,
    competencies: wanted.success ? wanted.output : [],
    stories: { which: 'all' },
  };
  const isEmpty = only.day === null && only.competencies.length === 0;
  return { raw: isEmpty ? others : { ...others, interviews: [only] }, problems };
}
