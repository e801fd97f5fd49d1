import { describe, expect, test } from 'vitest';
import {
  isFarOver,
  nextDayWords,
  nextWords,
  suggestionWords,
  tallyWords,
  totalWords,
  weakWords,
} from '../../../src/renderer/rehearsal/sheet-words.ts';

describe('the result', () => {
  test('shows the total against the target', () => {
    expect(totalWords({ totalMs: 129_400, targetMs: 120_000, finished: true })).toBe('of 2:00 · 9 s over');
    expect(totalWords({ totalMs: 26_000, targetMs: 120_000, finished: false })).toBe(
      'of 2:00 · 1:34 under · stopped early',
    );
    expect(totalWords({ totalMs: 120_499, targetMs: 120_000, finished: true })).toBe('of 2:00 · on time');
  });

  test('says what is suggested, and why', () => {
    expect(suggestionWords('again', ['1:34 under', '1 peek'])).toBe('Suggested: Again (1:34 under, 1 peek).');
    expect(suggestionWords('good', [])).toBe('Suggested: Good.');
    expect(suggestionWords(null, [])).toBe('');
  });

  test('says what an unrated run counts as', () => {
    expect(nextWords('done', { rating: null, suggested: 'hard', finished: true })).toBe('done (as suggested)');
    expect(nextWords('done', { rating: 'good', suggested: 'hard', finished: true })).toBe('done');
    expect(nextWords('done', { rating: null, suggested: 'again', finished: false })).toBe('done');
  });

  test('marks a section that took far longer than planned', () => {
    const isOver = (plannedMs: number, spokenMs: number | null) => isFarOver({ plannedMs, spokenMs });
    expect(isOver(20_000, 21_500)).toBe(false);
    expect(isOver(20_000, 22_100)).toBe(true);
    // Less than a tenth of a long section.
    expect(isOver(60_000, 65_000)).toBe(false);
    expect(isOver(20_000, null)).toBe(false);
  });
});

describe('the sheet at the end', () => {
  test('says how the answers were, and never flatters', () => {
    expect(tallyWords({ over: 0, farUnder: 4, stopped: 0 })).toBe('4 far under target');
    expect(tallyWords({ over: 1, farUnder: 2, stopped: 1 })).toBe('1 over target, 2 far under target, 1 stopped early');
    expect(tallyWords({ over: 0, farUnder: 0, stopped: 0 })).toBe('none over target, none far under');
  });

  test('leads on to what went badly', () => {
    expect(weakWords(1)).toBe('Rehearse the weak one');
    expect(weakWords(2)).toBe('Rehearse the weak two');
    expect(weakWords(12)).toBe('Rehearse the weak 12');
  });

  test('says when a story comes up again, if its run counts', () => {
    expect(nextDayWords({ inDays: 1, interviewInDays: null, isReady: false })).toBe('tomorrow');
    expect(nextDayWords(null)).toBe('–');
  });
});
