import { describe, expect, test } from 'vitest';
import { settingRows } from '../../../src/core/settings/table.ts';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { changedSettings } from '../../../src/renderer/settings/changed-settings.ts';
import { shownSaid } from '../../../src/renderer/settings/said.ts';
import { withoutEffect } from '../../../src/renderer/settings/without-effect.ts';
import { appWith } from '../sessions.ts';

describe('changed settings', () => {
  test('are those that differ from the defaults', () => {
    const settings = defaultSettings();
    expect(changedSettings(settings)).toEqual(new Set());
    expect(changedSettings({ ...settings, theme: 'dark', folders: ['/a'] })).toEqual(new Set(['theme', 'folders']));
  });

  test('aren’t those whose keys stand in another order', () => {
    const settings = defaultSettings();
    const hotkeys = Object.fromEntries(Object.entries(settings.hotkeys).toReversed());
    expect(changedSettings({ ...settings, hotkeys })).toEqual(new Set());
    expect(changedSettings({ ...settings, hotkeys: { ...hotkeys, reset: 'Ctrl+F1' } })).toEqual(new Set(['hotkeys']));
  });
});

describe('what the status line tells', () => {
  const view = { connection: 'connected', app: appWith(), failure: null } as const;
  const said = { tone: 'info', text: 'Target is now 3:00.' } as const;

  test('is what was done last, over the program’s notices', () => {
    const notices = [{ id: 1, severity: 'error' as const, text: 'The file is read-only.' }];
    const app = appWith({ notices: [...notices, { id: 2, severity: 'info', text: 'Awake again.' }] });
    expect(shownSaid({ ...view, app }, said)).toEqual(said);
    expect(shownSaid({ ...view, app }, null)).toEqual({ tone: 'error', text: 'The file is read-only.' });
    expect(shownSaid(view, null)).toBeNull();
  });

  test('is first of all that the program is gone, or refuses the page', () => {
    expect(shownSaid({ ...view, connection: 'lost' }, said)?.text).toContain('can’t be reached');
    expect(shownSaid({ ...view, connection: 'refused', app: null }, null)?.text).toContain(
      'address that Offbook printed',
    );
    expect(shownSaid({ ...view, failure: 'No.' }, said)).toEqual({ tone: 'error', text: 'No.' });
  });
});

describe('a setting without effect', () => {
  const browser = appWith().capabilities;

  test('says so in the browser, and on a desktop that can’t', () => {
    expect(withoutEffect(settingRows.alwaysOnTop, browser)).toContain('Only the desktop program');
    expect(withoutEffect(settingRows.alwaysOnTop, { ...browser, shell: 'electron' })).toContain('This computer');
    expect(withoutEffect(settingRows.hotkeys, browser)).toContain('In the browser');
  });

  test('is none where it works', () => {
    const desktop = { ...browser, shell: 'electron', alwaysOnTop: true } as const;
    expect(withoutEffect(settingRows.alwaysOnTop, desktop)).toBeNull();
    expect(withoutEffect(settingRows.theme, browser)).toBeNull();
    expect(withoutEffect(settingRows.hotkeys, desktop)).toBeNull();
  });
});
