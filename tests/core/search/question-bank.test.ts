import { expect, test } from 'vitest';
import { bankQuestions } from '../../../src/core/search/question-bank.ts';
import { createSearch } from '../../../src/core/search/search.ts';
import type { Aside } from '../../../src/core/stories/model.ts';
import { storyOf, told } from './story-of.ts';

const aside = (text: string, more: Partial<Aside> = {}): Aside => ({
  file: 'bank.md',
  line: 10,
  endLine: 12,
  kind: 'questions',
  text,
  ...more,
});

test('the questions of lists, each once, with their lines where each has its own', () => {
  const asides = [
    aside('Tell me about a failure.\nHow do you hire?\nWhy us?'),
    aside('What is a good day?\n\n  how do  you HIRE?', { line: 30, endLine: 40 }),
    aside('You write one line each.', { kind: 'explanation' }),
  ];
  expect(bankQuestions(asides).map(({ question, line }) => [question, line])).toEqual([
    ['Tell me about a failure.', 10],
    ['How do you hire?', 11],
    ['Why us?', 12],
    ['What is a good day?', 30],
  ]);
  expect(bankQuestions([])).toEqual([]);
});

test('a story answers a question well if that is in what it is asked for, not in what it happens to mention', () => {
  const failure = storyOf('failure', {
    question: 'Tell me about a time you failed.',
    answer: told('The kiln ran cold.'),
  });
  const search = createSearch([failure, storyOf('other', { answer: told('I hire with care, and never in a hurry.') })]);
  const isAnswered = (question: string): boolean => search.find(question, 1).some(({ fits }) => fits);
  expect(isAnswered('Describe a failure of yours.')).toBe(true);
  expect(isAnswered('How do you hire with care?')).toBe(false);
  expect(isAnswered('Tell me about a conflict with a supplier.')).toBe(false);
});
