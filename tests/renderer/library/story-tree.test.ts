import { describe, expect, test } from 'vitest';
import {
  answerTreeKey,
  groupStories,
  placesOf,
  type TreeAnswer,
  type TreePlace,
} from '../../../src/renderer/library/story-tree.ts';
import { brief } from '../briefs.ts';

const stories = [
  brief('a', { group: 'Ownership' }),
  brief('b', { group: null }),
  brief('c', { group: 'Dive deep' }),
  brief('d', { group: 'Ownership', file: 'other.md' }),
];
const groups = groupStories(stories);
const none: ReadonlySet<string | null> = new Set();
const story = (id: string, group: string | null = 'Ownership'): TreePlace => ({ type: 'story', id, group });
const head = (name: string | null): TreePlace => ({ type: 'group', name });

describe('groups', () => {
  test('are where their first story is, and a group in two files is one', () => {
    expect(groups.map(({ name, stories: inGroup }) => [name, inGroup.map(({ id }) => id)])).toEqual([
      ['Ownership', ['a', 'd']],
      [null, ['b']],
      ['Dive deep', ['c']],
    ]);
  });

  test('that are closed hide their stories, not themselves', () => {
    expect(placesOf(groups, new Set(['Ownership']))).toEqual([
      head('Ownership'),
      head(null),
      story('b', null),
      head('Dive deep'),
      story('c', 'Dive deep'),
    ]);
  });
});

describe('a key in the tree', () => {
  const answer = (key: string, at: TreePlace, closed = none): TreeAnswer =>
    answerTreeKey(key, at, placesOf(groups, closed), closed);

  test('goes to the line above or below, over headings, and stays at the ends', () => {
    expect(answer('ArrowDown', story('a'))).toEqual({ type: 'go', to: story('d') });
    expect(answer('ArrowDown', story('d'))).toEqual({ type: 'go', to: head(null) });
    expect(answer('ArrowUp', head('Ownership'))).toEqual({ type: 'go', to: head('Ownership') });
    expect(answer('ArrowDown', story('c', 'Dive deep'))).toEqual({ type: 'go', to: story('c', 'Dive deep') });
    expect(answer('Home', story('c', 'Dive deep'))).toEqual({ type: 'go', to: head('Ownership') });
    expect(answer('End', story('a'))).toEqual({ type: 'go', to: story('c', 'Dive deep') });
    expect(answer('PageDown', story('a'))).toEqual({ type: 'go', to: story('c', 'Dive deep') });
  });

  test('opens and closes groups, and leads from a story to its group', () => {
    const closed = new Set(['Ownership']);
    expect(answer('ArrowLeft', story('d'))).toEqual({ type: 'go', to: head('Ownership') });
    expect(answer('ArrowLeft', head('Ownership'))).toEqual({ type: 'close', group: 'Ownership' });
    expect(answer('ArrowLeft', head('Ownership'), closed)).toBeNull();
    expect(answer('ArrowRight', head('Ownership'), closed)).toEqual({ type: 'open', group: 'Ownership' });
    expect(answer('ArrowRight', head('Ownership'))).toEqual({ type: 'go', to: story('a') });
    expect(answer('Enter', head('Ownership'))).toEqual({ type: 'close', group: 'Ownership' });
  });

  test('takes, rehearses or edits the story; letters move, too', () => {
    expect(answer('Enter', story('d'))).toEqual({ type: 'take', id: 'd' });
    expect(answer('r', story('d'))).toEqual({ type: 'rehearse', id: 'd' });
    expect(answer('o', story('d'))).toEqual({ type: 'edit', id: 'd' });
    expect(answer('r', head('Ownership'))).toBeNull();
    expect(answer('o', head('Ownership'))).toBeNull();
    expect(answer('j', story('a'))).toEqual({ type: 'go', to: story('d') });
    expect(answer('k', story('d'))).toEqual({ type: 'go', to: story('a') });
  });

  test('that is nobody’s goes its way', () => {
    expect(answer('q', story('a'))).toBeNull();
    expect(answer('ArrowRight', story('a'))).toBeNull();
  });
});
