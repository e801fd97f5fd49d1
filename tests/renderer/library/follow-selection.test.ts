import { describe, expect, test } from 'vitest';
import { firstNew, followSelection } from '../../../src/renderer/library/follow-selection.ts';
import { brief } from '../briefs.ts';

const before = [brief('a', { line: 1 }), brief('b', { line: 20 }), brief('c', { line: 40 })];

describe('the selection', () => {
  test('stays on its story wherever that moves to', () => {
    expect(followSelection(before, before.toReversed(), 'b')).toBe('b');
  });

  test('follows a story whose heading was rewritten: the new one nearest to its line', () => {
    const now = [brief('a'), brief('new', { line: 2 }), brief('b2', { line: 21 }), brief('c', { line: 41 })];
    expect(followSelection(before, now, 'b')).toBe('b2');
  });

  test('is not fooled by a new story in another file', () => {
    const now = [brief('a'), brief('x', { line: 20, file: 'other.md' }), brief('c')];
    expect(followSelection(before, now, 'b')).toBe('x');
    expect(followSelection(before, [brief('x', { line: 20, file: 'other.md' }), brief('a'), brief('c')], 'b')).toBe(
      'a',
    );
  });

  test('goes to the story now in a deleted one’s position, or to the last one', () => {
    expect(followSelection(before, [brief('a'), brief('c')], 'b')).toBe('c');
    expect(followSelection(before, [brief('a'), brief('b')], 'c')).toBe('b');
  });

  test('waits while there are no stories at all', () => {
    expect(followSelection(before, [], 'b')).toBe('b');
    expect(followSelection([], before, 'b')).toBe('b');
  });

  test('begins at the first story', () => {
    expect(followSelection([], before, null)).toBe('a');
    expect(followSelection([], before, 'never-there')).toBe('a');
    expect(followSelection([], [], null)).toBeNull();
  });
});

test('finds the first new story, or none where all are known', () => {
  expect(firstNew(before, [brief('a'), brief('x'), brief('y')])).toBe('x');
  expect(firstNew(before, before)).toBeNull();
});
