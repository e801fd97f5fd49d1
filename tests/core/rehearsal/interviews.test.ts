import { describe, expect, test } from 'vitest';
import {
  hasPassed,
  isInSet,
  narrowedInterview,
  newInterviewId,
  nextInterviews,
  upcomingInterviews,
  wantedCompetencies,
  type Interview,
} from '../../../src/core/rehearsal/interviews.ts';
import { day, moment } from './records.ts';
import { interviewOf, storyOf } from './stories.ts';

const evening = moment('2026-11-22T20:00:00.000+01:00');
const idsOf = (interviews: readonly Interview[], now = evening) =>
  upcomingInterviews(interviews, now).map(({ interview }) => interview.id);

describe('what is ahead', () => {
  test('comes in the order of time; on one day, without a time last; without a date, not at all', () => {
    const list = [
      interviewOf('later', { day: '2026-12-01' }),
      interviewOf('sometime', { time: null }),
      interviewOf('noon', { time: '12:00' }),
      interviewOf('nine'),
      interviewOf('undated', { day: null, time: null }),
      interviewOf('old', { day: '2026-11-21' }),
    ];
    expect(idsOf(list)).toEqual(['nine', 'noon', 'sometime', 'later']);
    expect(upcomingInterviews(list, evening)[0]).toMatchObject({ day: day('2026-11-23'), inDays: 1, minutesLeft: 780 });
    expect(upcomingInterviews(list, evening)[2]).toMatchObject({ inDays: 1, minutesLeft: null });
  });

  test.each([
    ['2026-11-23T08:59:30.000+01:00', '09:00', 1],
    ['2026-11-23T09:00:00.000+01:00', '09:00', 0],
    ['2026-11-23T09:00:59.000+01:00', '09:00', 0],
    ['2026-11-23T09:01:00.000+01:00', '09:00', 'passed'],
    ['2026-11-23T23:59:59.000+01:00', null, null],
    ['2026-11-24T00:00:00.000+01:00', null, 'passed'],
    // The same moment is another day, and another time of day, elsewhere.
    ['2026-11-22T22:00:00.000-10:00', '09:00', 660],
    ['2026-11-23T22:00:00.000+14:00', '09:00', 'passed'],
  ] as const)('at %s, one at %s has %s minutes left', (now, time, left) => {
    const interview = interviewOf('a', { time });
    const [upcoming] = upcomingInterviews([interview], moment(now));
    expect(upcoming === undefined ? 'passed' : upcoming.minutesLeft).toBe(left);
    expect(hasPassed(interview, moment(now))).toBe(left === 'passed');
  });

  test('a day that doesn’t exist, from a file edited by hand, isn’t a date', () => {
    const odd = interviewOf('a', { day: '2026-02-30' });
    expect(idsOf([odd])).toEqual([]);
    expect(hasPassed(odd, evening)).toBe(false);
  });
});

describe('a set of stories', () => {
  test('is all, or those with a tag or in a group', () => {
    const set = { which: 'some', tags: ['Lead'], groups: [{ name: 'Trust', texts: [] }] } as const;
    const some = { ...set, tags: [...set.tags], groups: [{ name: 'Trust', texts: [] }] };
    expect(isInSet(storyOf('a'), { which: 'all' })).toBe(true);
    expect(isInSet(storyOf('a'), some)).toBe(false);
    expect(isInSet(storyOf('a', { tags: ['lead '] }), some)).toBe(true);
    expect(isInSet(storyOf('a', { group: 'Trust' }), some)).toBe(true);
    expect(isInSet(storyOf('a', { group: null }), some)).toBe(false);
    const loose = { which: 'some' as const, tags: [], groups: [{ name: null, texts: [] }] };
    expect(isInSet(storyOf('a', { group: null }), loose)).toBe(true);
  });

  test('decides which interview is a story’s next; one too early in the day leaves its day out', () => {
    const trust = { which: 'some' as const, tags: [], groups: [{ name: 'Trust', texts: [] }] };
    const list = [
      interviewOf('dawn', { time: '07:30', stories: trust }),
      interviewOf('later', { day: '2026-12-01', time: null }),
    ];
    const stories = [storyOf('a', { group: 'Trust' }), storyOf('b')];
    expect(nextInterviews(stories, upcomingInterviews(list, evening))).toEqual(
      new Map([
        ['a', { day: day('2026-11-23'), lastDay: day('2026-11-22') }],
        ['b', { day: day('2026-12-01'), lastDay: day('2026-12-01') }],
      ]),
    );
    expect(nextInterviews(stories, []).size).toBe(0);
  });
});

describe('narrowed to an interview', () => {
  const list = [
    interviewOf('a', { competencies: ['Trust'] }),
    interviewOf('b', { competencies: ['Depth'], day: null }),
  ];

  test('until it has passed, and never to one that is gone', () => {
    expect(narrowedInterview({ interviews: list, narrowTo: 'a' }, evening)?.id).toBe('a');
    expect(narrowedInterview({ interviews: list, narrowTo: 'b' }, evening)?.id).toBe('b');
    expect(narrowedInterview({ interviews: list, narrowTo: 'gone' }, evening)).toBeNull();
    expect(narrowedInterview({ interviews: list, narrowTo: null }, evening)).toBeNull();
    const after = moment('2026-11-23T10:00:00.000+01:00');
    expect(narrowedInterview({ interviews: list, narrowTo: 'a' }, after)).toBeNull();
  });

  test('only its competencies are wanted; else those of all that haven’t passed', () => {
    expect(wantedCompetencies({ interviews: list, narrowTo: 'a' }, evening)).toEqual(['Trust']);
    expect(wantedCompetencies({ interviews: list, narrowTo: null }, evening)).toEqual(['Trust', 'Depth']);
    const after = moment('2026-11-23T10:00:00.000+01:00');
    expect(wantedCompetencies({ interviews: list, narrowTo: 'a' }, after)).toEqual(['Depth']);
  });
});

test('a new id is nobody’s, also beside ids that somebody typed', () => {
  expect(newInterviewId([])).toBe('1');
  expect(newInterviewId([{ id: '1' }, { id: '7' }, { id: 'acme' }])).toBe('8');
});
