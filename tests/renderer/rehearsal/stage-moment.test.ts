import { describe, expect, test } from 'vitest';
import { reduceFollowUp, startFollowUp } from '../../../src/core/rehearsal/follow-up.ts';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { followUpMoment, stageMoment } from '../../../src/renderer/rehearsal/stage-moment.ts';
import { isAway } from '../../core/rehearsal/runs.ts';
import { rehearsalAfter, startMs } from './rehearsals.ts';

const settings = defaultSettings();

describe('the stage at a moment', () => {
  test('counts the think time down, whatever the clock of an answer shows', () => {
    const state = rehearsalAfter([], 10_000);
    const shown = stageMoment(state, { ...settings, countUp: true }, startMs + 2500);
    expect(shown).toMatchObject({ figure: '0:08', phase: 'calm', pace: '', spokenMs: 0 });
    expect(shown.run.phase).toBe('thinking');
    expect(shown.nextChangeInMs).toBe(500);
  });

  test('speaking begins when think time is over, without a key', () => {
    const shown = stageMoment(rehearsalAfter([], 10_000), settings, startMs + 10_000);
    expect(shown.run.phase).toBe('speaking');
    expect(shown).toMatchObject({ figure: '2:00', pace: 'on pace', nextChangeInMs: 1000 });
  });

  test('tells the present section, what was left, and how far off the plan one is', () => {
    const state = rehearsalAfter([[26_000, 'nextSection']]);
    const shown = stageMoment(state, settings, startMs + 110_000);
    expect(shown.times.map(({ state: at, spokenMs }) => [at, spokenMs])).toEqual([
      ['done', 26_000],
      ['now', 84_000],
      ['later', null],
    ]);
    expect(shown).toMatchObject({ figure: '0:10', phase: 'last', pace: '10 s behind', driftMs: -10_000 });
  });

  test('over zero the overrun is the only verdict, whichever way the clock counts', () => {
    const state = rehearsalAfter([[26_000, 'nextSection']]);
    for (const countUp of [false, true]) {
      const at = (ms: number) => stageMoment(state, { ...settings, countUp }, startMs + ms);
      expect(at(119_000).pace).toBe('19 s behind');
      expect(at(125_000)).toMatchObject({ phase: 'over', pace: '' });
    }
  });

  test('changes at the second’s boundary and not while paused', () => {
    const state = rehearsalAfter([[1000, 'nextSection']]);
    expect(stageMoment(state, settings, startMs + 1250).nextChangeInMs).toBe(750);
    const paused = rehearsalAfter([[4200, 'pause']]);
    expect(stageMoment(paused, settings, startMs + 60_000)).toMatchObject({ figure: '1:56', nextChangeInMs: null });
  });

  test('pauses when no key was pressed for long', () => {
    const shown = stageMoment(rehearsalAfter([]), settings, startMs + 3_600_000);
    expect(isAway(shown.run)).toBe(true);
    expect(shown.nextChangeInMs).toBeNull();
  });
});

test('a follow-up’s clock counts up from when it was asked', () => {
  expect(followUpMoment(startFollowUp(startMs), startMs + 3400)).toMatchObject({ figure: '0:03', nextChangeInMs: 600 });
  const paused = reduceFollowUp(startFollowUp(startMs), { type: 'pause' }, startMs + 5000);
  expect(followUpMoment(paused, startMs + 60_000)).toMatchObject({ figure: '0:05', nextChangeInMs: null });
});
