import { expect, test } from 'vitest';
import { nameOf } from '../../../../src/core/stories/lint/lint.ts';
import { briefWords, counted, withoutTitle } from '../../../../src/renderer/ui/format/story.ts';

test('the small line shows the time and what to fix', () => {
  expect(briefWords({ planned: false, estimateMs: 127_600, problems: 1, hints: 2 })).toBe('2:08 · 1 problem · 2 hints');
  expect(briefWords({ planned: false, estimateMs: null, problems: 0, hints: 0 })).toBe('no full answer');
  expect(briefWords({ planned: true, estimateMs: null, problems: 0, hints: 1 }, 'never rehearsed')).toBe(
    'not written yet · 1 hint',
  );
  expect(counted(0, 'story', 'stories')).toBe('0 stories');
});

test('a problem needn’t name the story on its own page', () => {
  const title = 'The oven that nobody cleaned until the inspector visited';
  const name = nameOf(title);
  expect(withoutTitle(`${name} takes about 4:00. Cut it.`, title)).toBe('The story takes about 4:00. Cut it.');
  expect(withoutTitle(`The result of ${name} has no figure.`, title)).toBe('The result has no figure.');
  expect(withoutTitle('Nothing of it here.', title)).toBe('Nothing of it here.');
});
