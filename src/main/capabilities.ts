import { commands } from '../core/contract/commands.ts';
import type { Ability, Capabilities, Hotkey } from '../core/contract/contract.ts';
import { desktopTraits, type Desktop } from './desktop.ts';

/** What the desktop app can do on this desktop, for the views. `onTop` is what the window reports; null without one. */
export function capabilitiesOf(desktop: Desktop, hotkeys: Hotkey[], onTop: boolean | null = null): Capabilities {
  const traits = desktopTraits[desktop];
  return {
    shell: 'electron',
    chooseFolder: true,
    alwaysOnTop: traits.onTop,
    opacity: traits.seeThrough !== 'none',
    dropFiles: true,
    // Without a hotkey that works, nothing could turn it off again.
    clickThrough: traits.hotkeysWork,
    contentProtection: traits.contentProtection,
    startAtLogin: traits.startAtLogin,
    // The system gives them to hotkeys; a page would compete with those.
    mediaKeys: false,
    microphone: true,
    hotkeys,
    panel: abilities.map(({ id, title, answer }) => ({ id, title, ...answer({ desktop, hotkeys, onTop }) })),
  };
}

interface Findings {
  desktop: Desktop;
  hotkeys: readonly Hotkey[];
  onTop: boolean | null;
}
type Answer = Pick<Ability, 'state' | 'text'>;

/**
 * The rows of the capability panel. Staying on top and hotkeys were tried here; the rest is what Electron's
 * documentation and issues say, and promises no more than that.
 */
const abilities: readonly { id: string; title: string; answer: (findings: Findings) => Answer }[] = [
  { id: 'alwaysOnTop', title: 'On top of other windows', answer: onTopAnswer },
  { id: 'hotkeys', title: 'Hotkeys', answer: hotkeysAnswer },
  { id: 'opacity', title: 'Transparency', answer: ({ desktop }) => transparency[desktopTraits[desktop].seeThrough] },
  { id: 'clickThrough', title: 'Click-through', answer: clickThroughAnswer },
  { id: 'contentProtection', title: 'Hidden from screen sharing', answer: screenSharingAnswer },
  { id: 'microphone', title: 'Microphone', answer: microphoneAnswer },
  { id: 'place', title: 'Remembered position', answer: positionAnswer },
  { id: 'startAtLogin', title: 'Start at login', answer: startAtLoginAnswer },
];

function onTopAnswer({ desktop, onTop }: Findings): Answer {
  if (!desktopTraits[desktop].onTop) {
    return {
      state: 'no',
      text: 'On Wayland a program can’t keep itself on top. Start Offbook with “--ozone-platform=x11”, or use your desktop’s own “Always on Top”.',
    };
  }
  if (onTop === false) {
    return { state: 'no', text: 'The prompter isn’t on top now: it’s switched off, or the system refused.' };
  }
  const aboveFullScreen = desktop === 'macos' || desktop === 'windows';
  const reach = aboveFullScreen ? 'Also above full-screen programs.' : 'Not above full-screen programs.';
  if (onTop === null) return { state: 'unproved', text: `Requested when the prompter is shown. ${reach}` };
  return { state: 'yes', text: `Accepted by the system. ${reach}` };
}

function hotkeysAnswer({ desktop, hotkeys }: Findings): Answer {
  const refused = hotkeys.filter(({ state }) => state === 'refused');
  if (refused.length > 0) {
    const names = refused.map(({ command, accelerator }) => `${accelerator} (${commands[command].title})`).join(', ');
    return {
      state: refused.length === hotkeys.length ? 'no' : 'partly',
      text: `In use by another program or the system: ${names}. Choose others; the keys in Offbook’s own windows still work.`,
    };
  }
  if (!desktopTraits[desktop].hotkeysWork) {
    return {
      state: 'unproved',
      text: 'Accepted by the system, which proves nothing on Wayland. If they don’t work, let a shortcut in your desktop’s keyboard settings run Offbook with “--do next-row”.',
    };
  }
  if (hotkeys.length === 0) return { state: 'yes', text: 'No hotkeys are set.' };
  return { state: 'yes', text: hotkeys.length === 1 ? 'It was accepted.' : `All ${hotkeys.length} were accepted.` };
}

const transparency: Readonly<Record<'background' | 'window' | 'none', Answer>> = {
  background: { state: 'yes', text: 'The background only; the text stays opaque.' },
  window: { state: 'partly', text: 'The whole window, including the text.' },
  none: { state: 'no', text: 'Not offered on Wayland: untested there.' },
};

function clickThroughAnswer({ desktop }: Findings): Answer {
  if (desktopTraits[desktop].hotkeysWork) {
    const hotkey = 'Only while a hotkey can turn it off again: set one for it, or for showing and hiding the prompter.';
    if (desktop !== 'x11') return { state: 'yes', text: hotkey };
    return {
      state: 'unproved',
      text: `On X11 Electron may lose it until the prompter is moved. ${hotkey}`,
    };
  }
  return {
    state: 'no',
    text: 'Not offered on Wayland: hotkeys may not reach Offbook there, so you couldn’t turn it off again.',
  };
}

function screenSharingAnswer({ desktop }: Findings): Answer {
  if (desktop === 'macos') {
    return {
      state: 'unproved',
      text: 'macOS may still show this window in a shared screen: since version 15, programs can capture it anyway.',
    };
  }
  if (desktop === 'windows') {
    return {
      state: 'unproved',
      text: 'Since Windows 10 version 2004, most programs leave the window out. Try it with yours before you rely on it.',
    };
  }
  return { state: 'no', text: 'Linux has no way to ask for it. Share a single window instead of the screen.' };
}

function microphoneAnswer({ desktop }: Findings): Answer {
  const proof = 'While “Listen” is on, “Try it” in the settings shows whether it works.';
  const systems: Partial<Record<Desktop, string>> = {
    macos: `macOS asks you the first time. ${proof}`,
    windows: `Windows can refuse it in its privacy settings. ${proof}`,
  };
  return { state: 'unproved', text: systems[desktop] ?? proof };
}

function positionAnswer({ desktop }: Findings): Answer {
  if (desktopTraits[desktop].placeable)
    return { state: 'yes', text: 'Remembered separately for each set of displays.' };
  return { state: 'partly', text: 'Only the size: on Wayland a window can’t tell where it is.' };
}

function startAtLoginAnswer({ desktop }: Findings): Answer {
  if (desktopTraits[desktop].startAtLogin) {
    return { state: 'yes', text: 'The system keeps the list; you can turn it off there too.' };
  }
  return { state: 'no', text: 'Add Offbook to your desktop’s startup programs instead.' };
}
