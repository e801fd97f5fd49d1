import { expect, test } from 'vitest';
import type { Hotkey } from '../../../src/core/contract/contract.ts';
import { clickThroughNotice, clickThroughRefusal } from '../../../src/main/windows/click-through.ts';

const hotkey = (command: Hotkey['command'], state: Hotkey['state']): Hotkey => ({ command, accelerator: 'F9', state });

test.each(['toggle-prompter', 'toggle-click-through'] as const)(
  'a registered hotkey for %s can turn it off',
  (command) => {
    expect(clickThroughRefusal('x11', [hotkey(command, 'registered')])).toBeNull();
  },
);

test('without one it isn’t possible', () => {
  expect(clickThroughRefusal('macos', [])).toContain('needs a hotkey');
  expect(clickThroughRefusal('windows', [hotkey('toggle-prompter', 'refused')])).toContain('needs a hotkey');
  expect(clickThroughRefusal('x11', [hotkey('next-row', 'registered')])).toContain('needs a hotkey');
});

test('on Wayland a registered hotkey proves nothing', () => {
  for (const desktop of ['wayland', 'xwayland'] as const) {
    expect(clickThroughRefusal(desktop, [hotkey('toggle-prompter', 'registered')])).toContain('Wayland');
  }
});

test('the notice says that it may fail on X11', () => {
  expect(clickThroughNotice('x11', true)).toContain('on X11 it may fail');
  expect(clickThroughNotice('windows', true)).not.toContain('fail');
  expect(clickThroughNotice('x11', false)).toBe('Click-through is off.');
});
