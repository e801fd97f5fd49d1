import { commandForKey, type CommandId, type KeyPress } from '../../core/contract/commands.ts';

/** Where a key was pressed: where all keys mean something else, where plain ones do, on a button, or anywhere else. */
export type SettingsPlace = 'writing' | 'field' | 'button' | 'elsewhere';

/** What a key press in the settings asks for: a command, the search field; null to let it go its way. */
export function answerSettingsKey(press: KeyPress, place: SettingsPlace): CommandId | 'search' | null {
  const isPlain = !press.ctrlKey && !press.metaKey && !press.altKey;
  // What is being written has an undo of its own.
  if (place === 'writing' || (place === 'field' && isPlain)) return null;
  if (place === 'button' && (press.key === ' ' || press.key === 'Enter')) return null;
  if (press.key === '/' && isPlain) return 'search';
  return commandForKey(press, 'settings');
}

/** The place of an element, told by its kind and, for text, by whether something unfinished stands in it. */
export function settingsPlace(target: EventTarget | null): SettingsPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  // A hotkey that is being recorded, and a dialog over the settings, have all keys.
  if (target.closest('[data-writing="true"], [data-recording="true"], dialog:modal') !== null) return 'writing';
  if (target.matches('input:not([role="switch"]), select, textarea')) return 'field';
  return target.closest('button, input, summary') === null ? 'elsewhere' : 'button';
}
