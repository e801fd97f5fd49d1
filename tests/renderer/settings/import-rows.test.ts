import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { importRows } from '../../../src/renderer/settings/import-rows.ts';

const settings = defaultSettings();

test('each row shows all that it would set, in the order of the settings', () => {
  const hotkeys = { ...settings.hotkeys, reset: 'Control+F9', 'play-pause': null, 'of-tomorrow': 'F9' };
  const unconfirmed = { hotkeys, startAtLogin: true, editor: 'my-editor {file}', folders: ['/one', '/two'] };
  expect(importRows(unconfirmed, settings, 'linux')).toEqual([
    { key: 'folders', name: 'Story folders', lines: ['/one', '/two'] },
    { key: 'editor', name: 'Editor', lines: ['my-editor {file}'] },
    { key: 'startAtLogin', name: 'Start at login', lines: ['On'] },
    {
      key: 'hotkeys',
      name: 'Hotkeys',
      lines: [
        'Start or pause: none (now Ctrl+Shift+F8)',
        'Start over: Ctrl+F9 (now none)',
        'of-tomorrow: F9 (now none)',
      ],
    },
  ]);
});

test('what turns something off is a row too', () => {
  expect(
    importRows({ folders: [], editor: null, startAtLogin: false }, settings, 'linux').map(({ lines }) => lines),
  ).toEqual([['None'], ['Automatic'], ['Off']]);
  expect(importRows({}, settings, 'macos')).toEqual([]);
});
