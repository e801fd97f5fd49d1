import { describe, expect, test } from 'vitest';
import { settingRows } from '../../../src/core/settings/table.ts';
import { unavailableReason } from '../../../src/renderer/settings/SettingsSection.tsx';
import { appWith } from '../sessions.ts';

describe('a setting without effect', () => {
  const browser = appWith().capabilities;

  test('says so in the browser, and on a desktop that can’t', () => {
    expect(unavailableReason(settingRows.alwaysOnTop, browser)).toContain('Only the desktop program');
    expect(unavailableReason(settingRows.alwaysOnTop, { ...browser, shell: 'electron' })).toContain('This computer');
    expect(unavailableReason(settingRows.hotkeys, browser)).toContain('In the browser');
  });

  test('is none where it works', () => {
    const desktop = { ...browser, shell: 'electron', alwaysOnTop: true } as const;
    expect(unavailableReason(settingRows.alwaysOnTop, desktop)).toBeNull();
    expect(unavailableReason(settingRows.theme, browser)).toBeNull();
    expect(unavailableReason(settingRows.hotkeys, desktop)).toBeNull();
  });
});
