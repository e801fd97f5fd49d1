import { describe, expect, test } from 'vitest';
import { commandIds, commands, type ViewName } from '../../../src/core/contract/commands.ts';
import { type HelpAbilities, helpGroups, sheetGroups } from '../../../src/renderer/shell/help-rows.ts';

const desktop: HelpAbilities = {
  shell: 'electron',
  alwaysOnTop: true,
  opacity: true,
  clickThrough: true,
  canFloat: false,
  hotkeys: [],
};
const browser: HelpAbilities = {
  ...desktop,
  shell: 'browser',
  alwaysOnTop: false,
  opacity: false,
  clickThrough: false,
};

function rowsOf(view: ViewName, able = desktop, words = '', platform: 'macos' | 'linux' = 'linux') {
  return helpGroups(view, able, platform, words).flatMap(({ rows }) => rows);
}

const isPin = (id: string): boolean => /^story-\d$/u.test(id);

test('every command is in one group', () => {
  const listed = sheetGroups.flatMap(({ commands: ids }) => ids).filter((id) => id !== 'pins');
  expect(listed.toSorted()).toEqual(commandIds.filter((id) => !isPin(id)).toSorted());
});

describe('the keys sheet', () => {
  test.each(['prompter', 'library', 'settings', 'rehearsal', 'progress'] as const)(
    'has every command of the %s, once, and one line for the pins',
    (view) => {
      const rows = rowsOf(view);
      const ofView = commandIds.filter((id) => commands[id].views.includes(view));
      const listed = rows.flatMap(({ command }) => command ?? []);
      expect(listed.toSorted()).toEqual(ofView.filter((id) => !isPin(id)).toSorted());
      expect(rows.filter(({ title }) => title === 'Pinned story')).toHaveLength(ofView.some(isPin) ? 1 : 0);
      expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
    },
  );

  test('has the keys of the library’s list', () => {
    const keysOf = (title: string) => rowsOf('library').find((row) => row.title === title)?.keys;
    expect(keysOf('Next, previous story in the list')).toEqual(['↓', '↑', 'J', 'K']);
    expect(keysOf('Rehearse the story')).toEqual(['R']);
    expect(keysOf('Open the story in the editor')).toEqual(['O']);
    expect(rowsOf('prompter').some(({ title }) => title.startsWith('Next, previous story'))).toBe(false);
  });

  test('leaves out what can’t work here', () => {
    const all = rowsOf('prompter').map(({ command }) => command);
    const leftOut = (able: HelpAbilities) => {
      const listed = rowsOf('prompter', able).map(({ command }) => command);
      return new Set(all.filter((command) => !listed.includes(command)));
    };
    const windowOnly = ['more-opaque', 'less-opaque', 'to-camera', 'toggle-top', 'toggle-click-through'];
    expect(leftOut({ ...browser, canFloat: true })).toEqual(new Set(windowOnly));
    expect(leftOut(browser)).toEqual(new Set([...windowOnly, 'toggle-prompter']));
    expect(leftOut({ ...desktop, clickThrough: false })).toEqual(new Set(['toggle-click-through']));
  });

  test('shows the keys of this system', () => {
    const keysOf = (command: string, platform?: 'macos') =>
      rowsOf('library', desktop, '', platform).find((row) => row.command === command)?.keys;
    expect(keysOf('show-settings')).toEqual(['Ctrl ,']);
    expect(keysOf('show-settings', 'macos')).toEqual(['⌘ ,']);
    expect(keysOf('undo-setting')).toEqual(['Ctrl Z']);
  });

  test('shows the hotkey that is held, and one that isn’t available', () => {
    const rows = rowsOf('prompter', {
      ...desktop,
      hotkeys: [
        { command: 'play-pause', accelerator: 'CommandOrControl+Shift+F8', state: 'registered' },
        { command: 'next-row', accelerator: 'CommandOrControl+Shift+F9', state: 'refused' },
      ],
    });
    const shown = (command: string) => {
      const { hotkey, isRefused } = rows.find((each) => each.command === command)!;
      return [hotkey, isRefused];
    };
    expect(shown('play-pause')).toEqual(['Ctrl+Shift+F8', false]);
    expect(shown('next-row')).toEqual(['Ctrl+Shift+F9', true]);
    expect(shown('reset')).toEqual([null, false]);
  });

  test('is filtered by the words of a title, or by a key', () => {
    const found = (words: string) => rowsOf('prompter', desktop, words).map(({ command }) => command);
    expect(found('ROW next')).toEqual(['next-row']);
    expect(found('page up')).toEqual(['previous-row']);
    expect(found('v')).toContain('next-variant');
    expect(found('kettle')).toEqual([]);
    expect(helpGroups('prompter', desktop, 'linux', 'kettle')).toEqual([]);
  });
});
