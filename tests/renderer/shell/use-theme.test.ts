import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { themeOf } from '../../../src/renderer/shell/use-theme.ts';
import { appWith } from '../sessions.ts';

const browser = appWith().capabilities;
const electron = { ...browser, shell: 'electron', opacity: true } as const;
const settings = defaultSettings();

describe('the theme', () => {
  test('carries sizes as custom properties', () => {
    const { properties } = themeOf({ ...settings, textSize: 30, lineHeight: 1.5 }, browser, false);
    expect(properties).toMatchObject({ '--text-size': '30px', '--line-height': '1.5' });
  });

  test('names the typeface', () => {
    expect(themeOf({ ...settings, typeface: 'opendyslexic' }, browser, false).attributes['data-typeface']).toBe(
      'opendyslexic',
    );
  });

  test('has more contrast by the theme or by the system', () => {
    expect(themeOf(settings, browser, false).attributes['data-contrast']).toBe('normal');
    expect(themeOf(settings, browser, true).attributes['data-contrast']).toBe('more');
    expect(themeOf({ ...settings, theme: 'contrast' }, browser, false).attributes['data-contrast']).toBe('more');
  });

  test('is transparent only where the window is', () => {
    const glass = { ...settings, opacity: 0.75 };
    expect(themeOf(glass, electron, false).properties['--ground-share']).toBe('75%');
    expect(themeOf(glass, { ...electron, opacity: false }, false).properties['--ground-share']).toBe('100%');
    expect(themeOf(glass, browser, false).properties['--ground-share']).toBe('100%');
  });
});
