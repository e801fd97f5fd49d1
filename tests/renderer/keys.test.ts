import { describe, expect, test } from 'vitest';
import { answerKey } from '../../src/renderer/keys.ts';

function press(key: string, more: { shiftKey?: boolean; ctrlKey?: boolean; repeat?: boolean } = {}) {
  return { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more };
}

describe('a key in the prompter', () => {
  test('runs its command', () => {
    expect(answerKey(press(' '), 'elsewhere')).toBe('play-pause');
    expect(answerKey(press('B', { shiftKey: true }), 'elsewhere')).toBe('smaller');
  });

  test('goes its way where it is nobody’s, as with the browser’s own', () => {
    expect(answerKey(press('F5'), 'elsewhere')).toBeNull();
    expect(answerKey(press('r', { ctrlKey: true }), 'elsewhere')).toBeNull();
  });

  test('is text in a field', () => {
    expect(answerKey(press(' '), 'field')).toBeNull();
    expect(answerKey(press('n'), 'field')).toBeNull();
  });

  test('presses a button that has the focus, and only that', () => {
    expect(answerKey(press(' '), 'button')).toBeNull();
    expect(answerKey(press('Enter'), 'button')).toBeNull();
    expect(answerKey(press('ArrowDown'), 'button')).toBe('next-row');
  });

  test('ticks a box with Space only', () => {
    expect(answerKey(press(' '), 'box', 'rehearsal')).toBeNull();
    expect(answerKey(press('Enter'), 'box', 'rehearsal')).toBe('finish-run');
    expect(answerKey(press('2'), 'box', 'rehearsal')).toBe('rate-hard');
  });

  test('held down goes through the rows, but doesn’t start and stop', () => {
    expect(answerKey(press('ArrowDown', { repeat: true }), 'elsewhere')).toBe('next-row');
    expect(answerKey(press(' ', { repeat: true }), 'elsewhere')).toBe('nothing');
    expect(answerKey(press('n', { repeat: true }), 'elsewhere')).toBe('nothing');
  });
});
