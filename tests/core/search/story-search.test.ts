import { expect, test } from 'vitest';
import { readStories } from '../../../src/core/stories/reader.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { setUpSearch } from '../../../src/core/search/story-search.ts';
import { storyText } from '../../services/story-texts.ts';

const subjects = ['kiln', 'ferry', 'orchard', 'harbour', 'lantern', 'bakery', 'quarry', 'loom'];

function storyAbout(subject: string): Story {
  const [story] = readStories(storyText(`The ${subject}`, [`Repaired the ${subject}`]), `${subject}.md`).stories;
  return { ...story!, id: subject };
}

const stories = subjects.map(storyAbout);
/** Lets other work have its turn. */
const pause = () => new Promise((resolve) => setImmediate(resolve));

const found = async (finder: ReturnType<typeof setUpSearch>, words: string) =>
  (await finder.find(words)).map(({ storyId }) => storyId);

test('a search that comes while the index is built waits for it', async () => {
  const finder = setUpSearch(() => performance.now(), pause);
  finder.storiesChanged(stories);
  expect(await found(finder, 'loom')).toEqual(['loom']);
});

test('the index is built in slices, between which other things have their turn', async () => {
  // Every look at the clock is a whole slice later, so each story has one of its own.
  let nowMs = 0;
  const finder = setUpSearch(() => (nowMs += 100), pause);
  let turns = 0;
  let done = false;
  const turn = (): void => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  finder.storiesChanged(stories);
  setImmediate(turn);
  await finder.find('kiln');
  done = true;
  expect(turns).toBeGreaterThanOrEqual(subjects.length - 1);
});

test('only what is another object than before is looked at again', async () => {
  const finder = setUpSearch(() => performance.now(), pause);
  finder.storiesChanged(stories);
  await finder.find('');
  const changed = { ...storyAbout('ferry'), title: 'The zeppelin' };
  finder.storiesChanged([...stories.filter(({ id }) => id !== 'ferry' && id !== 'kiln'), changed]);
  expect(await found(finder, 'zeppelin')).toEqual(['ferry']);
  expect(await found(finder, 'kiln')).toEqual([]);
  expect(await found(finder, 'orchard')).toEqual(['orchard']);
});

test('changes that come while the index is built: the last word holds', async () => {
  let nowMs = 0;
  const finder = setUpSearch(() => (nowMs += 100), pause);
  finder.storiesChanged(stories);
  finder.storiesChanged(stories.slice(4));
  finder.storiesChanged(stories.slice(2));
  expect(await found(finder, 'orchard')).toEqual(['orchard']);
  expect(await found(finder, 'loom')).toEqual(['loom']);
  expect(await found(finder, 'kiln')).toEqual([]);
});

test('another folder leaves nothing of the one before', async () => {
  const finder = setUpSearch(() => performance.now(), pause);
  finder.storiesChanged(stories.slice(0, 4));
  finder.storiesChanged(stories.slice(4));
  expect(await found(finder, 'kiln')).toEqual([]);
  expect(await found(finder, 'quarry')).toEqual(['quarry']);
});

test('an empty search, marks alone and 10,000 characters are answered', async () => {
  const finder = setUpSearch(() => performance.now(), pause);
  finder.storiesChanged(stories);
  for (const words of ['', '   ', '?!…', '\u0000']) expect(await found(finder, words)).toEqual([]);
  const pasted = 'plain words without meaning '.repeat(400).slice(0, 9990);
  expect(await found(finder, `${pasted} lantern`.slice(0, 10_000))).toContain('lantern');
  expect(await found(finder, 'x'.repeat(10_000))).toEqual([]);
});

test('twins with the same words are both found, in the order of the library', async () => {
  const finder = setUpSearch(() => performance.now(), pause);
  const twin = { ...storyAbout('kiln'), id: 'kiln-2', file: 'z.md' };
  finder.storiesChanged([stories[0]!, twin]);
  expect(await found(finder, 'kiln')).toEqual(['kiln', 'kiln-2']);
});

test('a twin that comes later and is first in the library is found first', async () => {
  const finder = setUpSearch(() => performance.now(), pause);
  const twin = { ...storyAbout('kiln'), id: 'kiln-2', file: 'a.md' };
  finder.storiesChanged([stories[0]!]);
  expect(await found(finder, 'kiln')).toEqual(['kiln']);
  finder.storiesChanged([twin, stories[0]!]);
  expect(await found(finder, 'kiln')).toEqual(['kiln-2', 'kiln']);
  finder.storiesChanged([stories[0]!, twin]);
  expect(await found(finder, 'kiln')).toEqual(['kiln', 'kiln-2']);
});
