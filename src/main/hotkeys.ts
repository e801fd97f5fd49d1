import { app, globalShortcut, powerMonitor } from 'electron';
import type { CommandId } from '../core/contract/commands.ts';
import type { Hotkey } from '../core/contract/contract.ts';
import { platformOf } from '../core/settings/platform.ts';
import type { Settings } from '../core/settings/schema.ts';
import type { App } from '../services/base/program-types.ts';
import { hotkeyHint, type Desktop } from './desktop.ts';
import {
  registerHotkeys,
  planHotkeys,
  refusedHotkeysText,
  type RegisteredHotkeys,
  type PlannedHotkey,
} from './hotkey-plan.ts';

/** The hotkeys that were asked for, and what the system said. */
export interface Hotkeys {
  list: () => Hotkey[];
  /** Gives all back and asks for these instead. A sentence for each that can't be followed. */
  ask: (wanted: Settings['hotkeys'], offbook: App) => string[];
  /** They do nothing while one is being recorded. Called back, they are asked for anew. */
  suspend: (suspended: boolean) => void;
  /** Asks again for those that were refused: the program that held them may have ended. */
  retry: () => void;
  /** Calls this when the system, asked again, says something else than before. */
  onOtherAnswer: (listener: () => void) => void;
}

export function createHotkeys(): Hotkeys {
  let hotkeys: Hotkey[] = [];
  let suspended = false;
  let run = (_command: CommandId): void => {};
  let tell = (): void => {};

  const hold = (planned: readonly PlannedHotkey[]): RegisteredHotkeys =>
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
    ask: (wanted, offbook) => {
      // While they are suspended the system neither takes nor gives back.
      globalShortcut.setSuspended(false);
      globalShortcut.unregisterAll();
      const plan = planHotkeys(wanted, platformOf(process.platform));
      run = offbook.runCommand;
      const held = hold(plan.hotkeys);
      globalShortcut.setSuspended(suspended);
      hotkeys = held.hotkeys;
      return [...plan.problems, ...held.problems];
    },
    suspend: (nowSuspended) => {
      if (nowSuspended === suspended) return;
      suspended = nowSuspended;
      globalShortcut.setSuspended(suspended);
      if (suspended) return;
      // Other programs could take them meanwhile, and being called back tells nothing of that.
      globalShortcut.unregisterAll();
      update(hold(hotkeys).hotkeys);
    },
    retry: () => {
      if (!suspended) update(hold(hotkeys.filter(({ state }) => state === 'refused')).hotkeys);
    },
    onOtherAnswer: (listener) => void (tell = listener),
  };
}

/** Asks for the hotkeys in the settings, and again whenever those change or one may be had by now. */
export function setUpHotkeys(offbook: App, hotkeys: Hotkeys, desktop: Desktop): void {
  let asked = '';
  const answered = (): void => {
    const refused = refusedHotkeysText(hotkeys.list());
    if (refused !== null) offbook.notify('info', refused);
    offbook.capabilitiesChanged();
  };
  const ask = (wanted: Settings['hotkeys']): void => {
    const written = JSON.stringify(wanted);
    if (written === asked) return;
    asked = written;
    for (const problem of hotkeys.ask(wanted, offbook)) offbook.notify('error', problem);
    answered();
  };
  ask(offbook.state().settings.hotkeys);
  offbook.on('settingsChanged', (settings) => ask(settings.hotkeys));
  hotkeys.onOtherAnswer(answered);
  app.on('browser-window-focus', hotkeys.retry);
  powerMonitor.on('resume', hotkeys.retry);
  const hint = hotkeyHint(desktop);
  if (hint !== null && hotkeys.list().length > 0) offbook.notify('info', hint);
}
