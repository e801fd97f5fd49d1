import { describe, expect, test } from 'vitest';
import { commandIds, commands, isCommandId, keyLabel, type CommandId } from '../../../src/core/contract/commands.ts';

/** One that a slip of the finger would lock a person out with, and one that is hardly ever wanted. */
const keyless: readonly CommandId[] = ['toggle-click-through', 'report-problem'];

const table = commandIds.map((id) => ({ id, ...commands[id] }));

describe('the table', () => {
  test('has what a prompter needs', () => {
    expect(commandIds).toEqual(
      expect.arrayContaining<CommandId>([
        'play-pause',
        'reset',
        'add-time',
        'take-time',
        'next-row',
        'previous-row',
        'next-section',
        'previous-section',
        'next-story',
        'previous-story',
        'toggle-mode',
        'faster',
        'slower',
        'bigger',
        'smaller',
        'more-opaque',
        'less-opaque',
        'toggle-prompter',
        'toggle-top',
        'find-story',
        'last-story',
        'story-1',
        'story-9',
        'toggle-click-through',
        'show-library',
        'show-settings',
        'show-help',
        'undo-setting',
        'rehearse',
        'show-progress',
        'mark-section',
        'undo-mark',
        'peek',
        'finish-run',
        'rate-good',
      ]),
    );
  });

  test.each(table)('$id: written as a word of the command line, titled for a button, with a key and a view', (row) => {
    expect(row.id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/u);
    expect(row.title).toMatch(/^[A-Z]\S*( \S+)*$/u);
    if (!keyless.includes(row.id)) expect(row.keys.length).toBeGreaterThan(0);
    expect(row.views.length).toBeGreaterThan(0);
  });

  test('names no two buttons alike', () => {
    const titles = table.map((row) => row.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('never has two commands on one key in a view', () => {
    const taken = table.flatMap((row) => row.views.flatMap((view) => row.keys.map((key) => `${view} ${key}`)));
    expect(new Set(taken).size).toBe(taken.length);
  });
});

describe('default hotkeys', () => {
  const hotkeys = table.flatMap(({ id, hotkey }) => (hotkey === undefined ? [] : [{ id, hotkey }]));

  test('are there for what is wanted during a call', () => {
    expect(hotkeys.map(({ id }) => id).sort()).toEqual([
      'find-story',
      'next-row',
      'next-story',
      'play-pause',
      'previous-row',
      'previous-story',
      'toggle-prompter',
    ]);
  });

  test('are all different', () => {
    expect(new Set(hotkeys.map(({ hotkey }) => hotkey)).size).toBe(hotkeys.length);
  });

  test.each(hotkeys)('$id: $hotkey is in the accelerator grammar, and nobody types it or holds it', ({ hotkey }) => {
    const parts = hotkey.split('+');
    const key = parts.pop()!;
    // Electron's documented modifiers, less those that type: Alt and Option, AltGr (also Ctrl+Alt), and the desktops' Super.
    for (const modifier of parts) expect(modifier).toBeOneOf(['Command', 'Control', 'CommandOrControl', 'Shift']);
    expect(new Set(parts).size).toBe(parts.length);
    // Ctrl or Shift alone with a function key belongs to programs and desktops; F12 to the debuggers of Windows.
    expect(parts.length).toBeGreaterThanOrEqual(2);
    expect(key).toMatch(/^F([1-9]|1[01])$/u);
  });
});

describe('keyLabel', () => {
  test.each<[CommandId, string]>([
    ['play-pause', 'Space'],
    ['reset', 'R'],
    ['add-time', '+'],
    ['take-time', '−'],
    ['next-row', '↓'],
    ['previous-row', '↑'],
    ['next-section', 'Page Down'],
    ['previous-section', 'Page Up'],
    ['next-story', '→'],
    ['previous-story', '←'],
    ['next-variant', 'V'],
    ['next-follow-up', 'F'],
    ['toggle-mode', 'M'],
    ['faster', '.'],
    ['slower', ','],
    ['bigger', 'B'],
    ['smaller', 'Shift B'],
    ['more-opaque', 'O'],
    ['less-opaque', 'Shift O'],
    ['next-theme', 'D'],
    ['toggle-count-up', 'U'],
    ['toggle-top', 'A'],
    ['toggle-prompter', 'W'],
    ['find-story', '/'],
    ['story-1', '1'],
    ['last-story', 'X'],
    ['show-library', 'Shift L'],
    ['show-settings', 'Control ,'],
    ['show-help', '?'],
    ['rehearse', 'Shift R'],
    ['show-progress', 'Shift G'],
    ['mark-section', 'Space'],
    ['undo-mark', 'Backspace'],
    ['finish-run', 'Enter'],
    ['end-run', 'Escape'],
  ])('%s is on %s', (id, label) => {
    expect(keyLabel(id)).toBe(label);
  });

  test('is empty for a command without a key', () => {
    expect(keyLabel('toggle-click-through')).toBe('');
  });

  test('is there for every command with a key, and no two in a view are alike', () => {
    const labels = table.flatMap(({ id, keys, views }) =>
      keys.length > 0 ? views.map((view) => ({ view, label: keyLabel(id) })) : [],
    );
    for (const { label } of labels) expect(label.trim()).not.toBe('');
    expect(new Set(labels.map(({ view, label }) => `${view} ${label}`)).size).toBe(labels.length);
  });
});

test('isCommandId takes the table’s words and nothing else', () => {
  for (const id of commandIds) expect(isCommandId(id)).toBe(true);
  for (const word of [
    '',
    'play',
    'Play-Pause',
    'play-pause ',
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
  ]) {
    expect(isCommandId(word)).toBe(false);
  }
});
