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
  /** A sentence for each setting that isn't possible. */
  problems: string[];
}

/**
 * Which hotkeys to register. If two commands have the same combination, the first gets it. One that can't be a hotkey
 * here, because the file was edited by hand or comes from another system, is left out.
 */
export function planHotkeys(wanted: Settings['hotkeys'], platform: Platform): HotkeyPlan {
  const plan: HotkeyPlan = { hotkeys: [], problems: [] };
  for (const [name, accelerator] of Object.entries(wanted)) {
    if (accelerator === null) continue;
    const rival = plan.hotkeys.find((hotkey) => sameAccelerator(hotkey.accelerator, accelerator, platform));
    const problem = acceleratorProblem(accelerator, platform);
    if (!isCommandId(name)) {
      plan.problems.push(
        `The setting “hotkeys” names “${name}”, which isn’t a command. Remove it or correct its name.`,
      );
    } else if (rival !== undefined) {
      plan.problems.push(
        `The hotkey ${accelerator} is set for both “${commands[rival.command].title}” and “${commands[name].title}”. ` +
          `It does the first; set another one for “${name}”.`,
      );
    } else if (problem !== null) {
      plan.problems.push(`The hotkey for “${commands[name].title}” isn’t used. ${problem}`);
    } else {
      plan.hotkeys.push({ command: name, accelerator });
    }
  }
  return plan;
}

/** The outcome of a plan. */
export interface RegisteredHotkeys {
  hotkeys: Hotkey[];
  problems: string[];
}

/**
 * Registers each hotkey. `register` is Electron's: it returns false if another program or the system uses the keys, and
 * throws a TypeError if the accelerator isn't valid.
 */
export function registerHotkeys(
  planned: readonly PlannedHotkey[],
  register: (accelerator: string) => boolean,
): RegisteredHotkeys {
  const outcome: RegisteredHotkeys = { hotkeys: [], problems: [] };
  for (const { command, accelerator } of planned) {
    try {
      outcome.hotkeys.push({ command, accelerator, state: register(accelerator) ? 'registered' : 'refused' });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      outcome.problems.push(
        `“${accelerator}”, the hotkey for “${commands[command].title}”, isn’t a key combination. ` +
          `Set “${command}” to one such as “CommandOrControl+Shift+F8”, or to null for none.`,
      );
    }
  }
  return outcome;
}

const list = new Intl.ListFormat('en');

/** Which hotkeys were refused, as a sentence with the keys that work anyway; null if none was. */
export function refusedHotkeysText(hotkeys: readonly Hotkey[]): string | null {
  const refused = hotkeys.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return null;
  const named = refused.map(({ command, accelerator }) => `${accelerator} (${commands[command].title})`);
  const keys = refused.map(({ command }) => keyLabel(command)).filter((label) => label !== '');
  const inWindow =
    keys.length === 0
      ? ''
      : `In Offbook’s own windows, ${list.format(keys)} still work${keys.length === 1 ? 's' : ''}. `;
  return `${list.format(named)} ${named.length === 1 ? 'is' : 'are'} in use by another program or the system. ${inWindow}Set other hotkeys in the settings.`;
}
