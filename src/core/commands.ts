/**
 * Everything a person can do by a key, as data. Menu, tooltips, hotkeys, tray and command line are made
 * from this table; the runners (services/command-runners.ts) are typed by its ids, so that a command
 * without one doesn't compile.
 *
 * `keys` work while a window of Offbook has the focus, written as `KeyboardEvent.key` with `Shift+`,
 * `Control+` or `Alt+` before it where a modifier is meant. `hotkey` works everywhere, in Electron's accelerator grammar.
 * Ctrl+Alt is AltGr on Windows layouts, Option+Shift types letters on macOS, Super belongs to the desktops
 * and Ctrl+Shift+letter to the call programs: Ctrl+Shift with a function key is what nobody holds. F12 is
 * left out because Windows keeps it for debuggers.
 */
interface CommandRow {
  title: string;
  keys: readonly string[];
  hotkey: string | null;
  views: readonly ViewName[];
}

export type ViewName = 'prompter';

const prompter = ['prompter'] as const;

export const commands = {
  'play-pause': { title: 'Start or pause', keys: [' '], hotkey: 'CommandOrControl+Shift+F8', views: prompter },
  reset: { title: 'Start over', keys: ['r', 'Home'], hotkey: null, views: prompter },
  'add-time': { title: 'Add 15 seconds', keys: ['+', '='], hotkey: null, views: prompter },
  'take-time': { title: 'Take 15 seconds', keys: ['-'], hotkey: null, views: prompter },
  'next-row': { title: 'Next row', keys: ['ArrowDown'], hotkey: 'CommandOrControl+Shift+F9', views: prompter },
  'previous-row': { title: 'Previous row', keys: ['ArrowUp'], hotkey: 'CommandOrControl+Shift+F7', views: prompter },
  'next-section': { title: 'Next section', keys: ['PageDown'], hotkey: null, views: prompter },
  'previous-section': { title: 'Previous section', keys: ['PageUp'], hotkey: null, views: prompter },
  'next-story': {
    title: 'Next story',
    keys: ['ArrowRight', 'n'],
    hotkey: 'CommandOrControl+Shift+F10',
    views: prompter,
  },
  'previous-story': {
    title: 'Previous story',
    keys: ['ArrowLeft', 'p'],
    hotkey: 'CommandOrControl+Shift+F6',
    views: prompter,
  },
  'next-variant': { title: 'Next variant of this story', keys: ['v'], hotkey: null, views: prompter },
  'toggle-mode': { title: 'Scroll by itself or by step', keys: ['m'], hotkey: null, views: prompter },
  faster: { title: 'Scroll faster', keys: ['.', '>'], hotkey: null, views: prompter },
  slower: { title: 'Scroll slower', keys: [',', '<'], hotkey: null, views: prompter },
  bigger: { title: 'Bigger text', keys: ['b'], hotkey: null, views: prompter },
  smaller: { title: 'Smaller text', keys: ['Shift+B'], hotkey: null, views: prompter },
  'more-opaque': { title: 'More opaque', keys: ['o'], hotkey: null, views: prompter },
  'less-opaque': { title: 'More see-through', keys: ['Shift+O'], hotkey: null, views: prompter },
  'next-theme': { title: 'Next theme', keys: ['d'], hotkey: null, views: prompter },
  'toggle-count-up': { title: 'Count down or up', keys: ['u'], hotkey: null, views: prompter },
  'toggle-top': { title: 'Keep on top or not', keys: ['a'], hotkey: null, views: prompter },
  'toggle-prompter': {
    title: 'Show or hide the prompter',
    keys: ['w'],
    hotkey: 'CommandOrControl+Shift+F11',
    views: prompter,
  },
} as const satisfies Record<string, CommandRow>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as CommandId[];

/** Whether a word from outside (a command line, a message) names a command. */
export function isCommandId(word: string): word is CommandId {
  return Object.hasOwn(commands, word);
}

/** The parts of a key press that tell one command from another; a DOM KeyboardEvent is one. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** The command that a key press asks for in a view; null where there is none, so that the press goes its usual way. */
export function commandForKey(press: KeyPress, view: ViewName): CommandId | null {
  const name = keyName(press);
  const found = commandIds.find((id) => {
    const row: CommandRow = commands[id];
    return row.views.includes(view) && row.keys.includes(name);
  });
  return found ?? null;
}

/** Shift is part of the name only for letters and named keys: for `+` or `?` it is how the layout makes them. */
function keyName(press: KeyPress): string {
  const isLetter = press.key.length === 1 && press.key.toLowerCase() !== press.key.toUpperCase();
  const key = isLetter && press.shiftKey ? press.key.toUpperCase() : isLetter ? press.key.toLowerCase() : press.key;
  const shift = press.shiftKey && (isLetter || press.key.length > 1);
  const modifiers = [press.ctrlKey && 'Control', press.altKey && 'Alt', press.metaKey && 'Meta', shift && 'Shift'];
  return [...modifiers.filter(Boolean), key].join('+');
}

const keyLabels: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  '-': '−',
};

/** A command's first in-window key as people read it: `Space`, `↓`, `Shift B`. */
export function keyLabel(id: CommandId): string {
  const key: string = commands[id].keys[0];
  const label = keyLabels[key] ?? key.replaceAll('+', ' ').trim();
  return label === '' ? key : label.length === 1 ? label.toUpperCase() : label;
}
