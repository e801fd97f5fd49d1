import { describe, expect, test } from 'vitest';
import type { CommandId } from '../../../src/core/contract/commands.ts';
import { answerKey, setUpKeys } from '../../../src/renderer/client/keys.ts';

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

describe('in a rehearsal', () => {
  const held = { repeat: true };

  test.each(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'])('%s held down marks once', (key) => {
    expect(answerKey(press(key), 'elsewhere', 'prompter', true)).toMatch(/^(?:next|previous)-/u);
    expect(answerKey(press(key, held), 'elsewhere', 'prompter', true)).toBe('nothing');
    expect(answerKey(press(key, held), 'elsewhere', 'prompter', false)).not.toBe('nothing');
  });

  test('the size of the text is changed as ever', () => {
    expect(answerKey(press('b', held), 'elsewhere', 'prompter', true)).toBe('bigger');
  });

  test('the key that ended it moves nothing until it is pressed again', () => {
    const keys = listening();
    keys.rehearse(true);
    keys.press('PageDown');
    keys.rehearse(false);
    keys.press('PageDown', held);
    expect(keys.ran).toEqual(['next-section']);
    keys.press('PageDown');
    keys.press('PageDown', held);
    expect(keys.ran).toEqual(['next-section', 'next-section', 'next-section']);
  });

  test('a key that is held as it begins marks nothing', () => {
    const keys = listening();
    keys.press('ArrowDown');
    keys.rehearse(true);
    keys.press('ArrowDown', held);
    expect(keys.ran).toEqual(['next-row']);
  });
});

/** The keys of a prompter, pressed in a window of their own. */
function listening() {
  const win = new EventTarget();
  const ran: CommandId[] = [];
  let rehearsing = false;
  setUpKeys(win as Window, 'prompter', { run: (id) => ran.push(id), isRehearsing: () => rehearsing });
  return {
    ran,
    rehearse: (on: boolean) => {
      rehearsing = on;
    },
    press: (key: string, more: Parameters<typeof press>[1] = {}) =>
      win.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), press(key, more))),
  };
}
