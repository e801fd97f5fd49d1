import { expect, test } from 'vitest';
import { storyChoices, storyToShow } from '../../../src/renderer/progress/story-choice.ts';
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
    { id: 'flue', label: 'flue (2)' },
    { id: 'oven', label: 'oven (1)' },
  ]);
});

test('the chosen one, else the one rehearsed last, by the moment rather than by its text', () => {
  expect(storyToShow('flue', choices, stories)).toBe('flue');
  expect(storyToShow(null, choices, stories)).toBe('oven');
  expect(storyToShow('fair', choices, stories)).toBe('oven');
  expect(storyToShow(null, [], stories)).toBeNull();
});
