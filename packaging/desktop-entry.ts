import { commands, type CommandId } from '../src/core/contract/commands.ts';

/**
 * On Wayland a window can neither stay on top nor be put anywhere, which is what a prompter is for; through
 * XWayland it can. Hotkeys reach it less there, and `offbook --do` from the desktop's own shortcuts always does.
 */
export const linuxSwitches: string[] = ['--ozone-platform=x11'];

/** What the icon's menu offers. */
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
