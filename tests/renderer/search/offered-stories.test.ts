import { expect, test } from 'vitest';
import { offeredStories } from '../../../src/renderer/search/offered-stories.ts';

const stories = ['kiln', 'pier', 'loom', 'well', 'mast'].map((id) => ({ id, planned: id === 'mast' }));
const pin = (id: string) => ({ id, text: '' });

/** As `key id` and `id, used`. */
function lines(pins: Parameters<typeof offeredStories>[1], recent: readonly string[]): string[] {
  return offeredStories(stories, pins, recent).map(
    ({ storyId, slot, isRecent }) => `${slot === null ? '' : `${slot} `}${storyId}${isRecent ? ', used' : ''}`,
  );
}

test('the pinned stories by their keys, then the last used, then the others, each once', () => {
  expect(lines({ 9: pin('kiln'), 2: pin('well') }, ['loom', 'kiln'])).toEqual([
    '2 well',
    '9 kiln, used',
    'loom, used',
    'pier',
  ]);
});

test('without pins, and before any other story was on the prompter: all, in the library’s order', () => {
  expect(lines({}, [])).toEqual(['kiln', 'pier', 'loom', 'well']);
});

test('neither stories that are gone nor those that aren’t written yet', () => {
  expect(lines({ 1: pin('gone'), 2: pin('mast') }, ['gone too', 'mast', 'pier'])[0]).toBe('pier, used');
});
