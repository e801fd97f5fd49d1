import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateRuns, futureRuns, type DatedRun } from '../../../src/core/rehearsal/history.ts';
import { formatMoment, parseMoment } from '../../../src/core/rehearsal/iso-time.ts';
import { isDue, freshDays, type DueStory } from '../../../src/core/rehearsal/due.ts';
import {
  memoryOf,
  recallOn,
  restsAfter,
  nextByRating,
  dueStories,
  type Days,
} from '../../../src/core/rehearsal/schedule.ts';
import { ratings } from '../../../src/core/rehearsal/rating.ts';
import { datedOn, day, recordOf, runOn } from './records.ts';

const today = day('2026-11-22');
const noInterview: Days = { today, nextInterview: () => null };
/** Days on which one interview about all stories is ahead; none once it has passed. */
const interviewOn = (now: number, interview: number, lastDay = interview): Days => ({
  today: now,
  nextInterview: () => (now > interview ? null : { day: interview, lastDay }),
});
const dueToday = (due: readonly DueStory[]): string[] => due.filter(isDue).map(({ storyId }) => storyId);

describe('what runs leave in memory', () => {
  test('a first run rests by its rating; a better one always rests longer', () => {
    expect(restsAfter(null, today)).toEqual({ again: 0, hard: 1, good: 2, easy: 8 });
    const due = (rating: (typeof ratings)[number]) => memoryOf(datedOn(runOn('2026-11-20', { rating })), today)!.dueDay;
    expect(ratings.map((rating) => due(rating) - day('2026-11-20'))).toEqual([0, 1, 2, 8]);
  });

  test('good runs on their days rest longer and longer, up to two months', () => {
    const later = day('2028-01-01');
    let memory = memoryOf(datedOn(runOn('2026-01-01')), later)!;
    const runs = [runOn('2026-01-01')];
    const rests = [];
    for (let run = 0; run < 6; run += 1) {
      rests.push(memory.dueDay - memory.lastDay);
      const at = formatMoment({ epochMs: memory.dueDay * 86_400_000 + 3_600_000 * 12, offsetMinutes: 0 });
      runs.push(recordOf({ at }));
      memory = memoryOf(dateRuns(runs), later)!;
    }
    expect(rests).toEqual(rests.toSorted((a, b) => a - b));
    expect(rests.slice(0, 3)).toEqual([2, 11, 46]);
    expect(rests.at(-1)).toBeLessThanOrEqual(60);
  });

  test('a bad run brings the story back the same day and its rest down', () => {
    const good = datedOn(runOn('2026-11-01'), runOn('2026-11-03'), runOn('2026-11-14'));
    const lapsed = datedOn(...good.map(({ run }) => run), runOn('2026-11-20', { rating: 'again' }));
    expect(memoryOf(lapsed, today)!.dueDay).toBe(day('2026-11-20'));
    expect(restsAfter(memoryOf(lapsed, today), day('2026-11-20')).good).toBeLessThan(5);
    expect(memoryOf(lapsed, today)!.stability).toBeLessThan(memoryOf(good, today)!.stability);
  });

  test('the suggestion counts where no rating was given, unless the run was stopped early', () => {
    const unrated = { rating: null, suggested: 'easy' } as const;
    expect(memoryOf(datedOn(runOn('2026-11-20', unrated)), today)).toEqual(
      memoryOf(datedOn(runOn('2026-11-20', { rating: 'easy' })), today),
    );
    expect(memoryOf(datedOn(runOn('2026-11-20', { ...unrated, finished: false })), today)).toBeNull();
    const halfWay = runOn('2026-11-20', { rating: 'again', finished: false });
    expect(memoryOf(datedOn(halfWay), today)!.dueDay).toBe(day('2026-11-20'));
    expect(memoryOf([], today)).toBeNull();
  });

  test('the day is the person’s own: midnight in Paris separates two runs an hour apart', () => {
    const runs = datedOn(
      recordOf({ at: '2026-11-20T23:30:00.000+01:00' }),
      recordOf({ at: '2026-11-21T00:30:00.000+01:00' }),
    );
    expect(memoryOf(runs, today)!.lastDay).toBe(day('2026-11-21'));
  });

  test('a flight west, or a clock set back, never makes a negative rest', () => {
    const flight = datedOn(
      recordOf({ at: '2026-11-21T06:00:00.000+13:00' }),
      recordOf({ at: '2026-11-20T18:00:00.000-10:00' }),
    );
    expect(memoryOf(flight, today)!.lastDay).toBe(day('2026-11-21'));
    const memory = memoryOf(datedOn(runOn('2026-11-20')), today)!;
    expect(restsAfter(memory, day('2026-10-01'))).toEqual(restsAfter(memory, day('2026-11-20')));
    expect(recallOn(memory, day('2026-10-01'))).toBe(1);
  });

  test('dated in the future it counts for nothing; tomorrow is only another zone', () => {
    const ahead = runOn('2030-01-01', { rating: 'easy' });
    const told = [runOn('2026-11-10'), runOn('2026-11-12', { rating: 'again' })];
    expect(memoryOf(datedOn(...told, ahead), today)).toEqual(memoryOf(datedOn(...told), today));
    expect(memoryOf(datedOn(ahead), today)).toBeNull();
    expect(memoryOf(datedOn(runOn('2026-11-23')), today)!.lastDay).toBe(today + 1);
    expect(memoryOf(datedOn(runOn('2026-11-24')), today)).toBeNull();
    const all = datedOn(...told, runOn('2026-11-23'), ahead);
    expect(futureRuns(all, today).map(({ run }) => run)).toEqual([ahead]);
  });

  test('any log in any order gives a sound state, and the same one again', { timeout: 30_000 }, () => {
    const run = fc.record({
      at: fc
        .record({ epochMs: fc.integer({ min: 0, max: 2e12 }), offsetMinutes: fc.integer({ min: -720, max: 840 }) })
        .map(formatMoment),
      rating: fc.option(fc.constantFrom(...ratings)),
      finished: fc.boolean(),
    });
    // Runs of one moment keep the order of the file, so only different moments can come in any order.
    const log = fc.uniqueArray(run, { maxLength: 30, selector: ({ at }) => parseMoment(at)?.epochMs });
    fc.assert(
      fc.property(log, fc.integer({ min: -10, max: 30_000 }), (specs, anyDay) => {
        const runs = dateRuns(specs.map((spec) => recordOf(spec)));
        const memory = memoryOf(runs, anyDay);
        expect(memoryOf(dateRuns(specs.toReversed().map((spec) => recordOf(spec))), anyDay)?.dueDay).toBe(
          memory?.dueDay,
        );
        const { again, hard, good, easy } = restsAfter(memory, anyDay);
        expect(again).toBe(0);
        expect(hard).toBeGreaterThanOrEqual(1);
        expect(good).toBeGreaterThan(hard);
        expect(easy).toBeGreaterThan(good);
        expect(easy).toBeLessThanOrEqual(60);
        if (memory === null) return;
        expect(memory.stability).toBeGreaterThan(0);
        expect(memory.dueDay).toBeGreaterThanOrEqual(memory.lastDay);
        expect(memory.dueDay).toBeLessThanOrEqual(memory.lastDay + 60);
        expect(recallOn(memory, anyDay)).toBeGreaterThan(0);
        expect(recallOn(memory, anyDay)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what is due', () => {
  const runs = new Map<string, DatedRun[]>([
    ['fresh', datedOn(runOn('2026-11-21'))],
    ['stale', datedOn(runOn('2026-11-01'))],
    ['recent', datedOn(runOn('2026-11-20'))],
    ['failed', datedOn(runOn('2026-11-22', { rating: 'again' }))],
  ]);
  const runsOf = (id: string) => runs.get(id) ?? [];
  const ids = ['new one', 'fresh', 'stale', 'new two', 'recent', 'failed'];

  test('the likeliest forgotten first, then what was never told, as listed', () => {
    const due = dueStories(ids, runsOf, noInterview);
    expect(dueToday(due)).toEqual(['stale', 'recent', 'failed', 'new one', 'new two']);
    expect(due.at(-1)).toMatchObject({ storyId: 'fresh', dueDay: '2026-11-23', inDays: 1, why: 'rested' });
    expect(due[0]).toMatchObject({ storyId: 'stale', dueDay: '2026-11-03', inDays: -19, why: 'rested' });
    expect(due[3]).toEqual({
      storyId: 'new one',
      dueDay: '2026-11-22',
      inDays: 0,
      why: 'new',
      recall: null,
      interviewInDays: null,
      isReady: false,
    });
  });

  test('what is not due yet comes by date', () => {
    const later = new Map([
      ['easy', datedOn(runOn('2026-11-22', { rating: 'easy' }))],
      ['hard', datedOn(runOn('2026-11-22', { rating: 'hard' }))],
    ]);
    const due = dueStories(['easy', 'hard'], (id) => later.get(id) ?? [], noInterview);
    expect(due.map(({ storyId, inDays }) => [storyId, inDays])).toEqual([
      ['hard', 1],
      ['easy', 8],
    ]);
    expect(dueToday(due)).toEqual([]);
  });
});

describe('an interview', () => {
  const interview = day('2026-12-10');
  const ids = ['a', 'b', 'c', 'd', 'e'];
  /** All told easily on the given day: by themselves they would rest for weeks. */
  const toldOn = (name: string) => () =>
    datedOn(runOn('2026-10-01', { rating: 'easy' }), runOn(name, { rating: 'easy' }));

  test('spreads every story over the last days before it', () => {
    const due = dueStories(ids, toldOn('2026-11-20'), interviewOn(today, interview));
    expect(due.map(({ storyId, dueDay, why }) => [storyId, dueDay, why])).toEqual([
      ['a', '2026-12-07', 'interview'],
      ['b', '2026-12-07', 'interview'],
      ['c', '2026-12-08', 'interview'],
      ['d', '2026-12-08', 'interview'],
      ['e', '2026-12-09', 'interview'],
    ]);
  });

  test('told in these days, a story is fresh and goes its usual way', () => {
    const runsOf = (id: string) => (id === 'a' ? toldOn('2026-12-07')() : toldOn('2026-11-20')());
    const due = dueStories(ids, runsOf, interviewOn(day('2026-12-08'), interview));
    expect(due.find(({ storyId }) => storyId === 'a')).toMatchObject({ why: 'rested' });
    expect(dueToday(due)).toEqual(['b', 'c']);
  });

  test('what is due before stays due before', () => {
    const due = dueStories(['a'], () => datedOn(runOn('2026-11-20')), interviewOn(today, interview));
    expect(due[0]).toMatchObject({ dueDay: '2026-11-22', why: 'rested' });
  });

  /** How many are due in so many days, from today on; overdue ones come before the bar. */
  const spreadOf = (toldDays: readonly string[], now: number, from: readonly string[] = nine) => {
    const runsOf = (id: string) => toldOn(toldDays[nine.indexOf(id)] ?? '2026-11-20')();
    const due = dueStories(from, runsOf, interviewOn(now, interview));
    const count = (inDays: number) => due.filter((story) => story.inDays === inDays).length;
    const overdue = due.filter(({ inDays }) => inDays < 0).length;
    return `${overdue} | ${[0, 1, 2, 3].map(count).join(' ')}`;
  };
  const nine = Array.from({ length: 9 }, (_, index) => `s${index}`);

  test('in the last days, what is left is spread over what is left of them, and nothing is overdue', () => {
    expect(spreadOf([], interview - 3)).toBe('0 | 3 3 3 0');
    expect(spreadOf([], interview - 2)).toBe('0 | 5 4 0 0');
    expect(spreadOf([], interview - 1)).toBe('0 | 9 0 0 0');
    expect(spreadOf([], interview)).toBe('0 | 9 0 0 0');
  });

  test('whoever keeps to it has as much to do each day, and what is done today pulls nothing forward', () => {
    const first = ['2026-12-07', '2026-12-07', '2026-12-07'];
    expect(spreadOf(first, day('2026-12-08'), nine.slice(3))).toBe('0 | 3 3 0 0');
    expect(spreadOf(first, day('2026-12-08'))).toBe('0 | 3 3 0 0');
    const second = [...first, '2026-12-08', '2026-12-08'];
    expect(spreadOf(second, day('2026-12-08'))).toBe('0 | 1 3 0 0');
  });

  test('what was only begun in the last days is still awaited', () => {
    const begun = runOn('2026-12-07', { rating: null, finished: false });
    const runsOf = (id: string) =>
      datedOn(...toldOn('2026-11-20')().map(({ run }) => run), ...(nine.indexOf(id) < 3 ? [begun] : []));
    expect(dueToday(dueStories(nine, runsOf, interviewOn(interview - 2, interview)))).toHaveLength(5);
  });

  test('on the day itself all that isn’t fresh is due; the day after nothing is pulled any more', () => {
    expect(dueToday(dueStories(ids, toldOn('2026-11-20'), interviewOn(interview, interview)))).toEqual(ids);
    expect(dueToday(dueStories(ids, toldOn('2026-11-20'), interviewOn(interview + 1, interview)))).toEqual([]);
  });

  test('whoever tells each story when it is due has told all of them in the last days', { timeout: 30_000 }, () => {
    const days = fc.integer({ min: 0, max: 40 });
    const spec = fc.array(fc.constantFrom(...ratings.slice(1)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(spec, { minLength: 1, maxLength: 9 }), days, (stories, ahead) => {
        const date = today + ahead;
        const told = new Map(stories.map((_, index): [string, DatedRun[]] => [`s${index}`, []]));
        const storyIds = [...told.keys()];
        const most: number[] = [];
        for (let now = today; now <= date; now += 1) {
          const due = dueToday(dueStories(storyIds, (id) => told.get(id)!, interviewOn(now, date)));
          most.push(due.length);
          for (const id of due) {
            const rating = stories[Number(id.slice(1))]![told.get(id)!.length % stories[Number(id.slice(1))]!.length]!;
            told.get(id)!.push({ run: recordOf({ story: id, rating }), epochMs: now * 86_400_000, day: now });
          }
        }
        for (const runs of told.values()) expect(runs.at(-1)!.day).toBeGreaterThanOrEqual(date - freshDays);
        if (ahead > freshDays) expect(most.at(-1)).toBeLessThanOrEqual(stories.length);
      }),
      { numRuns: 60 },
    );
  });

  test('the result shows what each rating leads to', () => {
    const before = toldOn('2026-11-20')();
    const daysOf = (choices: ReturnType<typeof nextByRating>) => ratings.map((rating) => choices[rating].inDays);
    expect(daysOf(nextByRating('c', ids, before, noInterview))[0]).toBe(0);
    const [, hard = 0, good = 0, easy = 0] = daysOf(nextByRating('c', ids, before, interviewOn(today, interview)));
    expect(easy).toBe(day('2026-12-08') - today);
    expect(hard).toBeLessThanOrEqual(good);
    expect(daysOf(nextByRating('c', ids, [], interviewOn(today, interview)))).toEqual([0, 1, 2, 8]);
    expect(daysOf(nextByRating('unknown', [], [], interviewOn(today, interview))).slice(0, 2)).toEqual([0, 1]);
  });
});

describe('on the eve of an interview', () => {
  const eve = interviewOn(today, today + 1);
  const statesOf = (choices: ReturnType<typeof nextByRating>) =>
    ratings.map((rating) => (choices[rating].isReady ? 'ready' : choices[rating].inDays));

  test('a good run makes a story ready; a hard one brings it back in the morning, a bad one today', () => {
    expect(statesOf(nextByRating('a', ['a'], [], eve))).toEqual([0, 1, 'ready', 'ready']);
    // Too early in the day for a rehearsal on it.
    expect(statesOf(nextByRating('a', ['a'], [], interviewOn(today, today + 1, today)))).toEqual([
      0,
      0,
      'ready',
      'ready',
    ]);
    // On the day itself nothing comes back after it.
    expect(statesOf(nextByRating('a', ['a'], [], interviewOn(today, today)))).toEqual([0, 0, 'ready', 'ready']);
  });

  test.each([
    ['told well today', [runOn('2026-11-22')], 'ready'],
    ['told well yesterday, so that two days of rest end on the day', [runOn('2026-11-21')], 1],
    ['told well twice in the last days', [runOn('2026-11-19'), runOn('2026-11-21')], 'ready'],
    ['resting for weeks, but not told lately', [runOn('2026-10-01'), runOn('2026-11-01', { rating: 'easy' })], 0],
    ['told badly today', [runOn('2026-11-22', { rating: 'again' })], 0],
    ['told badly, then well', [runOn('2026-11-22', { rating: 'again' }), runOn('2026-11-22')], 'ready'],
    ['never told', [], 0],
  ])('%s', (_, runs, state) => {
    const [due] = dueStories(['a'], () => datedOn(...runs), eve);
    expect(due?.isReady === true ? 'ready' : due?.inDays).toBe(state);
    expect(due?.interviewInDays).toBe(1);
  });

  test('what was never told is more pressing than what may be forgotten', () => {
    const stale = datedOn(runOn('2026-11-01'));
    const runsOf = (id: string) => (id === 'stale' ? stale : []);
    expect(dueToday(dueStories(['stale', 'new'], runsOf, eve))).toEqual(['new', 'stale']);
    expect(dueToday(dueStories(['stale', 'new'], runsOf, noInterview))).toEqual(['stale', 'new']);
  });

  test('a story that the interview isn’t about goes its usual way', () => {
    const days: Days = { today, nextInterview: (id) => (id === 'in' ? { day: today + 1, lastDay: today + 1 } : null) };
    const told = datedOn(runOn('2026-10-01', { rating: 'easy' }), runOn('2026-11-15', { rating: 'easy' }));
    const due = dueStories(['in', 'out'], () => told, days);
    expect(due.find(({ storyId }) => storyId === 'in')).toMatchObject({ inDays: 0, why: 'interview', isReady: false });
    expect(due.find(({ storyId }) => storyId === 'out')).toMatchObject({ why: 'rested', isReady: true });
  });

  test('whatever the runs, a story that isn’t ready is due before the interview', () => {
    const spec = fc.array(fc.tuple(fc.constantFrom(...ratings), fc.integer({ min: 0, max: 60 })), { maxLength: 8 });
    fc.assert(
      fc.property(spec, fc.integer({ min: 0, max: 20 }), fc.boolean(), (told, inDays, isEarly) => {
        const days = interviewOn(today, today + inDays, today + inDays - Number(isEarly));
        const runs = told
          .map(([rating, ago]) => ({
            run: recordOf({ rating }),
            epochMs: (today - ago) * 86_400_000,
            day: today - ago,
          }))
          .toSorted((one, other) => one.epochMs - other.epochMs);
        const [due] = dueStories(['a'], () => runs, days);
        const latest = Math.max(0, inDays - Number(isEarly));
        if (due?.isReady !== true) expect(due?.inDays).toBeLessThanOrEqual(latest);
        // Ready in the last days means: told in them, and remembered until after the interview.
        else if (inDays <= freshDays) {
          const memory = memoryOf(runs, today)!;
          expect(memory.dueDay).toBeGreaterThan(today + inDays);
          expect(memory.lastDay).toBeGreaterThanOrEqual(today + inDays - freshDays);
          expect(recallOn(memory, today + inDays)).toBeGreaterThanOrEqual(0.89);
        }
      }),
      { numRuns: 300 },
    );
  });
});
