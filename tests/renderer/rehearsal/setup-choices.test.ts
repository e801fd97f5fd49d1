import { describe, expect, test } from 'vitest';
import {
  anotherRound,
  mockCounts,
  readStoriesValue,
  roundOf,
  roundWords,
  storiesValue,
  storyOptions,
  targetOptions,
  textOptions,
  timeOptions,
  unconfirmed,
  whyNothing,
} from '../../../src/renderer/rehearsal/setup-choices.ts';
import { brief } from '../briefs.ts';
import { due } from '../progress/runs.ts';

const stories = [brief('kiln'), brief('glaze', { targetMs: 60_000 }), brief('clay', { group: null })];

describe('the stories to choose from', () => {
  test('are what is due, all, each group, each story', () => {
    const labels = storyOptions(stories, { due: 1, all: 3 }).map(({ options }) => options.map(({ label }) => label));
    expect(labels).toEqual([
      ['what is due (1)', 'all (3)'],
      ['Ownership (2)', 'without a group (1)'],
      stories.map(({ title }) => title),
    ]);
  });

  test('can be read back from their values', () => {
    for (const { options } of storyOptions(stories, { due: 0, all: 3 }))
      for (const { value } of options) expect(storiesValue(readStoriesValue(value))).toBe(value);
  });
});

test('the other choices are words of the sentence', () => {
  expect(timeOptions.map(({ label }) => label)).toEqual([
    '10 minutes',
    '20 minutes',
    '30 minutes',
    '45 minutes',
    'as long as it takes',
  ]);
  expect(textOptions.map(({ label }) => label)).toContain('the first words');
  expect(mockCounts(3)).toEqual([1, 2, 3]);
  expect(mockCounts(90)).toHaveLength(20);
  expect(targetOptions.map(({ label }) => label)).toContain('2:30');
});

describe('what will be asked', () => {
  const times = { targetMs: null, thinkMs: 10_000, ownTargetMs: 120_000 };
  const listed = { order: 'weakest', budgetMs: null } as const;

  test('is counted, with the time it takes', () => {
    expect(roundWords(roundOf(stories, listed, times))).toBe('3 questions, about 6 minutes');
    expect(roundWords(roundOf(stories.slice(0, 1), listed, { ...times, targetMs: 60_000 }))).toBe(
      '1 question, about 1 minute',
    );
    expect(roundOf([], listed, times).count).toBe(0);
  });

  test('is as much as fits, by the longer of text and target', () => {
    const long = [brief('one', { estimateMs: 245_000 }), brief('two'), brief('three')];
    expect(roundOf(long, listed, times)).toEqual({ count: 3, lengthMs: 515_000 });
    expect(roundOf(long, { ...listed, budgetMs: 7 * 60_000 }, times)).toEqual({ count: 2, lengthMs: 385_000 });
  });

  test('counts with the mean in random order', () => {
    const long = [brief('one'), brief('two', { targetMs: 470_000 })];
    const drawn = { order: 'drawn', budgetMs: 6 * 60_000 } as const;
    expect(roundWords(roundOf(long, drawn, times))).toBe('1 question, about 5 minutes');
  });

  test('is one more round where nothing is due', () => {
    const ready = (id: string, more = {}) => due(id, 2, { isReady: true, interviewInDays: 1, ...more });
    expect(anotherRound([ready('a'), ready('b'), ready('c'), ready('d')])).toBe(
      'All 4 are ready for tomorrow. One more round, weakest first?',
    );
    expect(anotherRound([ready('a'), due('b', 1, { interviewInDays: 1 })])).toBe(
      'Nothing is due today; the next story is due tomorrow morning. One more round, weakest first?',
    );
    expect(anotherRound([ready('a'), due('b', 0)])).toBe('');
    expect(anotherRound([])).toBe('');
  });

  test('gives the reason where no story fits', () => {
    const known = { isKnown: true, error: null };
    expect(whyNothing({ which: 'due' }, known)).toBe('No story is in this interview.');
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
