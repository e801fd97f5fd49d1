import { describe, expect, test } from 'vitest';
import { searchKeyAction, searchStatus, matchText, partsBetween } from '../../../src/renderer/search/use-search.ts';

describe('a key in the search field', () => {
  test('wraps around the matches', () => {
    expect(searchKeyAction('ArrowDown', 2, 3)).toEqual({ type: 'select', index: 0 });
    expect(searchKeyAction('ArrowUp', 0, 3)).toEqual({ type: 'select', index: 2 });
  });

  test('picks the selected one, even where the list has become shorter', () => {
    expect(searchKeyAction('Enter', 1, 3)).toEqual({ type: 'pick', index: 1 });
    expect(searchKeyAction('Enter', 5, 3)).toEqual({ type: 'pick', index: 2 });
  });

  test('begins at either end where nothing is selected, and Enter picks nothing there', () => {
    expect(searchKeyAction('ArrowDown', -1, 3)).toEqual({ type: 'select', index: 0 });
    expect(searchKeyAction('ArrowUp', -1, 3)).toEqual({ type: 'select', index: 2 });
    expect(searchKeyAction('Enter', -1, 3)).toBeNull();
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

  const named = (title: string, name = title) => ({ title, name });

  test('has its words marked in the name where that is what was found', () => {
    const snippet = [plain('The '), hit('oven'), plain(' that smoked')];
    expect(matchText(named('The oven that smoked'), snippet)).toEqual({ name: snippet, reason: [] });
    const cut = [plain('…'), plain('the '), hit('oven'), plain(' that'), plain('…')];
    expect(matchText(named('I cleaned the oven that smoked'), cut)).toEqual({
      name: [plain('I cleaned the '), hit('oven'), plain(' that smoked')],
      reason: [],
    });
  });

  test('has them marked in a short name, whole words only', () => {
    const question = 'Tell me about a time when you won in an oven thing';
    const snippet = [plain('Tell me about a time when you '), hit('won'), plain(' in an oven '), hit('thing')];
    const name = [hit('Won'), plain(' in an oven '), hit('thing')];
    expect(matchText(named(question, 'Won in an oven thing'), snippet)).toEqual({ name, reason: [] });
    const inside = [plain('Tell me about something with a '), hit('thing')];
    expect(matchText(named('Tell me about something with a thing', 'Something with a thing'), inside).name).toEqual([
      plain('Something with a '),
      hit('thing'),
    ]);
  });

  test('has the reason as well, if the short name lacks a word or may be cut before it', () => {
    const before = [plain('Tell me about a '), hit('time'), plain(' you won')];
    expect(matchText(named('Tell me about a time you won', 'Won'), before)).toEqual({ name: null, reason: before });
    const long = `${'A very long name for such a small thing '.repeat(2)}oven`;
    const late = [plain(long.slice(0, -4)), hit('oven')];
    const cut = [plain('…for such a small thing '), hit('oven')];
    expect(matchText(named(long), late)).toEqual({ name: null, reason: cut });
  });

  test('has the reason beside the name elsewhere, also where the title has the same words', () => {
    const snippet = [hit('oven')];
    expect(matchText(named('The oven that smoked'), snippet)).toEqual({ name: null, reason: snippet });
  });
});

test('a reason begins shortly before its first hit, which would be cut off otherwise', () => {
  const reasonOf = (lead: string) =>
    matchText(undefined, [
      { text: lead, hit: false },
      { text: 'oven', hit: true },
    ]).reason[0]?.text;
  expect(reasonOf('I cleaned the ')).toBe('I cleaned the ');
  expect(reasonOf('Before the fair, I cleaned the only ')).toBe('Before the fair, I cleaned the only ');
  expect(reasonOf('On the day before the fair I cleaned the ')).toBe('…the fair I cleaned the ');
  expect(reasonOf('前'.repeat(50))).toBe(`…${'前'.repeat(24)}`);
});

test('a marked text comes apart at a character', () => {
  const parts = [
    { text: 'The ', hit: false },
    { text: 'oven', hit: true },
    { text: ' that', hit: false },
  ];
  expect(partsBetween(parts, 0, 6)).toEqual([parts[0], { text: 'ov', hit: true }]);
  expect(partsBetween(parts, 6, 13)).toEqual([{ text: 'en', hit: true }, parts[2]]);
  expect(partsBetween(parts, 4, 8)).toEqual([parts[1]]);
});

test('a search says how it went', () => {
  expect(searchStatus('', 0, false, null)).toBe('');
  expect(searchStatus('oven', 1, true, null)).toBe('One story.');
  expect(searchStatus('oven', 3, true, null)).toContain('3 stories');
  expect(searchStatus('oven', 3, false, null)).toBe('Nothing fits well. 3 stories are near.');
  expect(searchStatus('oven', 1, false, null)).toBe('Nothing fits well. One story is near.');
  expect(searchStatus('oven', 0, false, null)).toContain('No story');
  expect(searchStatus('oven', 0, false, 'Offbook is gone.')).toBe('Offbook is gone.');
});
