import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandId, ViewName } from '../../../src/core/contract/commands.ts';
import { commandsByKey, pushScope, type KeyScope, type Press } from '../../../src/renderer/client/keys.ts';

interface Pressed {
  shiftKey?: boolean;
  ctrlKey?: boolean;
  repeat?: boolean;
  isComposing?: boolean;
  keyCode?: number;
  /** What has the focus, by the selectors that match it. */
  on?: string[];
}

let win: EventTarget;
beforeEach(() => {
  win = new EventTarget();
});

/** Presses a key in the window; whether the browser may still do with it what it does. */
function press(key: string, { on = [], ...more }: Pressed = {}): boolean {
  const event = new Event('keydown', { cancelable: true });
  const none = { code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false };
  const closest = (selector: string) => (selector.split(/, (?![^(]*\))/u).some((one) => on.includes(one)) ? {} : null);
  Object.assign(event, { key, ...none, ...more });
  Object.defineProperty(event, 'target', { value: { closest } });
  return win.dispatchEvent(event);
}

/** A scope that takes what it is asked for by these names, or all commands; what it was asked, in order. */
function scope(takes: readonly string[] | 'commands', more: Partial<KeyScope> = {}) {
  const asked: string[] = [];
  const took: string[] = [];
  const end = pushScope(win as Window, {
    view: 'prompter',
    press: ({ name, command }: Press) => {
      asked.push(name);
      const isTaken = takes === 'commands' ? command !== null : takes.includes(name);
      if (isTaken) took.push(command ?? name);
      return isTaken;
    },
    ...more,
  });
  return { asked, took, end };
}

const text = ['input', 'textarea', '[contenteditable]'];
const settled = [...text, '[data-writing="false"]'];
const box = [...text, 'input[type="checkbox"]'];

describe('a key', () => {
  test('runs its command, and the browser does nothing with it', () => {
    const { took } = scope('commands');
    expect(press(' ')).toBe(false);
    expect(press('O', { shiftKey: true })).toBe(false);
    expect(took).toEqual(['play-pause', 'less-opaque']);
  });

  test('is the browser’s where no scope takes it', () => {
    const { took } = scope('commands');
    expect(press('F8')).toBe(true);
    expect(press('r', { ctrlKey: true })).toBe(true);
    expect(took).toEqual([]);
  });

  test.each<[ViewName, boolean]>([
    ['prompter', false],
    ['rehearsal', false],
    ['library', true],
  ])('F5 in the %s reloads the page: %s; whatever has the focus', (view, reloads) => {
    scope([], { view });
    expect(press('F5')).toBe(reloads);
    expect(press('F5', { shiftKey: true, on: text })).toBe(reloads);
    expect(press('F5', { repeat: true })).toBe(reloads);
    expect(press('F5', { ctrlKey: true })).toBe(true);
    scope([], { view, isModal: true });
    expect(press('F5', { on: ['dialog:modal'] })).toBe(reloads);
    scope([], { view, keepsPage: true });
    expect(press('F5', { on: ['dialog:modal'] })).toBe(false);
  });

  test('reaches no scope where an element or an input method takes it', () => {
    win.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    const { asked } = scope('commands');
    press('n');
    press('n', { isComposing: true });
    press('Enter', { keyCode: 229 });
    expect(asked).toEqual([]);
  });

  test('is read by the commands of the scope’s view', () => {
    const { took } = scope('commands', { view: 'rehearsal' });
    press('Enter');
    press('n');
    expect(took).toEqual(['finish-run']);
  });
});

describe('what has the focus', () => {
  const cases: [what: string, on: string[], view: ViewName, key: string, more: Pressed, CommandId | null][] = [
    ['text', text, 'prompter', ' ', {}, null],
    ['text', text, 'prompter', 'n', {}, null],
    ['text, which has its own undo', text, 'library', 'z', { ctrlKey: true }, null],
    ['text being written', [...text, '[data-writing="true"]'], 'settings', 'z', { ctrlKey: true }, null],
    ['a hotkey being recorded', ['button', '[data-recording="true"]'], 'settings', ',', { ctrlKey: true }, null],
    ['a settled field', settled, 'settings', 'z', { ctrlKey: true }, 'undo-setting'],
    ['a settled field', settled, 'settings', 'L', { shiftKey: true }, null],
    ['a list', ['select'], 'settings', 'z', { ctrlKey: true }, 'undo-setting'],
    ['a list', ['select'], 'rehearsal', 'Enter', {}, null],
    ['a button', ['button'], 'prompter', ' ', {}, null],
    ['a button', ['button'], 'rehearsal', 'Enter', {}, null],
    ['a button', ['button'], 'prompter', 'ArrowDown', {}, 'next-row'],
    ['a box', box, 'rehearsal', ' ', {}, null],
    ['a box', box, 'rehearsal', 'Enter', {}, 'finish-run'],
    ['a box', box, 'rehearsal', '2', {}, 'rate-hard'],
  ];
  test.each(cases)('%s (%j) in the %s: %s with %j asks for %s', (_, on, view, key, more, command) => {
    const { took } = scope('commands', { view });
    expect(press(key, { on, ...more })).toBe(command === null);
    expect(took).toEqual(command === null ? [] : [command]);
  });

  test('still lets a scope see the key', () => {
    const { took } = scope(['Escape']);
    press('Escape', { on: text });
    expect(took).toEqual(['Escape']);
  });
});

describe('a stack', () => {
  test('asks the last scope first, and lower ones only about what it lets through', () => {
    const below = scope('commands');
    const above = scope(['n']);
    press('n');
    press('x');
    expect(above.asked).toEqual(['n', 'x']);
    expect(below.asked).toEqual(['x']);
    above.end();
    press('n');
    expect(below.took).toEqual(['last-story', 'next-story']);
  });

  test('asks no scope below a modal one', () => {
    const below = scope('commands');
    const { took } = scope(['?'], { isModal: true });
    expect(press('n')).toBe(true);
    expect(press('?', { shiftKey: true })).toBe(false);
    expect(took).toEqual(['show-help']);
    expect(below.asked).toEqual([]);
  });

  test('asks only modal scopes about what is pressed in a dialog', () => {
    const view = scope('commands');
    expect(press('n', { on: ['dialog:modal'] })).toBe(true);
    const dialog = scope('commands', { isModal: true });
    press('n', { on: ['dialog:modal'] });
    expect(view.asked).toEqual([]);
    expect(dialog.took).toEqual(['next-story']);
  });

  test('goes to the modal scope even if another one was pushed after it', () => {
    const { took } = scope(['?'], { isModal: true });
    const later = scope(['?']);
    expect(press('?', { shiftKey: true, on: ['dialog:modal'] })).toBe(false);
    expect(press('?', { shiftKey: true })).toBe(false);
    expect(took).toEqual(['show-help', 'show-help']);
    expect(later.asked).toEqual([]);
  });

  test('of another window gets none of it', () => {
    const { asked } = scope('commands');
    win = new EventTarget();
    press('n');
    expect(asked).toEqual([]);
  });
});

describe('held down, a key', () => {
  const held = { repeat: true };

  test('goes through the rows, but doesn’t start and stop', () => {
    const { took } = scope('commands');
    expect(press('ArrowDown', held)).toBe(false);
    expect(press(' ', held)).toBe(false);
    expect(press('n', held)).toBe(false);
    expect(took).toEqual(['next-row']);
  });

  test('scrolls a dialog as it does without Offbook', () => {
    const { took } = scope('commands', { isModal: true, view: 'rehearsal' });
    expect(press('ArrowDown', held)).toBe(true);
    expect(took).toEqual([]);
  });
});

describe('in a rehearsal', () => {
  const held = { repeat: true };

  /** The keys of a prompter, and what they carried out. */
  function prompter() {
    const ran: (CommandId | 'nothing')[] = [];
    let rehearsing = false;
    const answer = commandsByKey(() => rehearsing);
    pushScope(win as Window, {
      view: 'prompter',
      press: (pressed) => {
        const command = answer(pressed);
        if (command !== null) ran.push(command);
        return command !== null;
      },
    });
    return { ran, rehearse: (on: boolean) => void (rehearsing = on) };
  }

  test.each(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'])('%s held down marks once', (key) => {
    const { ran, rehearse } = prompter();
    rehearse(true);
    press(key);
    press(key, held);
    expect(ran).toEqual([expect.stringMatching(/^(?:next|previous)-/u), 'nothing']);
  });

  test('the text size still changes', () => {
    const { ran, rehearse } = prompter();
    rehearse(true);
    press(']');
    press(']', held);
    expect(ran).toEqual(['bigger', 'bigger']);
  });

  test('the key that ended it moves nothing until it is pressed again', () => {
    const { ran, rehearse } = prompter();
    rehearse(true);
    press('PageDown');
    rehearse(false);
    press('PageDown', held);
    expect(ran).toEqual(['next-row', 'nothing']);
    press('PageDown');
    press('PageDown', held);
    expect(ran.slice(2)).toEqual(['next-row', 'next-row']);
  });

  test('a key that is held as it begins marks nothing', () => {
    const { ran, rehearse } = prompter();
    press('ArrowDown');
    rehearse(true);
    press('ArrowDown', held);
    expect(ran).toEqual(['next-row', 'nothing']);
  });
});
