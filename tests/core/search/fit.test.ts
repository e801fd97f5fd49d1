import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../src/core/search/search.ts';
import { alternateOf, listed, storyOf, told } from './story-of.ts';

const kiln = storyOf('kiln', {
  question: 'Tell me about a time you missed a deadline.',
  outline: { derived: false, sections: listed('Glaze ran, opposed the order') },
  answer: told('The kiln was cold, and the potter opposed my plan for it while working in a team.'),
});
const loom = storyOf('loom', {
  question: 'Tell me about a time you worked with wool.',
  answer: told('The loom was slow.'),
  alternates: [alternateOf({ group: 'Have Backbone; Disagree and Commit', question: 'When did you argue?' })],
});

function fits(words: string, ...stories: Parameters<typeof createSearch>[0]): boolean | undefined {
  return createSearch(stories).find(words)[0]?.fits;
}

describe('keywords', () => {
  test('fit a story that has them all, wherever they are, unfinished and mistyped too', () => {
    expect(fits('kiln', kiln)).toBe(true);
    expect(fits('glaze potter', kiln)).toBe(true);
    expect(fits('pottr', kiln)).toBe(true);
    expect(fits('gla', kiln)).toBe(true);
  });

  test('don’t fit one that lacks any, or has only another word for it in its answer', () => {
    expect(fits('kiln zeppelin', kiln)).toBe(false);
    expect(fits('conflict', kiln)).toBe(false);
    expect(fits('conflict', loom)).toBe(true);
  });
});

describe('a question', () => {
  test('fits a story that is asked for what it is about, also in other words', () => {
    expect(fits('Tell me about a deadline that you missed.', kiln)).toBe(true);
    expect(fits('Have you ever been late?', kiln)).toBe(true);
    expect(fits('How do you handle conflict in a team?', loom)).toBe(true);
  });

  test('doesn’t fit one that only mentions its words', () => {
    expect(fits('How do you fire a kiln?', kiln)).toBe(false);
    expect(fits('How do you handle conflict in a team?', kiln)).toBe(false);
  });

  test('doesn’t fit by words that are in any question', () => {
    expect(fits('Why do you want to work here?', loom)).toBe(false);
    expect(fits('Tell me about a time when you', kiln)).toBe(false);
  });

  test('doesn’t fit if more is left open than is answered', () => {
    expect(fits('Tell me about a deadline, a merger, a patent, a strike and a lawsuit.', kiln)).toBe(false);
  });
});

test('the reason shown for a conflict is what the story is asked for, not “opposed” in another’s answer', () => {
  const both = storyOf('both', { ...loom, answer: kiln.answer, outline: kiln.outline });
  const [match] = createSearch([both]).find('How do you handle conflict in a team?');
  expect(match).toMatchObject({ field: 'alternate', alternate: 0, fits: true });
});

test('nothing fits after a story that doesn’t', () => {
  const other = storyOf('other', { question: 'Did you miss a deadline, or was it a goal?' });
  const found = createSearch([kiln, loom, other]).find('wool deadline kiln');
  expect(found.length).toBeGreaterThan(1);
  const firstWithout = found.findIndex((match) => !match.fits);
  expect(found.slice(firstWithout).some((match) => match.fits)).toBe(false);
  expect(firstWithout).not.toBe(-1);
});
