import { describe, expect, test } from 'vitest';
import { settingRows } from '../../../src/core/settings/table.ts';
import { unavailableReason } from '../../../src/renderer/settings/SettingsSection.tsx';
import { appWith } from '../sessions.ts';

describe('a setting without effect', () => {
  const browser = appWith().capabilities;

  test('says so in the browser, and on a desktop that can’t', () => {
    expect(unavailableReason(settingRows.alwaysOnTop, browser)).toContain('Only the desktop app');
    expect(unavailableReason(settingRows.alwaysOnTop, { ...browser, shell: 'electron' })).toContain(
      'Not available on this computer',
    );
    expect(unavailableReason(settingRows.hotkeys, browser)).toContain('in the browser');
  });

  test('gives no reason where it works', () => {
    const desktop = { ...browser, shell: 'electron', alwaysOnTop: true } as const;
    expect(unavailableReason(settingRows.alwaysOnTop, desktop)).toBeNull();
    expect(unavailableReason(settingRows.theme, browser)).toBeNull();
    expect(unavailableReason(settingRows.hotkeys, desktop)).toBeNull();
  });
});
