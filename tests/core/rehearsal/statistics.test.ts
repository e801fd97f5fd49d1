import { describe, expect, test } from 'vitest';
import { competencyMatrix, progressOverview, runsByDay, storySeries } from '../../../src/core/rehearsal/statistics.ts';
import { linkHistory } from '../../../src/core/rehearsal/history.ts';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import { upcomingInterviews } from '../../../src/core/rehearsal/interviews.ts';
import { datedOn, day, moment, recordOf, runOn } from './records.ts';
import { alternateOf, interviewOf, storyOf } from './stories.ts';

const today = day('2026-11-22');

describe('runs by day', () => {
  test('twelve weeks, today last, each run on the day of its own place', () => {
    const days = runsByDay(
      datedOn(
        runOn('2026-11-22'),
        recordOf({ at: '2026-11-22T00:10:00.000+09:00', totalMs: 60_000 }),
        recordOf({ at: '2026-11-21T23:50:00.000-05:00' }),
        runOn('2026-08-31'),
        runOn('2026-08-30'),
        runOn('2026-11-23'),
      ),
      today,
    );
    expect(days).toHaveLength(84);
    expect(days[0]).toEqual({ day: '2026-08-31', runs: 1, spokenMs: 118_000 });
    expect(days.slice(-2)).toEqual([
      { day: '2026-11-21', runs: 1, spokenMs: 118_000 },
      { day: '2026-11-22', runs: 2, spokenMs: 178_000 },
    ]);
  });

  test('without runs every day is there and empty', () => {
    expect(runsByDay([], today).every(({ runs }) => runs === 0)).toBe(true);
    expect(runsByDay([], today, 1)).toHaveLength(7);
  });
});

describe('the curve of a story', () => {
  test('in the order of time, with the last run and the one closest to its target', () => {
    const { runs, last, best } = storySeries(
      datedOn(
        runOn('2026-11-20', { totalMs: 150_000 }),
        runOn('2026-11-18', { totalMs: 121_000 }),
        runOn('2026-11-19', { totalMs: 119_000 }),
        runOn('2026-11-17', { totalMs: 120_000, finished: false }),
        runOn('2026-11-16', { totalMs: 299_000, targetMs: 300_000 }),
      ),
    );
    expect(runs.map(({ totalMs }) => totalMs)).toEqual([299_000, 120_000, 121_000, 119_000, 150_000]);
    expect(last?.day).toBe('2026-11-20');
    expect(best).toMatchObject({ totalMs: 299_000, targetMs: 300_000 });
    expect(runs[0]?.sections).toHaveLength(3);
  });

  test('of two as close the later is best; none is best of none', () => {
    expect(
      storySeries(datedOn(runOn('2026-11-18', { totalMs: 121_000 }), runOn('2026-11-19', { totalMs: 119_000 }))).best
        ?.day,
    ).toBe('2026-11-19');
    expect(storySeries([])).toEqual({ runs: [], last: null, best: null });
    expect(storySeries(datedOn(runOn('2026-11-18', { finished: false }))).best).toBeNull();
  });
});

describe('competencies by stories', () => {
  const stories = [
    storyOf('a', { alternates: [alternateOf('Dive Deep', 'Deep?'), alternateOf(' dive  deep', 'Deeper?')] }),
    storyOf('b', { alternates: [alternateOf('ownership', 'Owned?'), alternateOf(null, 'Else?')] }),
    storyOf('c', { group: 'Earn Trust' }),
    storyOf('loose', { group: null, alternates: [alternateOf('Think Big', 'Big?')] }),
  ];
  const runs = new Map([
    ['a', datedOn(runOn('2026-11-01'), runOn('2026-11-08'))],
    ['c', datedOn(runOn('2026-11-07'))],
  ]);
  const matrix = competencyMatrix(stories, (id) => runs.get(id) ?? [], today, {
    wanted: ['Bias for Action', 'EARN TRUST'],
  });

  test('which story answers what, directly or by an alternate, and when it was last rehearsed', () => {
    expect(matrix.rows).toEqual([
      {
        competency: 'Ownership',
        cells: [
          { storyId: 'a', how: 'own', runs: 2, lastDay: '2026-11-08' },
          { storyId: 'b', how: 'own', runs: 0, lastDay: null },
        ],
      },
      { competency: 'Earn Trust', cells: [{ storyId: 'c', how: 'own', runs: 1, lastDay: '2026-11-07' }] },
      { competency: 'Dive Deep', cells: [{ storyId: 'a', how: 'alternate', runs: 2, lastDay: '2026-11-08' }] },
      { competency: 'Think Big', cells: [{ storyId: 'loose', how: 'alternate', runs: 0, lastDay: null }] },
      { competency: 'Bias for Action', cells: [] },
    ]);
  });

  test('gaps: no story, or none told within two weeks', () => {
    expect(matrix.gaps).toEqual([
      { competency: 'Earn Trust', why: 'not-rehearsed' },
      { competency: 'Think Big', why: 'not-rehearsed' },
      { competency: 'Bias for Action', why: 'no-story' },
    ]);
  });

  test('a planned story covers nothing: its competency is a gap of its own, unless another story is written', () => {
    const planned = [
      storyOf('p', { group: 'Frugality', planned: true }),
      storyOf('q', { group: 'Earn Trust', planned: true, alternates: [alternateOf('Dive Deep', 'Deep?')] }),
    ];
    const { rows, gaps } = competencyMatrix([...planned, stories[2]!], (id) => runs.get(id) ?? [], today);
    expect(rows.map(({ competency, cells }) => [competency, cells.map(({ storyId }) => storyId)])).toEqual([
      ['Frugality', []],
      ['Earn Trust', ['c']],
    ]);
    expect(gaps).toEqual([
      { competency: 'Frugality', why: 'planned' },
      { competency: 'Earn Trust', why: 'not-rehearsed' },
    ]);
  });

  test('a story that has to answer more than three competencies is overused', () => {
    const groups = ['A', 'B', 'C'].map((group) => alternateOf(group, `${group}?`));
    const wide = storyOf('wide', { alternates: groups });
    expect(competencyMatrix([wide, ...stories], () => [], today).overused).toEqual([
      { storyId: 'wide', why: 'many-competencies', amount: 4 },
    ]);
    const three = storyOf('three', { alternates: groups.slice(1) });
    expect(competencyMatrix([three], () => [], today).overused).toEqual([]);
  });

  test('so is one that takes more than half of the last weeks’ runs', () => {
    const told = (count: number, on = '2026-11-20') => datedOn(...Array.from({ length: count }, () => runOn(on)));
    const overused = (a: RunRecord[], b: RunRecord[], of = stories) =>
      competencyMatrix(of, (id) => datedOn(...(id === 'a' ? a : id === 'b' ? b : [])), today).overused;
    const plain = (count: number, on?: string) => told(count, on).map(({ run }) => run);
    expect(overused(plain(6), plain(2))).toEqual([{ storyId: 'a', why: 'most-runs', amount: 0.75 }]);
    expect(overused(plain(4), plain(4))).toEqual([]);
    expect(overused(plain(4), plain(1))).toEqual([]);
    expect(overused(plain(6, '2026-10-01'), plain(2))).toEqual([]);
    expect(overused(plain(6), plain(2), stories.slice(0, 2))).toEqual([]);
  });

  test('a run dated in the future closes no gap and makes no story overused', () => {
    const ahead = Array.from({ length: 9 }, () => runOn('2030-01-01'));
    const told = new Map([
      ['a', datedOn(runOn('2026-10-01'), ...ahead)],
      ['c', datedOn(runOn('2026-11-23'))],
    ]);
    const { gaps, overused } = competencyMatrix(stories, (id) => told.get(id) ?? [], today);
    expect(gaps.map(({ competency }) => competency)).toEqual(['Ownership', 'Dive Deep', 'Think Big']);
    expect(overused).toEqual([]);
  });

  test('without stories only the wanted competencies remain', () => {
    expect(competencyMatrix([], () => [], today)).toEqual({ rows: [], gaps: [], overused: [] });
  });
});

test('a group without a question isn’t a competency, unless it is wanted; nor is one that the person leaves out', () => {
  const listed = [
    storyOf('pitch', { group: 'Base', question: null }),
    storyOf('a'),
    storyOf('b', { group: 'Dive Deep', tags: ['lead'] }),
    storyOf('also', { group: 'Lone', question: null, alternates: [alternateOf('Ownership', 'Owned?')] }),
  ];
  const namesOf = (options?: Parameters<typeof competencyMatrix>[3]) =>
    competencyMatrix(listed, () => [], today, options).rows.map(({ competency }) => competency);
  expect(namesOf()).toEqual(['Ownership', 'Dive Deep', 'Lone']);
  expect(namesOf({ wanted: ['base'] })).toEqual(['Base', 'Ownership', 'Dive Deep', 'Lone']);
  expect(namesOf({ leftOut: ['dive  deep', 'Lone'] })).toEqual(['Ownership']);
  expect(namesOf({ leftOut: ['Dive Deep'], wanted: ['Dive Deep'] })).toContain('Dive Deep');
  expect(namesOf({ isIn: ({ tags }) => tags.includes('lead') })).toEqual(['Dive Deep']);
});

test('when each interview’s stories are due is as if it were the only one', () => {
  const listed = [storyOf('a'), storyOf('b', { group: 'Trust' })];
  const trust = { which: 'some' as const, tags: [], groups: [{ name: 'Trust', texts: [] }] };
  const upcoming = upcomingInterviews(
    [interviewOf('soon', { stories: trust }), interviewOf('later', { day: '2026-11-30' })],
    moment('2026-11-22T20:00:00.000+01:00'),
  );
  const options = { today, nextInterview: () => null, upcoming };
  const { interviews } = progressOverview(listed, linkHistory([], [], []), options);
  expect(
    interviews.map(({ id, day: on, due }) => [
      id,
      on,
      due.map(({ storyId, interviewInDays }) => [storyId, interviewInDays]),
    ]),
  ).toEqual([
    ['soon', '2026-11-23', [['b', 1]]],
    [
      'later',
      '2026-11-30',
      [
        ['a', 8],
        ['b', 8],
      ],
    ],
  ]);
});

test('a planned story is never due and has no figures', () => {
  const listed = [storyOf('a'), storyOf('planned', { planned: true })];
  const { due, stories } = progressOverview(listed, linkHistory([], [], []), { today, nextInterview: () => null });
  expect(due.map(({ storyId }) => storyId)).toEqual(['a']);
  expect(stories.map(({ storyId }) => storyId)).toEqual(['a']);
});

describe('all of it together', () => {
  const stories = [storyOf('a'), storyOf('b', { group: 'Dive Deep' })];
  const prints = stories.map(({ id, group, title, question }) => ({ id, group, title, question, fingerprints: [] }));

  test('is plain data that crosses', () => {
    const log = { runs: [runOn('2026-11-20', { story: 'a' }), runOn('2026-11-20', { story: 'x' })], joins: [] };
    const overview = progressOverview(stories, linkHistory(prints, log.runs, log.joins), {
      today,
      nextInterview: () => null,
    });
    expect(JSON.parse(JSON.stringify(overview))).toEqual(overview);
    expect(overview.due.map(({ storyId }) => storyId)).toEqual(['a', 'b']);
    expect(overview.days.at(-3)).toMatchObject({ runs: 2 });
    expect(overview.stories).toMatchObject([
      { storyId: 'a', runs: 1, last: { day: '2026-11-20' } },
      { storyId: 'b', runs: 0, last: null, best: null },
    ]);
  });

  test('of 100,000 runs takes less than two seconds of the processor', { timeout: 60_000 }, () => {
    const many = Array.from({ length: 100_000 }, (_, index) => {
      const at = new Date(Date.UTC(2016, 0, 1) + index * 3_400_000).toISOString();
      return recordOf({ at, story: `story-${index % 40}`, rating: index % 3 === 0 ? 'again' : 'good' });
    });
    const forty = Array.from({ length: 40 }, (_, index) => storyOf(`story-${index}`, { group: `Group ${index % 9}` }));
    const named = forty.map(({ id, group, title, question }) => ({ id, group, title, question, fingerprints: [] }));
    const before = process.threadCpuUsage();
    const overview = progressOverview(forty, linkHistory(named, many), {
      today,
      nextInterview: () => ({ day: today + 9, lastDay: today + 9 }),
    });
    const { user, system } = process.threadCpuUsage(before);
    expect(overview.stories.reduce((sum, { runs }) => sum + runs, 0)).toBe(100_000);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
