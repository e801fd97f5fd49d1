import { describe, expect, test } from 'vitest';
import { commandIds, commands } from '../../../src/core/contract/commands.ts';
import { type HelpAbilities, helpRows } from '../../../src/renderer/shell/HelpSheet.tsx';

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

const row = (command: string, platform: 'macos' | 'linux' = 'linux') =>
  helpRows('library', desktop, platform).find((each) => each.command === command);

describe('the help sheet', () => {
  test.each(['prompter', 'library', 'settings'] as const)('has every command of the %s, once', (view) => {
    const listed = helpRows(view, desktop, 'linux').map(({ command }) => command);
    const ofView = commandIds.filter((id) => commands[id].views.includes(view));
    expect(listed.toSorted()).toEqual(ofView.toSorted());
  });

  test('leaves out what can’t work here', () => {
    const all = helpRows('prompter', desktop, 'linux').map(({ command }) => command);
    const leftOut = (able: HelpAbilities) => {
      const listed = helpRows('prompter', able, 'linux').map(({ command }) => command);
      return all.filter((command) => !listed.includes(command));
    };
    const windowOnly = ['more-opaque', 'less-opaque', 'to-camera', 'toggle-top', 'toggle-click-through'];
    expect(leftOut({ ...browser, canFloat: true })).toEqual(windowOnly);
    expect(leftOut(browser).toSorted()).toEqual([...windowOnly, 'toggle-prompter'].toSorted());
    expect(leftOut({ ...desktop, clickThrough: false })).toEqual(['toggle-click-through']);
  });

  test('shows the keys of this system', () => {
    expect(row('show-settings')?.keys).toEqual(['Ctrl ,']);
    expect(row('show-settings', 'macos')?.keys).toEqual(['⌘ ,']);
    expect(row('undo-setting')?.keys).toEqual(['Ctrl Z']);
  });

  test('shows the hotkey that is held, and one that isn’t available', () => {
    const rows = helpRows(
      'prompter',
      {
        ...desktop,
        hotkeys: [
          { command: 'play-pause', accelerator: 'CommandOrControl+Shift+F8', state: 'registered' },
          { command: 'next-row', accelerator: 'CommandOrControl+Shift+F9', state: 'refused' },
        ],
      },
      'linux',
    );
    const told = (command: string) => {
      const { hotkey, isRefused } = rows.find((each) => each.command === command)!;
      return [hotkey, isRefused];
    };
    expect(told('play-pause')).toEqual(['Ctrl+Shift+F8', false]);
    expect(told('next-row')).toEqual(['Ctrl+Shift+F9', true]);
    expect(told('reset')).toEqual([null, false]);
  });
});
