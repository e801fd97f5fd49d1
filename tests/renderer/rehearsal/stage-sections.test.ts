import { describe, expect, test } from 'vitest';
import type { FadeLevel } from '../../../src/core/rehearsal/fade.ts';
import { sectionTimes } from '../../../src/core/rehearsal/run-times.ts';
import { offPlan, shownTimes, stagedSections } from '../../../src/renderer/rehearsal/stage-sections.ts';
import { rehearsalAfter, startMs } from './rehearsals.ts';

function statesAt(level: FadeLevel, marks: number) {
  const state = rehearsalAfter(Array.from({ length: marks }, () => [1000, 'nextSection']));
  const times = sectionTimes(state.run, startMs + 10_000);
  return stagedSections(state, times, level).map(({ kind, state: at }) => `${kind} ${at}`);
}

describe('the text’s sections', () => {
  test('follow the marks; a section without rows is passed over', () => {
    expect(statesAt('outline', 0)).toEqual(['situation now', 'action later', 'result later']);
    expect(statesAt('initials', 1)).toEqual(['situation done', 'action now', 'result later']);
    expect(statesAt('outline', 2)).toEqual(['situation done', 'action done', 'result now']);
  });

  test('of the full answer go by their kind; what isn’t planned belongs to the one before', () => {
    expect(statesAt('full', 1)).toEqual([
      'situation done',
      'action now',
      'action now',
      'reflection now',
      'result later',
    ]);
  });
});

test('rows that the prompter went past are said', () => {
  const state = rehearsalAfter([[1000, 'nextSection']]);
  const rows = state.outline.flatMap(({ items }) => items);
  const plan = {
    ...state.plan,
    rows: rows.map(({ id }, index) => ({ id, startMs: index * 20, endMs: index * 20 + 20 })),
  };
  const run = { ...state.run, clock: { ...state.run.clock, cursorMs: 45 } };
  const shown = stagedSections({ ...state, plan, run }, sectionTimes(run, startMs + 2000), 'outline');
  expect(shown.map((section) => section.rows.map(({ isSaid }) => isSaid))).toEqual([[true], [true, false], [false]]);
});

test('times are shown rounded where they are over, and as they run where they are not', () => {
  const { run } = rehearsalAfter([
    [1600, 'nextSection'],
    [1600, 'nextSection'],
  ]);
  const shown = shownTimes(sectionTimes(run, startMs + 3900)).map(({ spokenMs }) => spokenMs);
  expect(shown).toEqual([2000, 1000, 700]);
});

describe('off the plan', () => {
  test('is in words, from the figures on screen', () => {
    expect(offPlan({ spokenMs: 26_000, plannedMs: 24_000 })).toEqual({ words: '2 s over', tone: 'over' });
    expect(offPlan({ spokenMs: 13_000, plannedMs: 14_000 })).toEqual({ words: '1 s under', tone: 'under' });
    expect(offPlan({ spokenMs: 14_000, plannedMs: 14_000 })).toEqual({ words: 'on time', tone: 'even' });
  });

  test('isn’t shown where the time isn’t known', () => {
    expect(offPlan({ spokenMs: null, plannedMs: 1 })).toBeNull();
  });
});
