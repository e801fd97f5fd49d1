import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { changedSettings } from '../../../src/renderer/settings/SettingsView.tsx';

describe('changed settings', () => {
  test('are those that differ from the defaults', () => {
    const settings = defaultSettings();
    expect(changedSettings(settings)).toEqual(new Set());
    expect(changedSettings({ ...settings, theme: 'dark', folders: ['/a'] })).toEqual(new Set(['theme', 'folders']));
  });

  test('aren’t those whose keys have another order', () => {
    const settings = defaultSettings();
    const hotkeys = Object.fromEntries(Object.entries(settings.hotkeys).toReversed());
    expect(changedSettings({ ...settings, hotkeys })).toEqual(new Set());
    expect(changedSettings({ ...settings, hotkeys: { ...hotkeys, reset: 'Ctrl+F1' } })).toEqual(new Set(['hotkeys']));
  });
});
