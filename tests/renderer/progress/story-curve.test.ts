import { describe, expect, test } from 'vitest';
import { sectionCurves, storyChoices, storyToShow } from '../../../src/renderer/progress/story-curve.ts';
import { brief } from '../briefs.ts';
import { practiced, seriesRun } from './runs.ts';

const stories = [
  // Later in the evening, though its text comes first.
  practiced('oven', [seriesRun('2026-11-20', { at: '2026-11-20T09:00:00.000-08:00' })]),
  practiced('flue', [
    seriesRun('2026-11-20', { at: '2026-11-20T17:30:00.000+01:00' }),
    seriesRun('2026-11-20', { at: '2026-11-20T17:45:00.000+01:00' }),
  ]),
  practiced('fair', []),
];
const choices = storyChoices(stories, [brief('flue'), brief('fair'), brief('oven')]);

test('the stories with runs, as listed', () => {
  expect(choices).toEqual([
    { id: 'flue', label: 'flue (2)', title: 'flue' },
    { id: 'oven', label: 'oven (1)', title: 'oven' },
  ]);
});

test('the chosen one, else the one rehearsed last, by the moment rather than by its text', () => {
  expect(storyToShow('flue', choices, stories)).toBe('flue');
  expect(storyToShow(null, choices, stories)).toBe('oven');
  expect(storyToShow('fair', choices, stories)).toBe('oven');
  expect(storyToShow(null, [], stories)).toBeNull();
});

describe('sections', () => {
  test('two of a kind are two curves, named by their label where it is a word', () => {
    const curves = sectionCurves([seriesRun('2026-11-20'), seriesRun('2026-11-21')]);
    expect(curves.map(({ key, name }) => [key, name])).toEqual([
      ['situation 1', 'Situation'],
      ['action 1', 'What I did'],
      ['action 2', 'Action'],
    ]);
    expect(curves[1]?.curve.points.map((point) => point?.valueMs)).toEqual([77_000, 77_000]);
  });
  test('those of the last run; a run without one leaves its place empty', () => {
    const short = seriesRun('2026-11-20', {
      sections: [{ kind: 'result', label: 'R', plannedMs: 9000, spokenMs: 9000 }],
    });
    const curves = sectionCurves([short, seriesRun('2026-11-21')]);
    expect(curves.map(({ key }) => key)).not.toContain('result 1');
    expect(curves[0]?.times[0]).toBeNull();
    expect(curves[0]?.curve.points[0]).toBeNull();
    expect(curves[0]?.curve.plans).toHaveLength(1);
    expect(sectionCurves([])).toEqual([]);
  });
});
