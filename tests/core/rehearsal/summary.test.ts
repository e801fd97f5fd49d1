import { describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/core/rehearsal/questions.ts';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import { notGiven, seriesSummary, type GivenAnswer } from '../../../src/core/rehearsal/summary.ts';
import { recordOf } from './records.ts';
import { alternateOf, storyOf } from './stories.ts';

const inDays = (days: number) => ({ inDays: days, interviewInDays: null, isReady: false });
const next = { again: inDays(0), hard: inDays(1), good: inDays(3), easy: inDays(8) };

function askOf(storyId: string, more: Partial<Ask> = {}): Ask {
  return {
    storyId,
    kind: 'question',
    question: `When did you ${storyId}?`,
    group: 'Ownership',
    followUp: null,
    ...more,
  };
}

function told(storyId: string, more: Partial<RunRecord> = {}, chosenId: string | null = null): GivenAnswer {
  return { run: recordOf({ story: storyId, title: `The ${storyId}`, ...more }), nextByRating: next, chosenId };
}

const stories = [
  storyOf('a'),
  storyOf('b', { group: 'Dive Deep', alternates: [alternateOf('Think Big', 'Bigger?')] }),
  storyOf('c', { group: 'Dive Deep' }),
  storyOf('pitch', { group: 'Basics', question: null }),
];

describe('the sheet of a series', () => {
  test('says what was told, for how long, and in an interview what wasn’t asked about', () => {
    const asks = [askOf('a'), askOf('b', { kind: 'alternate', question: 'Bigger?', group: 'Think Big' })];
    const given = [told('a', { totalMs: 130_400 }), notGiven];
    const sheet = seriesSummary('mock', asks, given, stories);
    expect(sheet.answers.map(({ ask, run }) => [ask, run])).toEqual([
      [asks[0], given[0]?.run],
      [asks[1], null],
    ]);
    // Nothing was answered from the second question on.
    expect(sheet).toMatchObject({ totalMs: 130_000, over: 1, farUnder: 0, notAsked: ['Dive Deep', 'Think Big'] });
    expect(seriesSummary('rehearsal', asks, given, stories).notAsked).toEqual([]);
  });

  test('doesn’t miss a competency whose only story isn’t written yet', () => {
    const planned = storyOf('planned', { planned: true, group: 'Frugality' });
    expect(seriesSummary('mock', [], [], [planned]).notAsked).toEqual([]);
  });

  test('counts what was over, far under, and stopped early, each answer by what it was', () => {
    const asks = ['a', 'b', 'c', 'a', 'b'].map((id) => askOf(id));
    const given = [
      told('a', { totalMs: 120_400 }),
      told('b', { totalMs: 121_000 }),
      told('c', { totalMs: 26_000 }),
      told('a', { totalMs: 20_000, finished: false }),
      told('b', { totalMs: 80_000 }),
    ];
    expect(seriesSummary('rehearsal', asks, given, stories)).toMatchObject({ over: 1, farUnder: 1, stopped: 1 });
  });

  test('says when each is due again by its rating, the suggested one where none is given', () => {
    const given = [
      told('a', { rating: 'easy' }),
      told('b', { rating: null, suggested: 'hard' }),
      told('c', { rating: null, suggested: 'again', finished: false }),
      notGiven,
    ];
    const sheet = seriesSummary(
      'rehearsal',
      ['a', 'b', 'c', 'a'].map((id) => askOf(id)),
      given,
      stories,
    );
    expect(sheet.answers.map((answer) => answer.next?.inDays ?? null)).toEqual([8, 1, null, null]);
  });

  test('calls weak what was rated again or hard, and what would be', () => {
    const given = [
      told('a', { rating: 'good', suggested: 'again' }),
      told('b', { rating: null, suggested: 'hard' }),
      told('c', { rating: 'again', suggested: 'good' }),
      told('a', { rating: null, suggested: 'good' }),
      notGiven,
    ];
    const asks = ['a', 'b', 'c', 'a', 'b'].map((id) => askOf(id));
    expect(seriesSummary('rehearsal', asks, given, stories).weak).toEqual([1, 2]);
  });
});

describe('a story that the person chose for a question', () => {
  const meantFor = (ask: Ask, chosenId: string) =>
    seriesSummary('mock', [ask], [told(chosenId, {}, chosenId)], stories).answers[0]?.meant;

  test('is right if it is the one, or has the same question', () => {
    expect(meantFor(askOf('a'), 'a')).toBeNull();
    expect(meantFor(askOf('c', { question: 'Bigger?', group: 'Think Big' }), 'b')).toBeNull();
  });

  test('may fit the competency all the same', () => {
    expect(meantFor(askOf('c', { group: 'Dive Deep' }), 'b')).toEqual({ title: 'The c', fits: true });
    expect(meantFor(askOf('c', { group: 'Think Big' }), 'b')).toEqual({ title: 'The c', fits: true });
  });

  test('is wrong otherwise, which is the first thing to practise unless the answer failed', () => {
    expect(meantFor(askOf('a'), 'b')).toEqual({ title: 'The a', fits: false });
    const sheet = seriesSummary('mock', [askOf('a')], [told('b', { peeks: 3 }, 'b')], stories);
    expect(sheet.practise).toEqual(['For “When did you a?” you told “The b”; the story for it is “The a”.']);
  });

  test('has no verdict once its story is gone', () => {
    expect(meantFor(askOf('gone'), 'a')).toBeNull();
  });
});
