import { describe, expect, test } from 'vitest';
import {
  givenWords,
  isFarOver,
  nextWords,
  ratingWords,
  totalWords,
} from '../../../src/renderer/rehearsal/sheet-words.ts';

describe('the result', () => {
  test('shows the total against the target', () => {
    expect(totalWords({ totalMs: 129_400, targetMs: 120_000, finished: true })).toBe('of 2:00 · +0:09');
    expect(totalWords({ totalMs: 30_000, targetMs: 120_000, finished: false })).toBe('of 2:00 · −1:30 · stopped early');
    expect(totalWords({ totalMs: 120_499, targetMs: 120_000, finished: true })).toBe('of 2:00 · ±0:00');
  });

  test('says when a rating brings the story back, and why it is suggested', () => {
    const next = (inDays: number) => ({ inDays, interviewInDays: null, isReady: false });
    expect(ratingWords(next(0), false, ['9 s over'])).toBe('today');
    expect(ratingWords(next(5), true, ['9 s over', '1 left out'])).toBe('in 5 days · suggested: 9 s over, 1 left out');
    expect(ratingWords(next(1), true, [])).toBe('tomorrow · suggested');
    expect(ratingWords({ inDays: 2, interviewInDays: 1, isReady: true }, true, [])).toBe(
      'ready for tomorrow · suggested',
    );
  });

  test('says what an unrated run counts as', () => {
    expect(nextWords('done', { rating: null, suggested: 'hard', finished: true })).toBe('done (as suggested)');
    expect(nextWords('done', { rating: 'good', suggested: 'hard', finished: true })).toBe('done');
    expect(nextWords('done', { rating: null, suggested: 'again', finished: false })).toBe('done');
    expect(givenWords({ rating: null, suggested: 'hard', finished: true })).toBe('as suggested: Hard');
    expect(givenWords({ rating: 'good', suggested: 'hard', finished: true })).toBe('Good');
    expect(givenWords({ rating: null, suggested: 'again', finished: false })).toBe('–');
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
