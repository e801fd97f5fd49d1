import { expect, test } from 'vitest';
import { readStories } from '../../../../src/core/stories/reader.ts';

test('what is named beside “Also works for” below another such heading is kept', () => {
  const text = [
    '# Hats',
    '**S:** Lost hats.',
    '# Also useful for',
    '## Keys',
    'When did you look for keys?',
    '## Also works for: Patience',
    '### Bias for action',
    'When were you fast?',
  ].join('\n');
  const [story] = readStories(text, 'a.md').stories;
  expect(story?.alternates).toMatchObject([
    { group: 'Keys', question: 'When did you look for keys?' },
    { group: 'Patience', question: null },
    { group: 'Bias for action', question: 'When were you fast?' },
  ]);
});
