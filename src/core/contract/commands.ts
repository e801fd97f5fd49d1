import type { Platform } from '../settings/platform.ts';

/**
 * Every command as data, one per row. Keys, hotkeys, tooltips, the help sheet, the menu bar and the command line come
 * from it. A command does what its runner does (core/prompter/prompter-commands.ts, core/rehearsal/rehearsal-commands.ts, services/app/command-runners.ts), or shows what its row says; one without
 * either doesn't compile.
 */
interface CommandRow {
  title: string;
  /**
   * Keys that work while a window of Offbook has the focus, written as `KeyboardEvent.key` after the modifiers `Shift+`,
   * `Control+`, `Alt+` or `Meta+`.
   */
  keys: readonly string[];
  /** The views where the keys work, and whose help sheets list it. */
  views: readonly ViewName[];
  /**
   * The default global hotkey, in Electron's accelerator grammar. Ctrl+Alt is AltGr on Windows layouts, Option+Shift types
   * letters on macOS, Super belongs to the desktops and Ctrl+Shift+letter to call apps; Ctrl+Shift with a
   * function key is free. Not F12, which Windows reserves for debuggers.
   */
  hotkey?: string;
  /**
   * Whether it repeats while its key is held; without this it runs once. In a rehearsal a held key would set or undo a mark
   * with each repeat, and end the run in a second.
   */
  repeats?: 'always' | 'outside rehearsals';
  /** The view or panel that it shows, if that is all it does. */
  shows?: RequestedView;
  /** A capability that it needs. Without it, the help sheet leaves the command out. */
  needs?: Need;
  /** Its place in the menu bar. Within a group the order is that of this table. */
  menu?: readonly [menu: MenuName, group: number];
}

export type ViewName = 'prompter' | 'library' | 'settings' | 'rehearsal' | 'progress';

/** A view, or a panel over whichever view the person is in. */
export type RequestedView = 'palette' | 'help' | ViewName;

/** What some shells and systems lack; `floating` is a prompter in its own window. */
export type Need = 'desktop' | 'floating' | 'opacity' | 'alwaysOnTop' | 'clickThrough';

export type MenuName = 'Stories' | 'Prompter' | 'Help';

const prompter = ['prompter'] as const;
const rehearsal = ['rehearsal'] as const;
const otherViews = ['library', 'settings', 'rehearsal', 'progress'] as const;
const everywhere = ['prompter', ...otherViews] as const;
const stories = ['prompter', 'library'] as const;
const stages = ['prompter', 'rehearsal'] as const;

/**
 * The same keys for the same thing on the prompter and in a rehearsal (docs/decisions/0040-one-grammar-of-keys.md). Clickers
 * and pedals send these: Page Up and Page Down to move, F5 or Shift+F5 to start, a full stop or B to black the screen.
 */
const startKeys = [' ', '.', 'b', 'F5', 'Shift+F5'] as const;
const onKeys = ['ArrowDown', 'PageDown'] as const;
const backKeys = ['ArrowUp', 'PageUp'] as const;
const sectionOnKeys = ['Shift+ArrowDown', 'Shift+PageDown'] as const;
const sectionBackKeys = ['Shift+ArrowUp', 'Shift+PageUp'] as const;
/** Parentheses, too: on many keyboards a square bracket needs AltGr. */
const moreKeys = [']', ')'] as const;
const lessKeys = ['[', '('] as const;

const rows = {
  'play-pause': {
    title: 'Start or pause',
    keys: startKeys,
    hotkey: 'CommandOrControl+Shift+F8',
    views: prompter,
    menu: ['Prompter', 2],
  },
  reset: { title: 'Start over', keys: ['r', 'Home'], views: prompter, menu: ['Prompter', 2] },
  'add-time': { title: 'Add 15 seconds', keys: ['+', '='], views: prompter, repeats: 'always', menu: ['Prompter', 2] },
  'take-time': { title: 'Remove 15 seconds', keys: ['-'], views: prompter, repeats: 'always', menu: ['Prompter', 2] },
  'own-time': { title: 'Give the story the time of its text', keys: ['t'], views: prompter, menu: ['Prompter', 2] },
  'next-row': {
    title: 'Next row',
    keys: onKeys,
    hotkey: 'CommandOrControl+Shift+F9',
    views: prompter,
    repeats: 'outside rehearsals',
    menu: ['Prompter', 3],
  },
  'previous-row': {
    title: 'Previous row',
    keys: backKeys,
    hotkey: 'CommandOrControl+Shift+F7',
    views: prompter,
    repeats: 'outside rehearsals',
    menu: ['Prompter', 3],
  },
  'next-section': {
    title: 'Next section',
    keys: sectionOnKeys,
    views: prompter,
    repeats: 'outside rehearsals',
    menu: ['Prompter', 3],
  },
  'previous-section': {
    title: 'Previous section',
    keys: sectionBackKeys,
    views: prompter,
    repeats: 'outside rehearsals',
    menu: ['Prompter', 3],
  },
  'next-story': {
    title: 'Next story',
    keys: ['ArrowRight', 'n'],
    hotkey: 'CommandOrControl+Shift+F10',
    views: prompter,
    menu: ['Stories', 2],
  },
  'previous-story': {
    title: 'Previous story',
    keys: ['ArrowLeft'],
    hotkey: 'CommandOrControl+Shift+F6',
    views: prompter,
    menu: ['Stories', 2],
  },
  'last-story': { title: 'Back to the previous story shown', keys: ['x'], views: prompter, menu: ['Stories', 2] },
  'find-story': {
    title: 'Find a story',
    keys: ['/'],
    hotkey: 'CommandOrControl+Shift+F3',
    views: stories,
    shows: 'palette',
    menu: ['Stories', 1],
  },
  'story-1': { title: 'Pinned story 1', keys: ['1'], views: stories, menu: ['Stories', 3] },
  'story-2': { title: 'Pinned story 2', keys: ['2'], views: stories, menu: ['Stories', 3] },
  'story-3': { title: 'Pinned story 3', keys: ['3'], views: stories, menu: ['Stories', 3] },
  'story-4': { title: 'Pinned story 4', keys: ['4'], views: stories, menu: ['Stories', 3] },
  'story-5': { title: 'Pinned story 5', keys: ['5'], views: stories, menu: ['Stories', 3] },
  'story-6': { title: 'Pinned story 6', keys: ['6'], views: stories, menu: ['Stories', 3] },
  'story-7': { title: 'Pinned story 7', keys: ['7'], views: stories, menu: ['Stories', 3] },
  'story-8': { title: 'Pinned story 8', keys: ['8'], views: stories, menu: ['Stories', 3] },
  'story-9': { title: 'Pinned story 9', keys: ['9'], views: stories, menu: ['Stories', 3] },
  'next-variant': { title: 'Next variant of this story', keys: ['v'], views: prompter, menu: ['Stories', 2] },
  'next-follow-up': { title: 'Next prepared follow-up', keys: ['f'], views: prompter, menu: ['Stories', 2] },
  'toggle-mode': { title: 'Switch auto-scroll', keys: ['m'], views: prompter, menu: ['Prompter', 3] },
  faster: { title: 'Scroll faster', keys: ['>'], views: prompter, repeats: 'always', menu: ['Prompter', 3] },
  slower: { title: 'Scroll slower', keys: ['<'], views: prompter, repeats: 'always', menu: ['Prompter', 3] },
  bigger: { title: 'Bigger text', keys: moreKeys, views: prompter, repeats: 'always', menu: ['Prompter', 4] },
  smaller: { title: 'Smaller text', keys: lessKeys, views: prompter, repeats: 'always', menu: ['Prompter', 4] },
  'more-opaque': {
    title: 'More opaque',
    keys: ['o'],
    views: prompter,
    repeats: 'always',
    needs: 'opacity',
    menu: ['Prompter', 4],
  },
  'less-opaque': {
    title: 'More transparent',
    keys: ['Shift+O'],
    views: prompter,
    repeats: 'always',
    needs: 'opacity',
    menu: ['Prompter', 4],
  },
  'next-theme': { title: 'Next theme', keys: ['d'], views: stages, menu: ['Prompter', 4] },
  'toggle-count-up': { title: 'Count down or up', keys: ['u'], views: stages, menu: ['Prompter', 2] },
  'toggle-prompter': {
    title: 'Show or hide the prompter',
    keys: ['w'],
    hotkey: 'CommandOrControl+Shift+F11',
    views: prompter,
    needs: 'floating',
    menu: ['Prompter', 1],
  },
  'to-camera': {
    title: 'Move under the camera',
    keys: ['c'],
    views: prompter,
    needs: 'desktop',
    menu: ['Prompter', 1],
  },
  'toggle-line': { title: 'One line, or back', keys: ['z'], views: prompter, menu: ['Prompter', 1] },
  'next-size': { title: 'Next window size', keys: ['Shift+Z'], views: prompter, menu: ['Prompter', 1] },
  'toggle-top': {
    title: 'Toggle always on top',
    keys: ['a'],
    views: prompter,
    needs: 'alwaysOnTop',
    menu: ['Prompter', 1],
  },
  'toggle-click-through': {
    title: 'Toggle click-through',
    keys: [],
    views: prompter,
    needs: 'clickThrough',
    menu: ['Prompter', 1],
  },
  'show-prompter': { title: 'Show the prompter', keys: ['Shift+P'], views: otherViews, shows: 'prompter' },
  'show-library': {
    title: 'Show the library',
    keys: ['Shift+L'],
    views: everywhere,
    shows: 'library',
    menu: ['Stories', 1],
  },
  'show-help': { title: 'Show all keys', keys: ['?'], views: everywhere, shows: 'help', menu: ['Help', 1] },
  'show-settings': {
    title: 'Show the settings',
    keys: ['Control+,', 'Meta+,'],
    views: everywhere,
    shows: 'settings',
  },
  'undo-setting': {
    title: 'Undo the last settings change',
    keys: ['Control+z', 'Meta+z'],
    views: ['library', 'settings'],
    menu: ['Help', 1],
  },
  'report-problem': { title: 'Report a problem', keys: [], views: everywhere, menu: ['Help', 2] },
  rehearse: {
    title: 'Rehearse',
    keys: ['Shift+R'],
    views: ['prompter', 'library', 'settings', 'progress'],
    shows: 'rehearsal',
    menu: ['Stories', 1],
  },
  'show-progress': {
    title: 'Show progress',
    keys: ['Shift+G'],
    views: ['prompter', 'library', 'settings', 'rehearsal'],
    shows: 'progress',
    menu: ['Stories', 1],
  },
  'pause-run': { title: 'Begin, pause or resume', keys: startKeys, views: rehearsal },
  'mark-section': { title: 'Mark the next section', keys: [...onKeys, ...sectionOnKeys], views: rehearsal },
  'undo-mark': { title: 'Undo the last mark', keys: [...backKeys, ...sectionBackKeys, 'Backspace'], views: rehearsal },
  peek: { title: 'Peek at the outline', keys: ['h'], views: rehearsal },
  'more-text': { title: 'Show more text', keys: moreKeys, views: rehearsal, repeats: 'always' },
  'less-text': { title: 'Show less text', keys: lessKeys, views: rehearsal, repeats: 'always' },
  'finish-run': { title: 'Finish the answer', keys: ['Enter'], views: rehearsal },
  'end-run': { title: 'Stop the run here', keys: ['Escape'], views: rehearsal },
  'discard-run': { title: 'Discard the run', keys: ['Delete'], views: rehearsal },
  'repeat-run': { title: 'Repeat the question', keys: ['r'], views: rehearsal },
  'rate-again': { title: 'Rate: again', keys: ['1'], views: rehearsal },
  'rate-hard': { title: 'Rate: hard', keys: ['2'], views: rehearsal },
  'rate-good': { title: 'Rate: good', keys: ['3'], views: rehearsal },
  'rate-easy': { title: 'Rate: easy', keys: ['4'], views: rehearsal },
} as const satisfies Record<string, CommandRow>;

export type CommandId = keyof typeof rows;

/** The commands that only show something. */
export type ShowingCommand = {
  [Id in CommandId]: (typeof rows)[Id] extends { shows: RequestedView } ? Id : never;
}[CommandId];

export const commands: Readonly<Record<CommandId, CommandRow>> = rows;

export const commandIds = Object.keys(rows) as CommandId[];

/** Whether a word from outside (a command line, a message) is a command's id. */
export function isCommandId(word: string): word is CommandId {
  return Object.hasOwn(rows, word);
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

/** The keys as people on a system read them: `Ctrl Z`, on a Mac `⌘ Z`. Leaves out the other system’s variant of a key. */
export function keyLabelsOn(platform: Platform, id: CommandId): string[] {
  const other = platform === 'macos' ? 'Control ' : 'Meta ';
  const here = keyLabelsOf(id).filter((label) => !label.startsWith(other));
  return here.map((label) => label.replace(/^Meta /u, '⌘ ').replace(/^Control /u, 'Ctrl '));
}

/** A command’s in-window keys as people read them: `Space`, `↓`, `Shift ↓`. */
function keyLabelsOf(id: CommandId): string[] {
  return commands[id].keys.map((key) => {
    const parts = key.length === 1 ? [key] : key.split('+');
    return parts.map((part) => keyLabels[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ');
  });
}

/** The first in-window key of a command; empty without one. */
export function keyLabel(id: CommandId): string {
  return keyLabelsOf(id)[0] ?? '';
}
