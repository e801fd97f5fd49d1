import { commands, type CommandId } from '../src/core/contract/commands.ts';

/**
 * On Wayland a window can neither stay on top nor be moved, and a prompter needs both; through XWayland it can. Hotkeys
 * work less well there, but the desktop's own shortcuts can always run `offbook --do`.
 */
export const linuxSwitches: string[] = ['--ozone-platform=x11'];

/** The menu of the icon. */
const actions = [
  'play-pause',
  'next-story',
  'previous-story',
  'find-story',
  'toggle-prompter',
  'show-library',
] as const satisfies readonly CommandId[];

/** The actions of the desktop entry, by the freedesktop.org Desktop Entry Specification. */
export const desktopActions = {
  names: `${actions.join(';')};`,
  groups: Object.fromEntries(
    actions.map((id) => [id, { Name: commands[id].title, Exec: ['offbook', ...linuxSwitches, '--do', id].join(' ') }]),
  ),
};
