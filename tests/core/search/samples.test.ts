import { describe, expect, test } from 'vitest';
import { answersWell, createSearch } from '../../../src/core/search/search.ts';
import { keywordsByStory, questionsByStory } from './questions-to-samples.ts';
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

test('more than half of the questions are answered well by a story, and then 95 % of these by the right one', () => {
  const found = Object.entries(questionsByStory).flatMap(([title, questions]) =>
    questions.map((words) => {
      const [best] = search.find(words, 1);
      const isRight = best !== undefined && stories.find(({ id }) => id === best.storyId)?.title === title;
      return { isRight, isWell: best !== undefined && answersWell(best) };
    }),
  );
  const well = found.filter(({ isWell }) => isWell);
  expect(well.length / found.length).toBeGreaterThan(0.5);
  expect(well.filter(({ isRight }) => isRight).length / well.length).toBeGreaterThanOrEqual(0.95);
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
      expect(search.find(question)[0]).toMatchObject({ storyId: id, field: 'question', alternate: null });
    },
  );

  const alternates = stories.flatMap(({ id, alternates }) =>
    alternates.flatMap(({ question }, index) => (question === null ? [] : [[question, id, index] as const])),
  );
  test.each(alternates)('%s', (question, id, index) => {
    expect(search.find(question)[0]).toMatchObject({ storyId: id, field: 'alternate', alternate: index });
  });
});
