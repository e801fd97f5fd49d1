import { describe, expect, test } from 'vitest';
import { nextInterviews, upcomingInterviews, type Interview } from '../../../src/core/rehearsal/interviews.ts';
import { dayOf, formatMoment, type IsoMoment } from '../../../src/core/rehearsal/iso-time.ts';
import { chooseAsks, defaultSetup } from '../../../src/core/rehearsal/questions.ts';
import { suggestRating, type Rating } from '../../../src/core/rehearsal/rating.ts';
import {
  dayPlan,
  fitInto,
  isWithinADay,
  readinessOf,
  rehearsalMs,
  weakestFirst,
} from '../../../src/core/rehearsal/readiness.ts';
import { isDue, type DueStory } from '../../../src/core/rehearsal/due.ts';
import { dueStories, memoryOf, nextByRating } from '../../../src/core/rehearsal/schedule.ts';
import { dateRuns, type DatedRun } from '../../../src/core/rehearsal/history.ts';
import { answerOf, interviewOf, storyOf } from './stories.ts';
import { datedOn, day, moment, recordOf, runOn } from './records.ts';

const due = (storyId: string, more: Partial<DueStory> = {}): DueStory => ({
  storyId,
  dueDay: '2026-11-22',
  inDays: 0,
  why: 'rested',
  recall: 0.8,
  interviewInDays: 1,
  isReady: false,
  ...more,
});
const idsOf = (listed: readonly DueStory[]) => listed.map(({ storyId }) => storyId);

test('weakest first: never told, likeliest forgotten, back soonest; what is ready last', () => {
  const listed = [
    due('ready', { isReady: true, recall: 0.5 }),
    due('again today', { recall: 1 }),
    due('old', { recall: 0.6 }),
    due('hard today', { recall: 1, inDays: 1 }),
    due('new', { why: 'new', recall: null }),
  ];
  expect(idsOf(weakestFirst(listed))).toEqual(['new', 'old', 'again today', 'hard today', 'ready']);
  const { ready, again, weakest } = readinessOf(listed);
  expect([idsOf(ready), idsOf(again), weakest?.storyId]).toEqual([
    ['ready'],
    ['new', 'old', 'again today', 'hard today'],
    'new',
  ]);
  expect(readinessOf([])).toEqual({ ready: [], again: [], weakest: null });
});

describe('what fits', () => {
  const lengthOf = (minutes: number) => minutes * 60_000;
  test.each([
    [[3, 4, 9, 2], 10, [3, 4, 2]],
    [[30, 1], 20, [30]],
    [[5], 5, [5]],
    [[], 5, []],
    [[3, 4], null, [3, 4]],
  ])('%j minutes into %s', (items, minutes, fitting) => {
    expect(fitInto(items, minutes === null ? null : lengthOf(minutes), lengthOf)).toEqual(fitting);
  });

  test('an answer takes the longer of its text and its target, and the time to think', () => {
    const given = { targetMs: null, ownTargetMs: 120_000, thinkMs: 10_000 };
    expect(rehearsalMs({ estimateMs: 245_000, targetMs: null }, given)).toBe(255_000);
    expect(rehearsalMs({ estimateMs: 60_000, targetMs: null }, given)).toBe(130_000);
    expect(rehearsalMs({ estimateMs: null, targetMs: 90_000 }, given)).toBe(100_000);
    expect(rehearsalMs({ estimateMs: null, targetMs: 90_000 }, { ...given, targetMs: 60_000 })).toBe(70_000);
  });
});

describe('300 stories and 20 minutes', () => {
  const stories = Array.from({ length: 300 }, (_, index) => storyOf(`s${index}`));
  const pace = { ownTargetMs: 120_000, storyTargets: {}, storyVariants: {}, wordsPerMinute: 145 };
  const setup = { ...defaultSetup, stories: { which: 'all' as const }, budgetMs: 20 * 60_000 };

  test('are a sensible few: the weakest and oldest', () => {
    const told = new Map(
      stories.slice(0, 290).map(({ id }, index) => [id, datedOn(runOn(`2026-10-${10 + (index % 20)}`))]),
    );
    const listed = dueStories(
      stories.map(({ id }) => id),
      (id) => told.get(id) ?? [],
      { today: day('2026-11-22'), nextInterview: () => null },
    );
    const asks = chooseAsks(stories, setup, { schedule: { due: listed, isIn: () => true }, pace, random: () => 0 });
    // Nine of 2:10 are 19:30. What was never told comes first.
    expect(asks.map(({ storyId }) => storyId)).toEqual(stories.slice(290, 299).map(({ id }) => id));
  });

  test('long texts count with their own length', () => {
    const long = stories.map((story) => ({ ...story, answer: [answerOf('action', 'word '.repeat(600).trim())] }));
    const asks = chooseAsks(long, setup, { schedule: { due: [], isIn: () => true }, pace, random: () => 0 });
    expect(asks).toHaveLength(4);
  });

  test('one that is longer than that is rehearsed all the same', () => {
    const asks = chooseAsks(
      stories,
      { ...setup, budgetMs: 60_000 },
      { schedule: { due: [], isIn: () => true }, pace, random: () => 0 },
    );
    expect(asks).toHaveLength(1);
  });
});

describe('the checklist', () => {
  const lengthOf = () => 130_000;
  const listed = [
    due('a', { recall: null, why: 'new' }),
    due('b'),
    due('c', { recall: 1, inDays: 1 }),
    due('d', { isReady: true, inDays: 5 }),
  ];

  test.each([
    [13 * 60, ['a', 'b'], []],
    [20, ['a', 'b'], []],
    [19, ['a'], ['b']],
    [17, [], ['a', 'b']],
    [10, [], ['a', 'b']],
    [null, ['a', 'b'], []],
  ])('with %s minutes left, of which the last 15 are for other things', (minutesLeft, now, tooMany) => {
    const plan = dayPlan(listed, { minutesLeft }, lengthOf);
    expect([idsOf(plan.now), idsOf(plan.tooMany)]).toEqual([now, tooMany]);
    expect([idsOf(plan.later), idsOf(plan.ready)]).toEqual([['c'], ['d']]);
  });

  test('a long story makes room for the others', () => {
    const plan = dayPlan(listed, { minutesLeft: 20 }, ({ storyId }) => (storyId === 'a' ? 600_000 : 130_000));
    expect([idsOf(plan.now), idsOf(plan.tooMany)]).toEqual([['b'], ['a']]);
  });

  test('is there from a day before', () => {
    const within = (now: string, more: Partial<Interview> = {}) =>
      upcomingInterviews([interviewOf('a', more)], moment(now)).some(isWithinADay);
    expect(within('2026-11-22T08:59:00.000+01:00')).toBe(false);
    expect(within('2026-11-22T09:00:00.000+01:00')).toBe(true);
    expect(within('2026-11-22T00:00:00.000+01:00', { time: null })).toBe(true);
    expect(within('2026-11-21T23:59:00.000+01:00', { time: null })).toBe(false);
  });
});

/** Somebody who rehearses: each answer takes its target, and the ratings come as given, the last one again and again. */
function driver(now: string, interview: Interview, ratingsOf: (storyId: string, run: number) => Rating) {
  const stories = ['oven', 'flue', 'fair', 'starter'].map((id) => storyOf(id));
  const ids = stories.map(({ id }) => id);
  const runs = new Map<string, DatedRun[]>(ids.map((id) => [id, []]));
  let at: IsoMoment = moment(now);
  const runsOf = (id: string) => runs.get(id) ?? [];
  const days = () => {
    const next = nextInterviews(stories, upcomingInterviews([interview], at));
    return { today: dayOf(at), nextInterview: (id: string) => next.get(id) ?? null };
  };
  const listed = () => dueStories(ids, runsOf, days());
  return {
    ids,
    runsOf,
    days,
    due: listed,
    state: () => readinessOf(listed()),
    minutesSince: (start: string) => (at.epochMs - moment(start).epochMs) / 60_000,
    pass: (ms: number) => {
      at = { ...at, epochMs: at.epochMs + ms };
    },
    /** A rehearsal of what is due, in the given time. Returns whose turn it was. */
    rehearse: (budgetMs: number): string[] => {
      const asks = chooseAsks(
        stories,
        { ...defaultSetup, budgetMs },
        {
          schedule: { due: listed(), isIn: () => true },
          pace: { ownTargetMs: 120_000, storyTargets: {}, storyVariants: {}, wordsPerMinute: 145 },
          random: () => 0,
        },
      );
      for (const { storyId } of asks) {
        at = { ...at, epochMs: at.epochMs + 130_000 };
        const own = runs.get(storyId) ?? [];
        const rating = ratingsOf(storyId, own.length);
        const promised = nextByRating(storyId, ids, own, days())[rating];
        const run = recordOf({ story: storyId, at: formatMoment(at), rating, totalMs: 120_000 });
        expect(suggestRating(run).rating).toBe('good');
        runs.set(storyId, dateRuns([...own.map((dated) => dated.run), run]));
        // What the result promised under the rating is what the list says afterwards.
        const { inDays, isReady } = listed().find((story) => story.storyId === storyId)!;
        expect([storyId, inDays, isReady]).toEqual([storyId, promised.inDays, promised.isReady]);
      }
      return asks.map(({ storyId }) => storyId);
    },
  };
}

describe('an interview tomorrow at nine', () => {
  const start = '2026-11-22T19:00:00.000+01:00';

  test('from nothing to ready in 40 minutes', () => {
    // Nobody tells a story well the first time: badly, then with trouble, then well.
    const person = driver(start, interviewOf('a'), (_, run) => (['again', 'again', 'good'] as const)[run] ?? 'good');
    expect(person.state().ready).toEqual([]);
    const rounds: string[][] = [];
    while (person.state().again.length > 0 && rounds.length < 10) rounds.push(person.rehearse(10 * 60_000));
    expect(rounds.map((round) => round.length)).toEqual([4, 4, 4]);
    expect(person.state().ready).toHaveLength(4);
    expect(person.minutesSince(start)).toBeLessThanOrEqual(40);
    // Ready means: by the model, each will be told well at the time of the interview.
    for (const id of person.ids) {
      const memory = memoryOf(person.runsOf(id), dayOf(moment(start)))!;
      expect(memory.dueDay).toBeGreaterThan(dayOf(moment('2026-11-23T09:00:00.000+01:00')));
    }
    expect(person.due().some(isDue)).toBe(false);
  });

  test('what went with trouble is due again in the morning, and then it is ready', () => {
    const person = driver(start, interviewOf('a'), (id, run) => (id === 'flue' && run === 0 ? 'hard' : 'good'));
    expect(person.rehearse(20 * 60_000)).toHaveLength(4);
    expect(idsOf(person.state().again)).toEqual(['flue']);
    expect(person.state().again[0]).toMatchObject({ inDays: 1, interviewInDays: 1 });
    person.pass(12.5 * 3_600_000);
    expect(person.state().again[0]).toMatchObject({ storyId: 'flue', inDays: 0, interviewInDays: 0 });
    expect(person.rehearse(10 * 60_000)).toEqual(['flue']);
    expect(person.state().again).toEqual([]);
  });

  test('one more round with all of them ready is of all, the weakest first', () => {
    const person = driver(start, interviewOf('a'), () => 'good');
    person.rehearse(20 * 60_000);
    expect(person.state().again).toEqual([]);
    expect(person.rehearse(20 * 60_000).toSorted()).toEqual(person.ids.toSorted());
  });

  test.each([2, 3, 4, 10])('so many days before, what each rating promises is what the list says: %s', (days) => {
    const later = interviewOf('a', { day: `2026-${days < 9 ? '11' : '12'}-${days < 9 ? 22 + days : '02'}` });
    const order = ['hard', 'easy', 'good', 'again'] as const;
    const person = driver(start, later, (id, run) => order[(person.ids.indexOf(id) + run) % order.length] ?? 'good');
    // The driver compares the two after each answer.
    for (let day = 0; day < days; day += 1) {
      person.rehearse(20 * 60_000);
      person.pass(86_400_000);
    }
    for (const id of person.ids) expect(person.runsOf(id)).not.toEqual([]);
  });

  test('after it the stories go their usual way', () => {
    const person = driver(start, interviewOf('a'), () => 'good');
    person.rehearse(20 * 60_000);
    person.pass(15 * 3_600_000);
    expect(person.due().every(({ interviewInDays, inDays }) => interviewInDays === null && inDays === 1)).toBe(true);
  });
});
