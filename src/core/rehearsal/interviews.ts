import type { Story } from '../stories/model.ts';
import { dayNumber, dayOf, type IsoMoment } from './iso-time.ts';
import type { NextInterview } from './schedule.ts';

/** An interview that the person prepares for. */
export interface Interview {
  /** Tells it from the others. */
  id: string;
  /** Empty if the person gave none. */
  company: string;
  /** As `2026-11-22`; null without a date yet. */
  day: string | null;
  /** As `09:00`, by the clock where the person is; null if unknown. */
  time: string | null;
  /** What the person expects to be asked about. */
  competencies: string[];
  stories: StorySet;
}

/** The stories for an interview: all, or those with one of the tags or in one of the groups. */
export type StorySet = { which: 'all' } | { which: 'some'; tags: string[]; groups: SetGroup[] };

/** A group of a set. */
export interface SetGroup {
  /** Null for the stories without a group. */
  name: string | null;
  /** The fingerprints of some of its stories as last seen, by which the group is found under another name. */
  texts: string[];
}

/** An interview that is still to come. */
export interface UpcomingInterview {
  interview: Interview;
  /** A day number (see iso-time.ts). */
  day: number;
  inDays: number;
  /** Whole minutes until it begins; null without a time. */
  minutesLeft: number | null;
}

/** Whether a story is in a set. */
export function isInSet({ tags, group }: Pick<Story, 'tags' | 'group'>, set: StorySet): boolean {
  if (set.which === 'all') return true;
  return set.groups.some(({ name }) => name === group) || set.tags.some((tag) => tags.some((own) => isSame(own, tag)));
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * The interviews that are still to come, the next one first; of two on a day, one without a time after the others. One
 * with a time has passed a minute after it began, one without when its day is over. `now` has the person’s time zone:
 * across a change to or from summer time, the minutes left are an hour off until that night is over.
 */
export function upcomingInterviews(interviews: readonly Interview[], now: IsoMoment): UpcomingInterview[] {
  const upcoming = interviews.flatMap((interview) => {
    const when = whenOf(interview, now);
    return when === null || isOver(when) ? [] : [{ interview, ...when }];
  });
  return upcoming.sort((one, other) => one.day - other.day || minutesOf(one) - minutesOf(other));
}

/** Whether an interview has passed; one without a date never has. */
export function hasPassed(interview: Interview, now: IsoMoment): boolean {
  const when = whenOf(interview, now);
  return when !== null && isOver(when);
}

type When = Omit<UpcomingInterview, 'interview'>;

function whenOf({ day, time }: Interview, now: IsoMoment): When | null {
  const number = day === null ? null : dayNumber(day);
  if (number === null) return null;
  const today = dayOf(now);
  const startMinutes = time === null ? null : number * dayMinutes + minutesInto(time);
  const nowMinutes = now.epochMs / 60_000 + now.offsetMinutes;
  const minutesLeft = startMinutes === null ? null : Math.ceil(startMinutes - nowMinutes) + 0;
  return { day: number, inDays: number - today, minutesLeft };
}

const dayMinutes = 24 * 60;

function minutesInto(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function isOver({ inDays, minutesLeft }: When): boolean {
  return minutesLeft === null ? inDays < 0 : minutesLeft < 0;
}

function minutesOf({ minutesLeft }: UpcomingInterview): number {
  return minutesLeft ?? Number.MAX_SAFE_INTEGER;
}

/** Nobody rehearses before an interview that begins earlier than this on its day, in minutes: 8 in the morning. */
const tooEarly = 8 * 60;

/** The next interview of each story that is in one, by the story’s id. `upcoming` has the next one first. */
export function nextInterviews(
  stories: readonly Pick<Story, 'id' | 'tags' | 'group'>[],
  upcoming: readonly UpcomingInterview[],
): Map<string, NextInterview> {
  return new Map(
    stories.flatMap((story): [string, NextInterview][] => {
      const next = upcoming.find(({ interview }) => isInSet(story, interview.stories));
      if (next === undefined) return [];
      return [[story.id, rehearsalDays(next)]];
    }),
  );
}

/** The days of an interview that decide when its stories are due. */
export function rehearsalDays({ day, interview: { time } }: UpcomingInterview): NextInterview {
  const isEarly = time !== null && minutesInto(time) < tooEarly;
  return { day, lastDay: isEarly ? day - 1 : day };
}

/**
 * The interview that the person narrowed the program to; null without one. One that has passed narrows nothing: on the
 * next call all stories must be there.
 */
export function narrowedInterview(
  { interviews, narrowTo }: { interviews: readonly Interview[]; narrowTo: string | null },
  now: IsoMoment,
): Interview | null {
  const interview = interviews.find(({ id }) => id === narrowTo);
  return interview === undefined || hasPassed(interview, now) ? null : interview;
}

/** What the person expects to be asked about: in the interview narrowed to, else in all that haven’t passed. */
export function wantedCompetencies(
  settings: { interviews: readonly Interview[]; narrowTo: string | null },
  now: IsoMoment,
): string[] {
  const narrowed = narrowedInterview(settings, now);
  if (narrowed !== null) return narrowed.competencies;
  return settings.interviews.filter((interview) => !hasPassed(interview, now)).flatMap((each) => each.competencies);
}

/** The id of one more interview: no other has it. */
export function newInterviewId(interviews: readonly Pick<Interview, 'id'>[]): string {
  const numbers = interviews.map(({ id }) => Number(id)).filter((number) => Number.isSafeInteger(number));
  return String(Math.max(0, ...numbers) + 1);
}
