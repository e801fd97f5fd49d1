import { expect, test } from 'vitest';
import { habitsOf, paceOf, spokenSections, wholeRun, type SpokenSection } from '../../../src/core/voice/pace.ts';

function section(syllablesAMinute: number, more: Partial<SpokenSection> = {}): SpokenSection {
  return {
    kind: 'action',
    label: 'Action',
    speechMs: 30_000,
    syllables: syllablesAMinute / 2,
    pauses: [4, 1, 0],
    ...more,
  };
}

test('the pace is of the time somebody spoke; with too little of it there isn’t one', () => {
  expect(paceOf({ speechMs: 30_000, syllables: 110 })).toBe(220);
  expect(paceOf({ speechMs: 3000, syllables: 10 })).toBe(200);
  expect(paceOf({ speechMs: 2999, syllables: 10 })).toBeNull();
  expect(paceOf({ speechMs: 0, syllables: 0 })).toBeNull();
  expect(paceOf({ speechMs: null, syllables: 90 })).toBeNull();
});

test('a section is compared with the person’s own usual, once there are three runs', () => {
  const earlier = [200, 230, 210].map((pace) => [section(pace)]);
  expect(habitsOf([section(260)], earlier)[0]?.pace).toEqual({ now: 260, usual: 210 });
  expect(habitsOf([section(230)], earlier.slice(1))[0]?.pace).toEqual({ now: 230, usual: null });
  expect(habitsOf([section(230)], [])[0]?.pace).toEqual({ now: 230, usual: null });
});

test('pauses that listeners notice are counted, not the short ones', () => {
  const earlier = [1, 1, 2].map((long) => [section(200, { pauses: [9, 1, long] })]);
  const pausesOf = (pauses: SpokenSection['pauses']) => habitsOf([section(200, { pauses })], earlier)[0]?.pauses;
  expect(pausesOf([0, 2, 3])).toEqual({ now: 5, usual: 2 });
  expect(pausesOf([20, 0, 0])).toEqual({ now: 0, usual: 2 });
});

test('runs in which a section wasn’t heard say nothing, and only the last ten that were count', () => {
  const silent = section(0, { speechMs: null, pauses: [0, 0, 0] });
  const old = Array.from({ length: 10 }, () => [section(100)]);
  const latest = Array.from({ length: 10 }, () => [section(200)]);
  const habits = habitsOf([section(200)], [...old, ...latest, [silent], [silent]])[0];
  expect(habits?.pace.usual).toBe(200);
  expect(habitsOf([silent], latest)[0]).toEqual({
    pace: { now: null, usual: 200 },
    pauses: { now: null, usual: 1 },
  });
});

test('a section is found by its name, also where it has moved, and the second of a name is the second', () => {
  const result = (pace: number) => section(pace, { kind: 'result', label: 'Result' });
  const earlier = [200, 200, 200].map((pace) => [result(300), section(pace), section(pace + 100)]);
  const habits = habitsOf([section(200), result(300), section(200), section(200, { label: 'New' })], earlier);
  expect(habits.map(({ pace }) => pace.usual)).toEqual([200, 300, 300, null]);
});

test('a section that wasn’t marked, or that another version of the story lacked, says nothing', () => {
  const sections = [
    { kind: 'situation', label: 'S' },
    { kind: 'action', label: 'What I did' },
    { kind: 'action', label: 'A' },
  ];
  const heard = { speechMs: 4000, syllables: 12, pauses: [4, 0, 0] as [number, number, number], longestPauseMs: 900 };
  const spoken = spokenSections(sections, [heard, null]);
  expect(spoken).toEqual([
    { kind: 'situation', label: 'S', speechMs: 4000, syllables: 12, pauses: [4, 0, 0] },
    { kind: 'action', label: 'What I did', speechMs: null, syllables: 0, pauses: [0, 0, 0] },
    { kind: 'action', label: 'A', speechMs: null, syllables: 0, pauses: [0, 0, 0] },
  ]);
  expect(wholeRun(spoken)).toMatchObject({ speechMs: 4000, syllables: 12, pauses: [4, 0, 0] });
  expect(wholeRun(spoken.slice(1)).speechMs).toBeNull();
});
