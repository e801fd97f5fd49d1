import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../src/core/search/search.ts';
import { keywordsByStory, questionsByStory, questionsThatNeedAnArrow } from './questions-to-samples.ts';
import { questionsWithoutStory } from './questions-without-story.ts';
import { sampleStories } from './read-stories.ts';

const stories = sampleStories();
const search = createSearch(stories);

/** The rank of the story with this title in a search, from 1; Infinity if it isn't found. */
function rankOf(title: string, words: string): number {
  const story = stories.find((each) => each.title === title);
  const index = search.find(words).findIndex((match) => match.storyId === story?.id);
  return index === -1 ? Infinity : index + 1;
}

/**
 * How often the story of a table's row is first, and among the first three, as shares; and the rows where it isn't
 * first.
 */
function shares(table: Readonly<Record<string, readonly string[]>>) {
  const rows = Object.entries(table).flatMap(([title, list]) =>
    list.map((words) => ({ words, rank: rankOf(title, words) })),
  );
  const within = (most: number) => rows.filter(({ rank }) => rank <= most).length / rows.length;
  return { rows: rows.length, first: within(1), firstThree: within(3), missed: rows.filter(({ rank }) => rank > 1) };
}

test('every title in the tables is that of a sample', () => {
  const titles = new Set(stories.map((story) => story.title));
  for (const title of [...Object.keys(questionsByStory), ...Object.keys(keywordsByStory)])
    expect(titles).toContain(title);
});

describe('Enter alone', () => {
  /** The title of the story that Enter opens; null if it opens none. */
  function opened(words: string): string | null {
    const [best] = search.find(words, 1);
    return best?.fits === true ? (stories.find(({ id }) => id === best.storyId)?.title ?? null) : null;
  }

  test.each(questionsWithoutStory)('opens nothing for “%s”', (question) => {
    expect(opened(question)).toBeNull();
  });

  test.each([
    'Tell me about a time when you',
    'Why do you want to work here?',
    'How do you handle a team?',
    'Would you change something?',
  ])('opens nothing for the words of every question: “%s”', (words) => {
    expect(opened(words)).toBeNull();
  });

  test('opens the right story for every question where it is first, but for those that need an arrow', () => {
    const rows = Object.entries(questionsByStory).flatMap(([title, list]) => list.map((words) => ({ title, words })));
    const first = rows.filter(({ title, words }) => rankOf(title, words) === 1);
    const lost = first.filter(({ title, words }) => opened(words) !== title).map(({ words }) => words);
    expect(lost).toEqual([...questionsThatNeedAnArrow]);
    // More than there are questions without a story.
    expect(first.length - lost.length).toBeGreaterThanOrEqual(questionsWithoutStory.length);
  });

  test('opens a wrong story for 2 % of the questions at most', () => {
    const rows = Object.entries(questionsByStory).flatMap(([title, list]) => list.map((words) => ({ title, words })));
    const wrong = rows.filter(({ title, words }) => ![null, title].includes(opened(words)));
    expect(wrong.length / rows.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02);
  });

  test.each(Object.entries(keywordsByStory).flatMap(([title, list]) => list.map((words) => [words, title])))(
    'opens the story that has “%s”',
    (words, title) => expect(opened(words)).toBe(title),
  );
});

test('the right story is first for 85 % of interview questions, and among the first three for 95 %', () => {
  const { rows, first, firstThree, missed } = shares(questionsByStory);
  expect(rows).toBeGreaterThanOrEqual(40);
  expect(first, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(0.85);
  expect(firstThree, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(0.95);
});

test('keywords, word starts and typos find their story', () => {
  expect(shares(keywordsByStory).missed).toEqual([]);
});

describe('a story is first for its own questions', () => {
  test.each(stories.flatMap(({ id, question }) => (question === null ? [] : [[question, id]])))(
    '%s',
    (question, id) => {
      expect(search.find(question)[0]).toMatchObject({ storyId: id, field: 'question', alternate: null, fits: true });
    },
  );

  const alternates = stories.flatMap(({ id, alternates }) =>
    alternates.flatMap(({ question }, index) => (question === null ? [] : [[question, id, index] as const])),
  );
  test.each(alternates)('%s', (question, id, index) => {
    expect(search.find(question)[0]).toMatchObject({ storyId: id, field: 'alternate', alternate: index, fits: true });
  });
});
