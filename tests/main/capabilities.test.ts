import { describe, expect, test } from 'vitest';
import type { Hotkey } from '../../src/core/contract/contract.ts';
import { capabilitiesOf } from '../../src/main/capabilities.ts';
import type { Desktop } from '../../src/main/desktop.ts';

const refused: Hotkey = { command: 'next-row', accelerator: 'F9', state: 'refused' };
const registered: Hotkey = { command: 'play-pause', accelerator: 'F8', state: 'registered' };

function rowOf(id: string, desktop: Desktop, hotkeys: Hotkey[] = [], onTop: boolean | null = null) {
  return capabilitiesOf(desktop, hotkeys, onTop).panel.find((row) => row.id === id);
}

test.each([
  ['macos', true, true, true, true],
  ['windows', true, true, true, true],
  ['x11', true, true, true, false],
  ['xwayland', true, true, false, false],
  ['wayland', false, false, false, false],
] as const)(
  '%s: on top %s, opacity %s, click-through %s, protection and login %s',
  (desktop, alwaysOnTop, opacity, clickThrough, askable) => {
    expect(capabilitiesOf(desktop, [refused])).toMatchObject({
      shell: 'electron',
      chooseFolder: true,
      alwaysOnTop,
      opacity,
      dropFiles: true,
      clickThrough,
      contentProtection: askable,
      startAtLogin: askable,
      mediaKeys: false,
      microphone: true,
      hotkeys: [refused],
    });
  },
);

describe('the panel', () => {
  test('names refused hotkeys', () => {
    expect(rowOf('hotkeys', 'x11', [registered, refused])).toMatchObject({
      state: 'partly',
      text: expect.stringContaining('F9 (Next row)') as string,
    });
    expect(rowOf('hotkeys', 'x11', [refused])?.state).toBe('no');
    expect(rowOf('hotkeys', 'x11', [registered])?.state).toBe('yes');
  });

  test('promises no hotkeys on Wayland, and names the alternative', () => {
    for (const desktop of ['wayland', 'xwayland'] as const) {
      const row = rowOf('hotkeys', desktop, [registered]);
      expect(row?.state).toBe('unproved');
      expect(row?.text).toContain('--do next-row');
    }
  });

  test('says on top only if the window reports it, and never on native Wayland', () => {
    expect(rowOf('alwaysOnTop', 'x11', [], true)?.state).toBe('yes');
    expect(rowOf('alwaysOnTop', 'x11', [], null)?.state).toBe('unproved');
    expect(rowOf('alwaysOnTop', 'x11', [], false)?.state).toBe('no');
    expect(rowOf('alwaysOnTop', 'wayland', [], true)?.state).toBe('no');
  });

  test('promises click-through only where Electron keeps it', () => {
    const states = (['macos', 'windows', 'x11', 'xwayland', 'wayland'] as const).map(
      (desktop) => rowOf('clickThrough', desktop)?.state,
    );
    expect(states).toEqual(['yes', 'yes', 'unproved', 'no', 'no']);
  });

  test('promises no microphone, and says how to see whether it works', () => {
    for (const desktop of ['macos', 'windows', 'x11', 'xwayland', 'wayland'] as const) {
      expect(rowOf('microphone', desktop)?.state).toBe('unproved');
      expect(rowOf('microphone', desktop)?.text).toContain('“Try it”');
    }
    expect(rowOf('microphone', 'macos')?.text).toContain('macOS asks you');
  });

  test('never promises to be hidden from screen sharing', () => {
    const states = (['macos', 'windows', 'x11', 'xwayland', 'wayland'] as const).map(
      (desktop) => rowOf('contentProtection', desktop)?.state,
    );
    expect(states).toEqual(['unproved', 'unproved', 'no', 'no', 'no']);
    expect(rowOf('contentProtection', 'macos')?.text).toContain('macOS may still show this window in a shared screen');
  });
});
