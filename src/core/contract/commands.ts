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

export type ViewName = 'prompter' | 'library' | 'settings' | 'rehearsal' | 'progress';

const prompter = ['prompter'] as const;
const rehearsal = ['rehearsal'] as const;
const desk = ['library', 'settings', 'rehearsal', 'progress'] as const;
const everywhere = ['prompter', ...desk] as const;
const stories = ['prompter', 'library'] as const;

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
  'last-story': { title: 'Back to the story before', keys: ['x'], hotkey: null, views: prompter },
  'find-story': { title: 'Find a story', keys: ['/'], hotkey: 'CommandOrControl+Shift+F3', views: stories },
  'story-1': { title: 'Pinned story 1', keys: ['1'], hotkey: null, views: stories },
  'story-2': { title: 'Pinned story 2', keys: ['2'], hotkey: null, views: stories },
  'story-3': { title: 'Pinned story 3', keys: ['3'], hotkey: null, views: stories },
  'story-4': { title: 'Pinned story 4', keys: ['4'], hotkey: null, views: stories },
  'story-5': { title: 'Pinned story 5', keys: ['5'], hotkey: null, views: stories },
  'story-6': { title: 'Pinned story 6', keys: ['6'], hotkey: null, views: stories },
  'story-7': { title: 'Pinned story 7', keys: ['7'], hotkey: null, views: stories },
  'story-8': { title: 'Pinned story 8', keys: ['8'], hotkey: null, views: stories },
  'story-9': { title: 'Pinned story 9', keys: ['9'], hotkey: null, views: stories },
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
  'to-camera': { title: 'Move under the camera', keys: ['c'], hotkey: null, views: prompter },
  'toggle-click-through': { title: 'Let clicks through or not', keys: [], hotkey: null, views: prompter },
  'show-prompter': { title: 'Show the prompter', keys: ['Shift+P'], hotkey: null, views: desk },
  'show-library': { title: 'Show the library', keys: ['Shift+L'], hotkey: null, views: everywhere },
  'show-settings': { title: 'Show the settings', keys: ['Control+,', 'Meta+,'], hotkey: null, views: everywhere },
  'show-help': { title: 'Show all keys', keys: ['?'], hotkey: null, views: everywhere },
  'undo-setting': {
    title: 'Undo the last setting',
    keys: ['Control+z', 'Meta+z'],
    hotkey: null,
    views: ['library', 'settings'],
  },
  'report-problem': { title: 'Report a problem', keys: [], hotkey: null, views: everywhere },
  rehearse: {
    title: 'Rehearse',
    keys: ['Shift+R'],
    hotkey: null,
    views: ['prompter', 'library', 'settings', 'progress'],
  },
  'show-progress': {
    title: 'Show the progress',
    keys: ['Shift+G'],
    hotkey: null,
    views: ['prompter', 'library', 'settings', 'rehearsal'],
  },
  'mark-section': {
    title: 'Mark the next section',
    keys: [' ', 'PageDown', 'ArrowDown'],
    hotkey: null,
    views: rehearsal,
  },
  'undo-mark': {
    title: 'Take the last mark back',
    keys: ['Backspace', 'PageUp', 'ArrowUp'],
    hotkey: null,
    views: rehearsal,
  },
  'pause-run': { title: 'Pause or go on', keys: ['p'], hotkey: null, views: rehearsal },
  peek: { title: 'Show the line', keys: ['h'], hotkey: null, views: rehearsal },
  'more-text': { title: 'More text', keys: ['+', '='], hotkey: null, views: rehearsal },
  'less-text': { title: 'Less text', keys: ['-'], hotkey: null, views: rehearsal },
  'finish-run': { title: 'All is said', keys: ['Enter'], hotkey: null, views: rehearsal },
  'end-run': { title: 'End the run', keys: ['Escape'], hotkey: null, views: rehearsal },
  'repeat-run': { title: 'Once more', keys: ['r'], hotkey: null, views: rehearsal },
  'rate-again': { title: 'Rate it again', keys: ['1'], hotkey: null, views: rehearsal },
  'rate-hard': { title: 'Rate it hard', keys: ['2'], hotkey: null, views: rehearsal },
  'rate-good': { title: 'Rate it good', keys: ['3'], hotkey: null, views: rehearsal },
  'rate-easy': { title: 'Rate it easy', keys: ['4'], hotkey: null, views: rehearsal },
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

/** A command's in-window keys as people read them: `Space`, `↓`, `Shift B`. */
export function keyLabelsOf(id: CommandId): string[] {
  const { keys }: CommandRow = commands[id];
  return keys.map((key) => {
    const label = keyLabels[key] ?? key.replaceAll('+', ' ').trim();
    return label === '' ? key : label.length === 1 ? label.toUpperCase() : label;
  });
}

/** The first of them; empty where it has none. */
export function keyLabel(id: CommandId): string {
  return keyLabelsOf(id)[0] ?? '';
}
