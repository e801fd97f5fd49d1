import type { Capabilities, Hotkey } from '../core/contract/contract.ts';
import { abilitiesOf } from './abilities.ts';
import { desktopTraits, type Desktop } from './desktop.ts';

/** What this shell really does on a desktop, for the views. `onTop` is what the window said; null without one. */
export function capabilitiesOf(desktop: Desktop, hotkeys: Hotkey[], onTop: boolean | null = null): Capabilities {
  const traits = desktopTraits[desktop];
  return {
    shell: 'electron',
    chooseFolder: true,
    alwaysOnTop: traits.onTop,
    opacity: traits.seeThrough !== 'none',
    dropFiles: true,
    // Without a hotkey that reaches the program, nothing would lead back.
    clickThrough: traits.hotkeysReach,
    contentProtection: traits.contentProtection,
    startAtLogin: traits.startAtLogin,
    hotkeys,
    panel: abilitiesOf(desktop, hotkeys, onTop),
  };
}
