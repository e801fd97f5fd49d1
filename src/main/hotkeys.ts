import { globalShortcut } from 'electron';
import type { Hotkey } from '../core/contract.ts';
import type { Settings } from '../core/settings.ts';
import type { App } from '../services/app-types.ts';
import { hotkeyHint, type Desktop } from './desktop.ts';
import { holdHotkeys, planHotkeys, refusedSentence } from './hotkey-plan.ts';

/** The hotkeys that were asked for, and what the system said. */
export interface Hotkeys {
  list: () => Hotkey[];
  /** Gives all back and asks for these instead. A sentence for each that can't be followed. */
  ask: (wanted: Settings['hotkeys'], offbook: App) => string[];
  /** They do nothing while one is being recorded. */
  suspend: (suspended: boolean) => void;
}

export function createHotkeys(): Hotkeys {
  let hotkeys: Hotkey[] = [];
  let suspended = false;
  return {
    list: () => hotkeys,
    ask: (wanted, offbook) => {
      // While they are suspended the system refuses new ones.
      globalShortcut.setSuspended(false);
      globalShortcut.unregisterAll();
      const plan = planHotkeys(wanted);
      const held = holdHotkeys(
        plan.hotkeys,
        (accelerator, pressed) => globalShortcut.register(accelerator, pressed),
        (command) => offbook.runCommand(command),
      );
      globalShortcut.setSuspended(suspended);
      hotkeys = held.hotkeys;
      return [...plan.problems, ...held.problems];
    },
    suspend: (nowSuspended) => {
      suspended = nowSuspended;
      globalShortcut.setSuspended(suspended);
    },
  };
}

/** Asks for the hotkeys in the settings, and again whenever those change. */
export function setUpHotkeys(offbook: App, hotkeys: Hotkeys, desktop: Desktop): void {
  let asked = '';
  const ask = (wanted: Settings['hotkeys']): void => {
    const written = JSON.stringify(wanted);
    if (written === asked) return;
    asked = written;
    for (const problem of hotkeys.ask(wanted, offbook)) offbook.notify('error', problem);
    const refused = refusedSentence(hotkeys.list());
    if (refused !== null) offbook.notify('info', refused);
    offbook.capabilitiesChanged();
  };
  ask(offbook.state().settings.hotkeys);
  offbook.on('settingsChanged', (settings) => ask(settings.hotkeys));
  const hint = hotkeyHint(desktop);
  if (hint !== null && hotkeys.list().length > 0) offbook.notify('info', hint);
}
