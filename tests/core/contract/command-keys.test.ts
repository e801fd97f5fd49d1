import { describe, expect, test } from 'vitest';
import { commandForKey, type KeyPress } from '../../../src/core/contract/command-keys.ts';
import { commandIds, commands, type CommandId, type ViewName } from '../../../src/core/contract/commands.ts';

type Modifier = 'shift' | 'ctrl' | 'alt' | 'meta';

function press(key: string, ...modifiers: Modifier[]): KeyPress {
  return pressAt('', key, ...modifiers);
}

function pressAt(code: string, key: string, ...modifiers: Modifier[]): KeyPress {
  return {
    key,
    code,
    shiftKey: modifiers.includes('shift'),
    ctrlKey: modifiers.includes('ctrl'),
    altKey: modifiers.includes('alt'),
    metaKey: modifiers.includes('meta'),
  };
}

function commandFor(key: string, ...modifiers: Modifier[]): CommandId | null {
  return commandForKey(press(key, ...modifiers), 'prompter');
}

const table = commandIds.map((id) => ({ id, ...commands[id] }));

test.each(table.flatMap(({ id, keys, views }) => keys.map((key: string) => ({ id, key, view: views[0]! }))))(
  '$id: a press of "$key" reaches it',
  ({ id, key, view }) => {
    const [modifier, held] = key.length > 1 ? key.split('+') : [];
    const modifiers: Readonly<Record<string, Modifier>> = { Shift: 'shift', Control: 'ctrl', Meta: 'meta' };
    const pressed = held === undefined ? press(key) : press(held, modifiers[modifier!]!);
    expect(commandForKey(pressed, view)).toBe(id);
  },
);

describe('commandForKey', () => {
  test.each<[string, string, Modifier[], CommandId | null]>([
    ['Space', ' ', [], 'play-pause'],
    ['an arrow', 'ArrowDown', [], 'next-row'],
    ['a small letter', 'o', [], 'more-opaque'],
    ['the same letter under CapsLock', 'O', [], 'more-opaque'],
    ['with Shift', 'O', ['shift'], 'less-opaque'],
    ['with Shift under CapsLock', 'o', ['shift'], 'less-opaque'],
    ['a letter that has nothing with Shift', 'B', ['shift'], null],
    ['an arrow with Shift', 'ArrowDown', ['shift'], 'next-section'],
    ['another arrow with Shift', 'ArrowLeft', ['shift'], null],
    ['a function key with Shift', 'F5', ['shift'], 'play-pause'],
    ['a square bracket', ']', [], 'bigger'],
    ['a parenthesis, with Shift on many layouts', ')', ['shift'], 'bigger'],
    ['a square bracket with AltGr (German), as Windows tells it', '[', ['ctrl', 'alt'], null],
    ['plus, unshifted (German, number pad)', '+', [], 'add-time'],
    ['plus as Shift and the key of = (American)', '+', ['shift'], 'add-time'],
    ['= as Shift and 0 (German)', '=', ['shift'], 'add-time'],
    ['> as Shift and the full stop (American)', '>', ['shift'], 'faster'],
    ['< unshifted (German)', '<', [], 'slower'],
    ['AltGr as Windows tells it, < on a Hungarian layout', '<', ['ctrl', 'alt'], null],
    ['AltGr and Q, an at sign', '@', ['ctrl', 'alt'], null],
    ['AltGr and E, a euro sign', '€', ['ctrl', 'alt'], null],
    ['AltGr and a letter', 'b', ['ctrl', 'alt'], null],
    ['Option and a letter on macOS', '∫', ['alt'], null],
    ['Alt and a letter, a menu', 'b', ['alt'], null],
    ['Alt and an arrow, back in a browser', 'ArrowLeft', ['alt'], null],
    ['Ctrl+R, reload', 'r', ['ctrl'], null],
    ['Ctrl+F5, reload without the cache', 'F5', ['ctrl'], null],
    ['Ctrl+plus, zoom', '+', ['ctrl'], null],
    ['Command+W, close', 'w', ['meta'], null],
    ['Ctrl+Shift+B', 'B', ['ctrl', 'shift'], null],
    ['a modifier alone', 'Shift', ['shift'], null],
    ['Ctrl alone', 'Control', ['ctrl'], null],
    ['a dead key', 'Dead', [], null],
    ['a key of an input method', 'Process', [], null],
    ['a letter of another script', 'и', [], null],
    ['a letter that grows when raised', 'ß', ['shift'], null],
    ['a name of every object', 'constructor', [], null],
    ['another one', '__proto__', [], null],
    ['no key', '', [], null],
  ])('%s', (_, key, modifiers, command) => {
    expect(commandFor(key, ...modifiers)).toBe(command);
  });

  test('no command is reached with Ctrl, Alt or Command held, unless its key is written so', () => {
    const keys: string[] = table.flatMap((row) => [...row.keys]);
    const plain = keys.filter((key) => !/^(?:Control|Meta)\+./.test(key) && !keys.includes(`Control+${key}`));
    expect(plain.length).toBeGreaterThan(40);
    for (const key of plain) {
      for (const modifiers of [['ctrl'], ['alt'], ['meta'], ['ctrl', 'alt'], ['ctrl', 'shift']] as Modifier[][]) {
        expect(commandFor(key, ...modifiers)).toBeNull();
      }
    }
  });
});

describe('a layout', () => {
  test.each<[layout: string, key: string, code: string, Modifier[], ViewName, CommandId | null]>([
    ['Russian', 'к', 'KeyR', [], 'prompter', 'reset'],
    ['Russian, CapsLock', 'К', 'KeyR', [], 'prompter', 'reset'],
    ['Russian', 'Щ', 'KeyO', ['shift'], 'prompter', 'less-opaque'],
    ['Russian', 'я', 'KeyZ', ['ctrl'], 'settings', 'undo-setting'],
    ['Russian', 'Я', 'KeyZ', ['ctrl', 'shift'], 'settings', null],
    ['Russian', 'ю', 'Period', [], 'prompter', 'play-pause'],
    ['Russian', 'Ю', 'Period', ['shift'], 'prompter', 'faster'],
    ['Russian', 'б', 'Comma', ['ctrl'], 'prompter', 'show-settings'],
    ['Russian', 'ъ', 'BracketRight', [], 'prompter', 'bigger'],
    ['Russian, its own comma', ',', 'Slash', ['shift'], 'prompter', null],
    ['Russian, its own ?', '?', 'Digit7', ['shift'], 'prompter', 'show-help'],
    ['Greek', 'ν', 'KeyN', [], 'prompter', 'next-story'],
    ['Greek', 'Ζ', 'KeyZ', ['meta'], 'library', 'undo-setting'],
    ['Hebrew', 'נ', 'KeyB', [], 'prompter', 'play-pause'],
    ['Hebrew, its own /', '/', 'KeyQ', [], 'prompter', 'find-story'],
    ['Hebrew', 'ץ', 'Period', [], 'rehearsal', 'pause-run'],
    ['Arabic', 'لا', 'KeyB', [], 'prompter', 'play-pause'],
    ['Arabic digits', '٣', 'Digit3', [], 'library', 'story-3'],
    ['Thai, a vowel mark', 'ิ', 'KeyB', [], 'prompter', 'play-pause'],
    ['Hindi', 'ग', 'KeyI', [], 'prompter', null],
    ['Russian with Alt', 'к', 'KeyR', ['alt'], 'prompter', null],
    ['AZERTY, a where American has q', 'a', 'KeyQ', [], 'prompter', 'toggle-top'],
    ['AZERTY, z', 'z', 'KeyW', ['ctrl'], 'settings', 'undo-setting'],
    ['AZERTY, é', 'é', 'Digit2', [], 'prompter', null],
    ['Dvorak, n', 'n', 'KeyL', [], 'prompter', 'next-story'],
    ['Dvorak, a full stop', '.', 'KeyE', [], 'prompter', 'play-pause'],
    ['German, y', 'y', 'KeyZ', ['ctrl'], 'settings', null],
    ['German, ö', 'ö', 'Semicolon', [], 'prompter', null],
    ['Turkish, ı', 'ı', 'KeyI', [], 'prompter', null],
    ['Mac, Option and P', 'π', 'KeyP', ['alt'], 'prompter', null],
    ['another script without a place', 'к', '', [], 'prompter', null],
  ])('%s: %s at %s with %j in %s', (_, key, code, modifiers, view, command) => {
    expect(commandForKey(pressAt(code, key, ...modifiers), view)).toBe(command);
  });
});
