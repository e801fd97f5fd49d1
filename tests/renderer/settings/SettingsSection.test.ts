import { describe, expect, test } from 'vitest';
import { settingRows } from '../../../src/core/settings/table.ts';
import { withoutEffect } from '../../../src/renderer/settings/SettingsSection.tsx';
import { appWith } from '../sessions.ts';

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
