import { commands } from '../core/contract/commands.ts';
import type { Ability, Capabilities, Hotkey } from '../core/contract/contract.ts';
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
    clickThrough: traits.hotkeysWork,
    contentProtection: traits.contentProtection,
    startAtLogin: traits.startAtLogin,
    hotkeys,
    panel: abilitiesOf(desktop, hotkeys, onTop),
  };
}

/**
 * The rows of the capability panel. What was tried here is told as it came out (`hotkeys`, `onTop`: what the window
 * said, null without one); the rest as Electron's documents and issues have it, and no promise goes beyond them.
 */
function abilitiesOf(desktop: Desktop, hotkeys: readonly Hotkey[], onTop: boolean | null): Ability[] {
  return [
    onTopAbility(desktop, onTop),
    hotkeysAbility(desktop, hotkeys),
    { id: 'opacity', title: 'See-through', ...seeThrough[desktopTraits[desktop].seeThrough] },
    { id: 'clickThrough', title: 'Click-through', ...clickThrough(desktop) },
    { id: 'contentProtection', title: 'Hidden from screen sharing', ...hidden(desktop) },
    { id: 'place', title: 'Place remembered', ...place(desktop) },
    { id: 'startAtLogin', title: 'Start at login', ...startAtLogin(desktop) },
  ];
}

type Said = Pick<Ability, 'state' | 'text'>;

function onTopAbility(desktop: Desktop, onTop: boolean | null): Ability {
  const row = { id: 'alwaysOnTop', title: 'On top of other windows' };
  if (!desktopTraits[desktop].onTop) {
    return {
      ...row,
      state: 'no',
      text: 'Wayland keeps programs from putting themselves on top. Start Offbook with "--ozone-platform=x11", or use your desktop’s own "Always on Top".',
    };
  }
  if (onTop === false) {
    return { ...row, state: 'no', text: 'The prompter is not on top now: it is switched off, or the system refused.' };
  }
  const fullScreen =
    desktop === 'macos' || desktop === 'windows' ? ', programs in full screen included' : '; not above full screen';
  const tried = onTop === null ? 'It is asked for as soon as the prompter is shown' : 'The system took it';
  return { ...row, state: onTop === null ? 'unproved' : 'yes', text: `${tried}${fullScreen}.` };
}

function hotkeysAbility(desktop: Desktop, hotkeys: readonly Hotkey[]): Ability {
  const row = { id: 'hotkeys', title: 'Hotkeys' };
  const refused = hotkeys.filter(({ state }) => state === 'refused');
  if (refused.length > 0) {
    const names = refused.map(({ command, accelerator }) => `${accelerator} (${commands[command].title})`).join(', ');
    return {
      ...row,
      state: refused.length === hotkeys.length ? 'no' : 'partly',
      text: `Another program or the system holds ${names}. Set others; the keys in the window work all the same.`,
    };
  }
  if (!desktopTraits[desktop].hotkeysWork) {
    return {
      ...row,
      state: 'unproved',
      text: 'The system took them, which proves nothing on Wayland. If they do nothing, let a shortcut in your desktop’s keyboard settings run Offbook with "--do next-row".',
    };
  }
  const taken = hotkeys.length === 0 ? 'None is set.' : `The system took all ${hotkeys.length}.`;
  return { ...row, state: 'yes', text: taken };
}

const seeThrough: Readonly<Record<'background' | 'window' | 'none', Said>> = {
  background: { state: 'yes', text: 'The ground behind the text; the text stays opaque.' },
  window: { state: 'partly', text: 'The whole window, the text too.' },
  none: { state: 'no', text: 'Nobody could confirm yet that it works on Wayland, so it is left out.' },
};

function clickThrough(desktop: Desktop): Said {
  if (desktopTraits[desktop].hotkeysWork) {
    return { state: 'yes', text: 'As long as a hotkey leads back: set one for it, or for showing and hiding.' };
  }
  return { state: 'no', text: 'Left out on Wayland: hotkeys may not reach Offbook there, so nothing would lead back.' };
}

function hidden(desktop: Desktop): Said {
  if (desktop === 'macos') {
    return {
      state: 'unproved',
      text: 'macOS may still show this window in a shared screen: since version 15 programs can capture it anyway.',
    };
  }
  if (desktop === 'windows') {
    return {
      state: 'unproved',
      text: 'From Windows 10, version 2004, most programs leave the window out. Try it with yours before you rely on it.',
    };
  }
  return { state: 'no', text: 'Linux has no way to ask for it. Share a single window instead of the screen.' };
}

function place(desktop: Desktop): Said {
  if (desktopTraits[desktop].placeable) return { state: 'yes', text: 'For each set of displays by itself.' };
  return { state: 'partly', text: 'The size only: on Wayland windows can’t tell where they are.' };
}

function startAtLogin(desktop: Desktop): Said {
  if (desktopTraits[desktop].startAtLogin)
    return { state: 'yes', text: 'The system keeps the list, and you can end it there too.' };
  return { state: 'no', text: 'Add Offbook to the startup programs of your desktop instead.' };
}
