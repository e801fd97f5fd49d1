import { describe, expect, test } from 'vitest';
import {
  askedCount,
  askedWords,
  countOptions,
  mockCounts,
  readStoriesValue,
  storiesValue,
  storyOptions,
  targetOptions,
  unconfirmed,
  whyNothing,
} from '../../../src/renderer/rehearsal/setup-choices.ts';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { brief } from '../briefs.ts';

const stories = [brief('kiln'), brief('glaze', { targetMs: 60_000 }), brief('clay', { group: null })];

describe('the stories to choose from', () => {
  test('are what is due, all, each group, each story', () => {
    const labels = storyOptions(stories, ['glaze']).map(({ options }) => options.map(({ label }) => label));
    expect(labels).toEqual([
      ['due today (1)', 'all (3)'],
      ['Ownership (2)', 'without a group (1)'],
      stories.map(({ title }) => title),
    ]);
  });

  test('can be read back from their values', () => {
    for (const { options } of storyOptions(stories, []))
      for (const { value } of options) expect(storiesValue(readStoriesValue(value))).toBe(value);
  });
});

test('counts go up to what there is', () => {
  expect(countOptions(6).map(({ label }) => label)).toEqual(['all', '1', '2', '3', '5']);
  expect(askedCount(6, null)).toBe(6);
  expect(askedCount(2, 5)).toBe(2);
  expect(mockCounts(3)).toEqual([1, 2, 3]);
  expect(mockCounts(90)).toHaveLength(20);
  expect(targetOptions.map(({ label }) => label)).toContain('2:30');
});

describe('what will be asked', () => {
  const times = { ...defaultSettings(), thinkMs: 10_000, targetMs: 120_000 };

  test('is counted, with the time it takes', () => {
    expect(askedWords(stories, 3, { order: 'listed', targetMs: null }, times)).toBe('3 questions, about 6 minutes');
    expect(askedWords(stories, 1, { order: 'listed', targetMs: 60_000 }, times)).toBe('1 question, about 1 minute');
  });

  test('takes the longer of an answer’s text and its target, which may be the person’s own for it', () => {
    const told = [brief('kiln', { estimateMs: 248_000 }), brief('glaze', { estimateMs: 90_000 })];
    const asked = (settings: Partial<typeof times>) =>
      askedWords(told, 2, { order: 'listed', targetMs: null }, { ...times, thinkMs: 0, ...settings });
    expect(asked({})).toBe('2 questions, about 6 minutes');
    expect(asked({ storyTargets: { glaze: 600_000 } })).toBe('2 questions, about 14 minutes');
  });

  test('counts with the mean in random order', () => {
    const long = [brief('one'), brief('two', { targetMs: 470_000 })];
    expect(askedWords(long, 1, { order: 'drawn', targetMs: null }, times)).toBe('1 question, about 5 minutes');
  });

  test('gives the reason where no story fits', () => {
    const known = { isKnown: true, error: null, nextInDays: 1 };
    expect(whyNothing({ which: 'due' }, known)).toBe('Nothing is due today. The next story is due tomorrow.');
    expect(whyNothing({ which: 'due' }, { ...known, isKnown: false })).toBe('');
    expect(whyNothing({ which: 'due' }, { ...known, error: 'The disk is gone.' })).toContain('The disk is gone.');
    expect(whyNothing({ which: 'one', id: 'x' }, known)).toContain('isn’t in your files');
  });
});

test('a change that is confirmed leaves the later ones waiting, of other settings and of its own', () => {
  const sent = { thinkMs: 20_000, speakQuestions: true };
  expect(unconfirmed(sent, { thinkMs: 20_000 })).toEqual({ speakQuestions: true });
  expect(unconfirmed(sent, { thinkMs: 10_000 })).toEqual(sent);
  expect(unconfirmed(sent, sent)).toEqual({});
});
