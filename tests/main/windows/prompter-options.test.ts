import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import type { Desktop } from '../../../src/main/desktop.ts';
import { prompterLook } from '../../../src/main/windows/window-style.ts';
import { pagePreferences, prompterOptions } from '../../../src/main/windows/prompter-options.ts';
import { hardenedPreferences } from '../../electron/hardened-preferences.ts';

const place = { x: 1, y: 2, width: 460, height: 260 };
const desktops: Desktop[] = ['macos', 'windows', 'x11', 'xwayland', 'wayland'];
const optionsOn = (desktop: Desktop) => {
  const look = prompterLook(defaultSettings(), desktop, true);
  return prompterOptions(desktop, place, look, pagePreferences('/program/preload.cjs', false));
};

describe.each(desktops)('the window on %s', (desktop) => {
  const options = optionsOn(desktop);

  test('is hardened', () => {
    expect(options.webPreferences).toMatchObject({
      preload: '/program/preload.cjs',
      ...hardenedPreferences,
      devTools: false,
      backgroundThrottling: true,
    });
  });

  test('is small, frameless, resizable and hidden until it is painted', () => {
    expect(options).toMatchObject({
      ...place,
      minWidth: 220,
      minHeight: 90,
      frame: false,
      resizable: true,
      show: false,
      fullscreenable: false,
    });
  });

  test('is a panel on macOS alone', () => {
    expect(options.type).toBe(desktop === 'macos' ? 'panel' : undefined);
  });

  test('is clear only where a clear window can be resized', () => {
    const clear = desktop === 'macos' || desktop === 'windows';
    expect(options.transparent).toBe(clear);
    expect(options.backgroundColor).toBe(clear ? '#00000000' : '#0e1014');
  });

  test('is on top where that works', () => {
    expect(options.alwaysOnTop).toBe(desktop !== 'wayland');
  });
});
