import { expect, test } from 'vitest';
import { termOf } from '../../../src/core/search/term.ts';

test.each([
  ['endings', ['fail', 'fails', 'failed', 'failing']],
  ['irregular verbs', ['tell', 'tells', 'told', 'telling']],
  ['irregular plurals', ['person', 'people']],
  ['British and American spelling', ['prioritise', 'prioritize', 'prioritising', 'prioritized']],
  ['our and or', ['behaviour', 'behavior', 'behaviours']],
  ['judgement with and without its e', ['judgement', 'judgment']],
])('%s make one term', (_what, words) => {
  expect(new Set(words.map(termOf)).size).toBe(1);
});

test.each([
  ['customer', 'customs'],
  ['news', 'new'],
  ['one', 'on'],
  ['used', 'us'],
  ['important', 'import'],
  ['engineer', 'engine'],
])('"%s" and "%s" stay apart', (one, other) => {
  expect(termOf(one)).not.toBe(termOf(other));
});

test.each(['müdigkeit', '冲突', 'q3', '38000', ''])('"%s" isn’t English and stays as it is', (word) => {
  expect(termOf(word)).toBe(word);
});

test.each(['constructor', 'valueof', 'tostring'])('"%s" is a word like any other', (word) => {
  expect(typeof termOf(word)).toBe('string');
});
