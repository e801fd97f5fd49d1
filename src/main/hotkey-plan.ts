import { acceleratorProblem, sameAccelerator } from '../core/settings/accelerators.ts';
import { commands, isCommandId, keyLabel, type CommandId } from '../core/contract/commands.ts';
import type { Hotkey } from '../core/contract/contract.ts';
import type { Platform } from '../core/settings/platform.ts';
import type { Settings } from '../core/settings/schema.ts';

export interface PlannedHotkey {
  command: CommandId;
  accelerator: string;
}

export interface HotkeyPlan {
  hotkeys: PlannedHotkey[];
  /** A sentence for each setting that can't be followed. */
  problems: string[];
}

/**
 * Which hotkeys to ask the system for. A combination that two commands want goes to the first of them. One that can't be
 * a hotkey here, because a file was edited by hand or comes from another system, isn't asked for.
 */
export function planHotkeys(wanted: Settings['hotkeys'], platform: Platform): HotkeyPlan {
  const plan: HotkeyPlan = { hotkeys: [], problems: [] };
  for (const [name, accelerator] of Object.entries(wanted)) {
    if (accelerator === null) continue;
    const rival = plan.hotkeys.find((hotkey) => sameAccelerator(hotkey.accelerator, accelerator, platform));
    const problem = acceleratorProblem(accelerator, platform);
    if (!isCommandId(name)) {
      plan.problems.push(
        `The setting "hotkeys" names "${name}", which is no command. Take it out, or correct its name.`,
      );
    } else if (rival !== undefined) {
      plan.problems.push(
        `The hotkey ${accelerator} is set for "${commands[rival.command].title}" and "${commands[name].title}". ` +
          `It does the first; set another one for "${name}".`,
      );
    } else if (problem !== null) {
      plan.problems.push(`The hotkey for “${commands[name].title}” is not used. ${problem}`);
    } else {
      plan.hotkeys.push({ command: name, accelerator });
    }
  }
  return plan;
}

/** What became of a plan. */
export interface RegisteredHotkeys {
  hotkeys: Hotkey[];
  problems: string[];
}

/**
 * Asks the system for each hotkey. `register` is Electron's: it says false where another program holds the
 * keys or the system keeps them, and throws where the accelerator isn't one.
 */
export function registerHotkeys(
  planned: readonly PlannedHotkey[],
  register: (accelerator: string, pressed: () => void) => boolean,
  run: (command: CommandId) => void,
): RegisteredHotkeys {
  const held: RegisteredHotkeys = { hotkeys: [], problems: [] };
  for (const { command, accelerator } of planned) {
    try {
      const registered = register(accelerator, () => run(command));
      held.hotkeys.push({ command, accelerator, state: registered ? 'registered' : 'refused' });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      held.problems.push(
        `"${accelerator}", the hotkey for "${commands[command].title}", is not a key combination. ` +
          `Set "${command}" to one such as "CommandOrControl+Shift+F8", or to null for none.`,
      );
    }
  }
  return held;
}

/** Joins names as a sentence does. */
const list = new Intl.ListFormat('en');

/** Which hotkeys could not be had, as a sentence with the keys that work all the same; null where all could. */
export function refusedHotkeysText(hotkeys: readonly Hotkey[]): string | null {
  const refused = hotkeys.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return null;
  const named = refused.map(({ command, accelerator }) => `${accelerator} (${commands[command].title})`);
  const keys = refused.map(({ command }) => keyLabel(command)).filter((label) => label !== '');
  const inWindow =
    keys.length === 0
      ? ''
      : `In Offbook's own windows ${list.format(keys)} still work${keys.length === 1 ? 's' : ''}. `;
  return `Another program, or the system, holds ${list.format(named)}. ${inWindow}Set other hotkeys in the settings.`;
}
