import { describe, expect, test } from 'vitest';
import { commandIds, commands, type ViewName } from '../../../src/core/commands.ts';
import { helpRows } from '../../../src/renderer/help/help-rows.ts';

const row = (command: string, platform: 'macos' | 'linux' = 'linux') =>
  helpRows('library', { hotkeys: [] }, platform).find((each) => each.command === command);

describe('the help sheet', () => {
  test.each(['prompter', 'library', 'settings'] as const)('has every command of the %s, once', (view) => {
    const listed = helpRows(view, { hotkeys: [] }, 'linux').map(({ command }) => command);
    const ofView = commandIds.filter((id) => (commands[id].views as readonly ViewName[]).includes(view));
    expect(listed.toSorted()).toEqual(ofView.toSorted());
  });

  test('shows the keys of this system', () => {
    expect(row('show-settings')?.keys).toEqual(['Ctrl ,']);
    expect(row('show-settings', 'macos')?.keys).toEqual(['⌘ ,']);
    expect(row('undo-setting')?.keys).toEqual(['Ctrl Z']);
  });

  test('shows the hotkey that is held, and one that could not be had', () => {
    const rows = helpRows(
      'prompter',
      {
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
