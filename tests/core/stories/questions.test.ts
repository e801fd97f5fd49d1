import { expect, test } from 'vitest';
import { titleQuestion } from '../../../src/core/stories/questions.ts';

test.each([
  ['About me', 'Tell me about yourself.'],
  ['ABOUT  ME:', 'Tell me about yourself.'],
  ['Über mich', 'Erzählen Sie etwas über sich.'],
  ['A propos de moi', 'Parlez-moi de vous.'],
  ['The lock that opened on its own', 'Talk about: The lock that opened on its own'],
  ['About the men', 'Talk about: About the men'],
  // A question is asked as it is.
  ['Why do you want to row?', 'Why do you want to row?'],
  ['Tell me about a time you rowed', 'Tell me about a time you rowed'],
])('a story called “%s” is asked for by “%s”', (title, question) => {
  expect(titleQuestion(title)).toBe(question);
});
