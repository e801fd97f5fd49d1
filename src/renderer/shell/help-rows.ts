import { commands, keyLabelsOn, type CommandId, type Need, type ViewName } from '../../core/contract/commands.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import { acceleratorLabel } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { pinSlots } from '../../core/settings/table.ts';

/** A line of the keys sheet. */
export interface HelpRow {
  /** Null for keys that aren’t a command’s, such as those of a list. */
  command: CommandId | null;
  title: string;
  keys: readonly string[];
  /** Null where it has none here. */
  hotkey: string | null;
  /** The system refused the hotkey. */
  isRefused: boolean;
}

export interface HelpGroup {
  title: string;
  rows: HelpRow[];
}

/** The parts of the capabilities that decide which commands work. */
export type HelpAbilities = Pick<Capabilities, 'shell' | 'alwaysOnTop' | 'opacity' | 'clickThrough' | 'hotkeys'> & {
  /** The prompter can be shown and hidden: the desktop's window, or a floating one of the browser. */
  canFloat: boolean;
};

/** Keys of a view that aren’t a command’s. */
interface OtherKeys {
  view: ViewName;
  title: string;
  keys: readonly string[];
}

interface SheetGroup {
  title: string;
  /** What is needed most comes first. The nine pins have one line. */
  commands: readonly (CommandId | 'pins')[];
  others?: readonly OtherKeys[];
}

/** The keys sheet: every command is in one of its groups. */
export const sheetGroups: readonly SheetGroup[] = [
  {
    title: 'On the call',
    commands: [
      'play-pause',
      'reset',
      'add-time',
      'take-time',
      'own-time',
      'next-variant',
      'next-follow-up',
      'toggle-count-up',
      'toggle-prompter',
      'to-camera',
      'toggle-line',
      'next-size',
      'toggle-top',
      'toggle-click-through',
    ],
    others: [{ view: 'prompter', title: 'Close what is open, else pause', keys: ['Esc'] }],
  },
  {
    title: 'Move',
    commands: ['next-row', 'previous-row', 'next-section', 'previous-section', 'toggle-mode', 'faster', 'slower'],
    others: [
      { view: 'prompter', title: 'Past either end, twice: another story', keys: ['↓', '↑'] },
      { view: 'library', title: 'Next, previous story in the list', keys: ['↓', '↑', 'J', 'K'] },
      { view: 'library', title: 'Ten down, ten up', keys: ['Page Down', 'Page Up'] },
      { view: 'library', title: 'First, last', keys: ['Home', 'End'] },
      { view: 'library', title: 'Open, close a group', keys: ['→', '←'] },
      { view: 'library', title: 'Show the story on the prompter', keys: ['Enter'] },
      { view: 'library', title: 'Rehearse the story', keys: ['R'] },
      { view: 'library', title: 'Open the story in the editor', keys: ['O'] },
    ],
  },
  { title: 'Text', commands: ['bigger', 'smaller', 'next-theme', 'more-opaque', 'less-opaque'] },
  {
    title: 'Go to',
    commands: [
      'find-story',
      'pins',
      'next-story',
      'previous-story',
      'last-story',
      'show-prompter',
      'show-library',
      'rehearse',
      'show-progress',
      'show-settings',
      'show-help',
      'undo-setting',
      'report-problem',
    ],
    others: [{ view: 'settings', title: 'Search the settings', keys: ['/'] }],
  },
  {
    title: 'Rehearse',
    commands: [
      'pause-run',
      'mark-section',
      'undo-mark',
      'finish-run',
      'end-run',
      'discard-run',
      'repeat-run',
      'peek',
      'more-text',
      'less-text',
      'rate-again',
      'rate-hard',
      'rate-good',
      'rate-easy',
    ],
  },
];

/**
 * The keys of a view that work here, by group. With words, only the lines that have all of them in their title, or that
 * are the key itself.
 */
export function helpGroups(view: ViewName, able: HelpAbilities, platform: Platform, words = ''): HelpGroup[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = ({ title, keys }: HelpRow): boolean =>
    wanted.every((word) => title.toLowerCase().includes(word)) ||
    keys.some((key) => key.toLowerCase() === words.trim().toLowerCase());
  return sheetGroups
    .map(({ title, commands: ids, others = [] }) => ({
      title,
      rows: [
        ...ids.flatMap((id) => rowOf(id, view, able, platform)),
        ...others.flatMap((other) => (other.view === view ? [keysOnly(other.title, other.keys)] : [])),
      ].filter(fits),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowOf(id: CommandId | 'pins', view: ViewName, able: HelpAbilities, platform: Platform): HelpRow[] {
  if (id === 'pins') {
    const hasPins = commands['story-1'].views.includes(view);
    return hasPins ? [keysOnly('Pinned story', [`${pinSlots[0]} … ${pinSlots.at(-1)}`])] : [];
  }
  const { title, views, needs } = commands[id];
  if (!views.includes(view) || (needs !== undefined && !abilities(able)[needs])) return [];
  const held = able.hotkeys.find((hotkey) => hotkey.command === id);
  const hotkey = held === undefined ? null : acceleratorLabel(held.accelerator, platform);
  return [{ command: id, title, keys: keyLabelsOn(platform, id), hotkey, isRefused: held?.state === 'refused' }];
}

function keysOnly(title: string, keys: readonly string[]): HelpRow {
  return { command: null, title, keys, hotkey: null, isRefused: false };
}

function abilities({ shell, canFloat, ...able }: HelpAbilities): Readonly<Record<Need, boolean>> {
  const desktop = shell === 'electron';
  return { desktop, floating: desktop || canFloat, ...able };
}
