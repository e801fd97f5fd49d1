import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import type { Desktop } from '../../../src/main/desktop.ts';
import { pagePreferences, prompterLook, prompterOptions } from '../../../src/main/windows/window-options.ts';
import { hardenedPreferences } from '../../electron/hardened-preferences.ts';

const settings = { theme: 'dark', opacity: 0.8, alwaysOnTop: true, contentProtection: false } as const;

test.each(['macos', 'windows'] as const)('on %s the window is transparent, and so is the page', (desktop) => {
  expect(prompterLook(settings, desktop, true)).toMatchObject({
    backgroundColor: '#00000000',
    opacity: null,
    onTop: true,
  });
});

test.each(['x11', 'xwayland'] as const)('on %s the whole window is transparent', (desktop) => {
  expect(prompterLook(settings, desktop, true)).toMatchObject({
    backgroundColor: '#0e1014',
    opacity: 0.8,
    onTop: true,
  });
});

test('on native Wayland neither opacity nor staying on top is requested', () => {
  expect(prompterLook(settings, 'wayland', true)).toMatchObject({ opacity: null, onTop: false });
});

test('the setting turns off staying on top', () => {
  expect(prompterLook({ ...settings, alwaysOnTop: false }, 'macos', true).onTop).toBe(false);
});

test.each([
  ['dark', false, '#0e1014'],
  ['light', true, '#f6f6f3'],
  ['contrast', false, '#000000'],
  ['system', true, '#0e1014'],
  ['system', false, '#f6f6f3'],
] as const)('the theme %s on a system that is dark: %s', (theme, systemDark, backgroundColor) => {
  expect(prompterLook({ ...settings, theme }, 'x11', systemDark).backgroundColor).toBe(backgroundColor);
});

test('asks to be left out of shared screens only where that is possible, and only if it is set', () => {
  const asked = (desktop: Desktop, contentProtection: boolean) =>
    prompterLook({ ...settings, contentProtection }, desktop, true).contentProtection;
  expect([asked('macos', true), asked('windows', true)]).toEqual([true, true]);
  expect([asked('macos', false), asked('windows', false)]).toEqual([false, false]);
  expect([asked('x11', true), asked('xwayland', true), asked('wayland', true)]).toEqual([null, null, null]);
});

const place = { x: 1, y: 2, width: 460, height: 260 };
const desktops: Desktop[] = ['macos', 'windows', 'x11', 'xwayland', 'wayland'];
const optionsOn = (desktop: Desktop) => {
  const look = prompterLook(defaultSettings(), desktop, true);
  return prompterOptions(desktop, place, look, pagePreferences('/program/preload.cjs', false), '/program/icon.png');
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

  test('is small, frameless, resizable, and hidden until it is painted', () => {
    expect(options).toMatchObject({
      ...place,
      minWidth: 220,
      minHeight: 64,
      frame: false,
      resizable: true,
      show: false,
      fullscreenable: false,
    });
  });

  test('is a panel only on macOS', () => {
    expect(options.type).toBe(desktop === 'macos' ? 'panel' : undefined);
  });

  test('is transparent only where transparent windows can be resized', () => {
    const clear = desktop === 'macos' || desktop === 'windows';
    expect(options.transparent).toBe(clear);
    expect(options.backgroundColor).toBe(clear ? '#00000000' : '#0e1014');
  });

  test('is on top where that works', () => {
    expect(options.alwaysOnTop).toBe(desktop !== 'wayland');
  });
});
