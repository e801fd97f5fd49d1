import { app, globalShortcut, powerMonitor } from 'electron';
import type { CommandId } from '../core/contract/commands.ts';
import type { Hotkey } from '../core/contract/contract.ts';
import { sameAccelerator } from '../core/settings/accelerators.ts';
import { platformOf } from '../core/settings/platform.ts';
import type { Settings } from '../core/settings/schema.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { desktopTraits, hotkeyHint, type Desktop } from './desktop.ts';
import { registerHotkeys, planHotkeys, refusedHotkeysText } from './hotkey-plan.ts';

/** The hotkeys, and whether the system accepted them. */
export interface Hotkeys {
  list: () => Hotkey[];
  /** Registers these instead of the current ones. Returns a sentence for each that isn't possible. */
  replace: (wanted: Settings['hotkeys'], offbook: OffbookApp) => string[];
  /** While one is being recorded, and when Offbook quits, hotkeys do nothing. Afterwards they are registered again. */
  suspend: (suspended: boolean) => void;
  /** Tries those again that were refused: the program that used them may have quit. */
  retry: () => void;
  /** Calls this when the system accepts or refuses other hotkeys than before. */
  onChange: (listener: () => void) => void;
}

export function createHotkeys(desktop: Desktop): Hotkeys {
  const platform = platformOf(process.platform);
  let hotkeys: Hotkey[] = [];
  let suspended = false;
  let run = (_command: CommandId): void => {};
  let tell = (): void => {};
  /** The combinations that the system has for us. Each does what its command in `hotkeys` does, if it has one. */
  const held = new Set<string>();

  const pressed = (accelerator: string): void => {
    const hotkey = hotkeys.find((one) => sameAccelerator(one.accelerator, accelerator, platform));
    if (hotkey !== undefined && !suspended) run(hotkey.command);
  };
  const hold = (accelerator: string): boolean => {
    const isHeld = [...held].some((one) => sameAccelerator(one, accelerator, platform));
    if (isHeld) return true;
    const accepted = globalShortcut.register(accelerator, () => pressed(accelerator));
    if (accepted) held.add(accelerator);
    return accepted;
  };
  /** Not by `setSuspended`: if another program takes a key meanwhile, Windows ends the whole program (CHECK failure). */
  const release = (): void => {
    if (!desktopTraits[desktop].hotkeysReturn) return;
    globalShortcut.unregisterAll();
    held.clear();
  };
  const update = (answered: readonly Hotkey[]): void => {
    const before = hotkeys;
    hotkeys = before.map((hotkey) => answered.find(({ command }) => command === hotkey.command) ?? hotkey);
    if (hotkeys.some(({ state }, index) => state !== before[index]?.state)) tell();
  };
  return {
    list: () => hotkeys,
    replace: (wanted, offbook) => {
      release();
      const plan = planHotkeys(wanted, platform);
      run = offbook.runCommand;
      const registered = registerHotkeys(plan.hotkeys, hold);
      hotkeys = registered.hotkeys;
      if (suspended) release();
      return [...plan.problems, ...registered.problems];
    },
    suspend: (nowSuspended) => {
      if (nowSuspended === suspended) return;
      suspended = nowSuspended;
      if (suspended) release();
      // Another program may have taken one meanwhile.
      else update(registerHotkeys(hotkeys, hold).hotkeys);
    },
    retry: () => {
      const refused = hotkeys.filter(({ state }) => state === 'refused');
      if (!suspended) update(registerHotkeys(refused, hold).hotkeys);
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
