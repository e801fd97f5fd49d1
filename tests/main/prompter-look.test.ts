import { expect, test } from 'vitest';
import { prompterLook } from '../../src/main/prompter-look.ts';

const settings = { theme: 'dark', opacity: 0.8, alwaysOnTop: true } as const;

test.each(['macos', 'windows'] as const)(
  'on %s nothing stands behind the page, which is see-through itself',
  (desktop) => {
    expect(prompterLook(settings, desktop, true)).toEqual({ backgroundColor: '#00000000', opacity: null, onTop: true });
  },
);

test.each(['x11', 'xwayland'] as const)('on %s the whole window is see-through', (desktop) => {
  expect(prompterLook(settings, desktop, true)).toEqual({ backgroundColor: '#0e1014', opacity: 0.8, onTop: true });
});

test('native Wayland is asked neither for opacity nor for the top', () => {
  expect(prompterLook(settings, 'wayland', true)).toMatchObject({ opacity: null, onTop: false });
});

test('the setting takes it off the top', () => {
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
