import { app, globalShortcut, powerMonitor } from 'electron';
import type { CommandId } from '../core/contract/commands.ts';
import type { Hotkey } from '../core/contract/contract.ts';
import { platformOf } from '../core/settings/platform.ts';
import type { Settings } from '../core/settings/schema.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { hotkeyHint, type Desktop } from './desktop.ts';
import {
  registerHotkeys,
  planHotkeys,
  refusedHotkeysText,
  type RegisteredHotkeys,
  type PlannedHotkey,
} from './hotkey-plan.ts';

/** The hotkeys, and whether the system accepted them. */
export interface Hotkeys {
  list: () => Hotkey[];
  /** Registers these instead of the current ones. Returns a sentence for each that isn't possible. */
  replace: (wanted: Settings['hotkeys'], offbook: OffbookApp) => string[];
  /** While one is being recorded, hotkeys do nothing. Afterwards they are registered again. */
  suspend: (suspended: boolean) => void;
  /** Tries those again that were refused: the program that used them may have quit. */
  retry: () => void;
  /** Calls this when the system accepts or refuses other hotkeys than before. */
  onChange: (listener: () => void) => void;
}

export function createHotkeys(): Hotkeys {
  let hotkeys: Hotkey[] = [];
  let suspended = false;
  let run = (_command: CommandId): void => {};
  let tell = (): void => {};

  const register = (planned: readonly PlannedHotkey[]): RegisteredHotkeys =>
    registerHotkeys(
      planned,
      (accelerator, pressed) => globalShortcut.register(accelerator, pressed),
      (command) => run(command),
    );
  const update = (answered: readonly Hotkey[]): void => {
    const before = hotkeys;
    hotkeys = before.map((hotkey) => answered.find(({ command }) => command === hotkey.command) ?? hotkey);
    if (hotkeys.some(({ state }, index) => state !== before[index]?.state)) tell();
  };
  return {
    list: () => hotkeys,
    replace: (wanted, offbook) => {
      // While they are suspended, Electron neither registers nor unregisters any.
      globalShortcut.setSuspended(false);
      globalShortcut.unregisterAll();
      const plan = planHotkeys(wanted, platformOf(process.platform));
      run = offbook.runCommand;
      const registered = register(plan.hotkeys);
      globalShortcut.setSuspended(suspended);
      hotkeys = registered.hotkeys;
      return [...plan.problems, ...registered.problems];
    },
    suspend: (nowSuspended) => {
      if (nowSuspended === suspended) return;
      suspended = nowSuspended;
      globalShortcut.setSuspended(suspended);
      if (suspended) return;
      // Another program may have taken one meanwhile, and Electron doesn't report that.
      globalShortcut.unregisterAll();
      update(register(hotkeys).hotkeys);
    },
    retry: () => {
      if (!suspended) update(register(hotkeys.filter(({ state }) => state === 'refused')).hotkeys);
    },
    onChange: (listener) => void (tell = listener),
  };
}

/** Registers the hotkeys of the settings, again whenever those change, and refused ones when they may be free. */
export function setUpHotkeys(offbook: OffbookApp, hotkeys: Hotkeys, desktop: Desktop): void {
  let current = '';
  const answered = (): void => {
    const refused = refusedHotkeysText(hotkeys.list());
    if (refused !== null) offbook.notify('info', refused);
    offbook.capabilitiesChanged();
  };
  const apply = (wanted: Settings['hotkeys']): void => {
    const written = JSON.stringify(wanted);
    if (written === current) return;
    current = written;
    for (const problem of hotkeys.replace(wanted, offbook)) offbook.notify('error', problem);
    answered();
  };
  apply(offbook.state().settings.hotkeys);
  offbook.on('settingsChanged', (settings) => apply(settings.hotkeys));
  hotkeys.onChange(answered);
  app.on('browser-window-focus', hotkeys.retry);
  powerMonitor.on('resume', hotkeys.retry);
  const hint = hotkeyHint(desktop);
  if (hint !== null && hotkeys.list().length > 0) offbook.notify('info', hint);
}
