import { describe, expect, test } from 'vitest';
import { searchKeyAction, searchStatus, matchText } from '../../../src/renderer/search/use-search.ts';

describe('a key in the search field', () => {
  test('wraps around the matches', () => {
    expect(searchKeyAction('ArrowDown', 2, 3)).toEqual({ type: 'select', index: 0 });
    expect(searchKeyAction('ArrowUp', 0, 3)).toEqual({ type: 'select', index: 2 });
  });

  test('picks the selected one, even where the list has become shorter', () => {
    expect(searchKeyAction('Enter', 1, 3)).toEqual({ type: 'pick', index: 1 });
    expect(searchKeyAction('Enter', 5, 3)).toEqual({ type: 'pick', index: 2 });
  });

  test('does nothing without matches, but always leaves', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) expect(searchKeyAction(key, -1, 0)).toBeNull();
    expect(searchKeyAction('Escape', -1, 0)).toEqual({ type: 'leave' });
  });

  test('is text where it is a character', () => {
    expect(searchKeyAction('a', 0, 3)).toBeNull();
    expect(searchKeyAction('Home', 0, 3)).toBeNull();
  });
});

describe('a match as text', () => {
  const hit = (text: string) => ({ text, hit: true });
  const plain = (text: string) => ({ text, hit: false });

  test('has its words marked in the title where that is what was found', () => {
    const snippet = [plain('The '), hit('oven'), plain(' that smoked')];
    expect(matchText('The oven that smoked', snippet)).toEqual({ title: snippet, reason: [] });
    const cut = [plain('…'), plain('the '), hit('oven'), plain(' that'), plain('…')];
    expect(matchText('I cleaned the oven that smoked', cut)).toEqual({ title: cut, reason: [] });
  });

  test('has the reason beside the title elsewhere, also where the title has the same words', () => {
    const snippet = [hit('oven')];
    expect(matchText('The oven that smoked', snippet)).toEqual({
      title: [plain('The oven that smoked')],
      reason: snippet,
    });
  });
});

test('a search says how it went', () => {
  expect(searchStatus('', 0, null)).toBe('');
  expect(searchStatus('oven', 1, null)).toBe('One story.');
  expect(searchStatus('oven', 3, null)).toContain('3 stories');
  expect(searchStatus('oven', 0, null)).toContain('No story');
  expect(searchStatus('oven', 0, 'Offbook is gone.')).toBe('Offbook is gone.');
});
