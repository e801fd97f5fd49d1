import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../src/core/search/search.ts';
import { keywordsByStory, questionsByStory, questionsThatNeedAnArrow } from './questions-to-samples.ts';
import { heldOutByStory, heldOutWithoutStory } from './held-out-questions.ts';
import { moreByStory, moreWithoutStory } from './more-questions.ts';
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
 * How often the story of a table's row is first, as a share; and the rows where it isn't first.
 */
function shares(table: Readonly<Record<string, readonly string[]>>) {
  const rows = Object.entries(table).flatMap(([title, list]) =>
    list.map((words) => ({ words, rank: rankOf(title, words) })),
  );
  const within = (most: number) => rows.filter(({ rank }) => rank <= most).length / rows.length;
  return { rows: rows.length, first: within(1), missed: rows.filter(({ rank }) => rank > 1) };
}

test('every title in the tables is that of a sample', () => {
  const titles = new Set(stories.map((story) => story.title));
  for (const table of [questionsByStory, keywordsByStory, moreByStory, heldOutByStory])
    for (const title of Object.keys(table)) expect(titles).toContain(title);
});

/** The title of the story that Enter opens; null if it opens none. */
function opened(words: string): string | null {
  const [best] = search.find(words, 1);
  return best?.fits === true ? (stories.find(({ id }) => id === best.storyId)?.title ?? null) : null;
}

type Row = readonly [title: string, words: string];

function rowsOf(table: Readonly<Record<string, readonly string[]>>): Row[] {
  return Object.entries(table).flatMap(([title, list]) => list.map((words) => [title, words] as const));
}

/** The questions for which Enter opens a wrong story. */
function wrong(table: Readonly<Record<string, readonly string[]>>): string[] {
  return rowsOf(table)
    .filter(([title, words]) => ![null, title].includes(opened(words)))
    .map(([, words]) => words);
}

describe('Enter alone', () => {
  test.each([...questionsWithoutStory, ...moreWithoutStory])('opens nothing for “%s”', (question) => {
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
    const first = rowsOf(questionsByStory).filter(([title, words]) => rankOf(title, words) === 1);
    const lost = first.filter(([title, words]) => opened(words) !== title).map(([, words]) => words);
    expect(lost).toEqual([...questionsThatNeedAnArrow]);
    expect(first.length - lost.length).toBeGreaterThanOrEqual(138);
  });

  test('never opens a wrong story, but for one question that could be about either', () => {
    expect(wrong(questionsByStory)).toEqual([]);
    expect(wrong(moreByStory)).toEqual(['Tell me about a slip that hurt the business.']);
  });

  test.each(Object.entries(keywordsByStory).flatMap(([title, list]) => list.map((words) => [words, title])))(
    'opens the story that has “%s”',
    (words, title) => expect(opened(words)).toBe(title),
  );
});

/** As many as the smallest palette shows. */
const inSight = 4;

test('the right story is in sight for every question, and first for 95 %', () => {
  const hidden = rowsOf(questionsByStory).filter(([title, words]) => rankOf(title, words) > inSight);
  expect(hidden).toEqual([]);
  const { rows, first, missed } = shares(questionsByStory);
  expect(rows).toBeGreaterThanOrEqual(149);
  expect(first, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(0.95);
});

/*
 * The first table was held out, too, until the search was tuned on it. Before, without that, the right story was first for
 * 26 of its 44 questions and for 24 of the 45 of the second; Enter opened a story for 6 of 35 and for 2 of 32 without one.
 */
test.each([
  { which: 'the first ones', table: moreByStory, first: 38, seen: 42, wrongly: 1, without: moreWithoutStory, opens: 0 },
  { which: 'new ones', table: heldOutByStory, first: 33, seen: 40, wrongly: 3, without: heldOutWithoutStory, opens: 4 },
])('of questions in other words, $which: $first are first, $seen in sight', (each) => {
  const ranks = rowsOf(each.table).map(([title, words]) => rankOf(title, words));
  expect(ranks.filter((rank) => rank === 1).length).toBeGreaterThanOrEqual(each.first);
  expect(ranks.filter((rank) => rank <= inSight).length).toBeGreaterThanOrEqual(each.seen);
  expect(wrong(each.table).length).toBeLessThanOrEqual(each.wrongly);
  expect(each.without.filter((words) => opened(words) !== null).length).toBeLessThanOrEqual(each.opens);
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
