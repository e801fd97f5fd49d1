import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/core/search/lexicon.ts';
import { termOf } from '../../../src/core/search/term.ts';

function lexiconOf(...stories: string[][]) {
  const lexicon = createLexicon(['mentor']);
  for (const words of stories) lexicon.add(new Set(words), new Set(words.map(termOf)));
  return lexicon;
}

describe('a lexicon', () => {
  test('knows the words of its stories in any form, and those of the table', () => {
    const lexicon = lexiconOf(['migrated']);
    expect(lexicon.knows('migrating')).toBe(true);
    expect(lexicon.knows('mentoring')).toBe(true);
    expect(lexicon.knows('harvest')).toBe(false);
  });

  test('counts the stories of a term', () => {
    const lexicon = lexiconOf(['plan', 'team'], ['plans']);
    expect(lexicon.storiesWith(termOf('planned'))).toBe(2);
    expect(lexicon.storiesWith('mentor')).toBe(0);
  });

  test('finds word starts, shortest first, words of stories before those of the table, no boilerplate', () => {
    const lexicon = lexiconOf(['melding', 'meld', 'me', 'mentioned']);
    expect(lexicon.starts('me', 9)).toEqual(['meld', 'melding', 'mentioned', 'mentor']);
    expect(lexicon.starts('me', 2)).toEqual(['meld', 'melding']);
    expect(lexicon.starts('meld', 9)).toEqual(['melding']);
  });

  test.each([
    ['a letter changed', 'morele', 'morale', 1],
    ['a letter missing', 'moral', 'morale', 1],
    ['a letter too much', 'moorale', 'morale', 1],
    ['two letters swapped', 'moarle', 'morale', 1],
    ['two slips in a long word', 'imigraton', 'migration', 2],
  ])('finds %s', (_what, typed, meant, distance) => {
    expect(lexiconOf(['morale', 'migration']).near(typed, 9)).toEqual([{ word: meant, distance }]);
  });

  test.each([
    ['short words', 'paln'.slice(0, 3), ['plan']],
    ['two slips in a word of middling length', 'mroael', ['morale']],
    ['a swap of letters that are no neighbours', 'lorame', ['morale']],
    ['endless words', 'm'.repeat(33), ['m'.repeat(32)]],
  ])('does not guess at %s', (_what, typed, words) => {
    expect(lexiconOf(words).near(typed, 9)).toEqual([]);
  });

  test('forgets words that are no longer in any story, and nothing else', () => {
    const lexicon = lexiconOf(['plan', 'team'], ['plan', 'mentor']);
    lexicon.remove(new Set(['plan', 'team']), new Set(['plan', 'team']));
    expect(lexicon.storiesWith('plan')).toBe(1);
    expect(lexicon.starts('te', 9)).toEqual([]);
    lexicon.remove(new Set(['plan', 'mentor']), new Set(['plan', 'mentor']));
    expect(lexicon.knows('plan')).toBe(false);
    expect(lexicon.starts('ment', 9)).toEqual(['mentor']);
  });
});
