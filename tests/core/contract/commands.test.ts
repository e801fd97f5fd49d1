import { describe, expect, test } from 'vitest';
import {
  commandIds,
  commands,
  isCommandId,
  keyLabel,
  type CommandId,
  type ViewName,
} from '../../../src/core/contract/commands.ts';

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

describe('the grammar of keys', () => {
  const keysIn = (view: ViewName) =>
    new Map(
      table.flatMap(({ id, keys, views }) => (views.includes(view) ? keys.map((key) => [key, id] as const) : [])),
    );
  const prompter = keysIn('prompter');
  const stage = keysIn('rehearsal');

  test.each<[key: string, prompter: CommandId, stage: CommandId]>([
    [' ', 'play-pause', 'pause-run'],
    ['ArrowDown', 'next-row', 'mark-section'],
    ['ArrowUp', 'previous-row', 'undo-mark'],
    ['Shift+ArrowDown', 'next-section', 'mark-section'],
    ['Shift+ArrowUp', 'previous-section', 'undo-mark'],
    [']', 'bigger', 'more-text'],
    ['[', 'smaller', 'less-text'],
    ['r', 'reset', 'repeat-run'],
    ['d', 'next-theme', 'next-theme'],
    ['u', 'toggle-count-up', 'toggle-count-up'],
  ])('%s is the same thing on the prompter and on the stage: %s, %s', (key, onPrompter, onStage) => {
    expect([prompter.get(key), stage.get(key)]).toEqual([onPrompter, onStage]);
  });

  // As Logitech’s and Kensington’s clickers and page-turning pedals send them.
  test.each(['PageDown', 'PageUp', 'F5', 'Shift+F5', '.', 'b'])('a clicker’s %s does something on both', (key) => {
    expect([prompter.has(key), stage.has(key)]).toEqual([true, true]);
  });

  test('no other key means one thing on the prompter and another on the stage', () => {
    const clashing = [...prompter.keys()].filter((key) => stage.has(key) && prompter.get(key) !== stage.get(key));
    expect(clashing.toSorted()).toEqual(
      [' ', '.', 'b', 'F5', 'Shift+F5', 'ArrowDown', 'PageDown', 'ArrowUp', 'PageUp', '[', '(', ']', ')', 'r']
        .concat(['Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+PageDown', 'Shift+PageUp'])
        // The ratings, which only a result has.
        .concat(['1', '2', '3', '4'])
        .toSorted(),
    );
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
    ['next-section', 'Shift ↓'],
    ['previous-section', 'Shift ↑'],
    ['next-story', '→'],
    ['previous-story', '←'],
    ['next-variant', 'V'],
    ['next-follow-up', 'F'],
    ['toggle-mode', 'M'],
    ['faster', '>'],
    ['slower', '<'],
    ['bigger', ']'],
    ['smaller', '['],
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
    ['pause-run', 'Space'],
    ['mark-section', '↓'],
    ['undo-mark', '↑'],
    ['more-text', ']'],
    ['discard-run', 'Delete'],
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
