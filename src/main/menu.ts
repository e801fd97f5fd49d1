import { Menu, type MenuItemConstructorOptions } from 'electron';
import { commands, type CommandId } from '../core/contract/commands.ts';
import type { App } from '../services/base/program-types.ts';
import type { Desktop } from './desktop.ts';

/** The commands by menu; what has no place here is for keys alone. */
const menus: Readonly<Record<string, readonly (readonly CommandId[])[]>> = {
  Stories: [
    ['find-story', 'show-library', 'rehearse', 'show-progress'],
    ['next-story', 'previous-story', 'last-story', 'next-variant'],
    ['story-1', 'story-2', 'story-3', 'story-4', 'story-5', 'story-6', 'story-7', 'story-8', 'story-9'],
  ],
  Prompter: [
    ['toggle-prompter', 'to-camera', 'toggle-top', 'toggle-click-through'],
    ['play-pause', 'reset', 'add-time', 'take-time', 'toggle-count-up'],
    ['next-row', 'previous-row', 'next-section', 'previous-section', 'toggle-mode', 'faster', 'slower'],
    ['bigger', 'smaller', 'more-opaque', 'less-opaque', 'next-theme'],
  ],
};

/** The menus that are made of commands; each entry runs its own. The keys are left to the windows and hotkeys. */
function commandMenus(run: (id: CommandId) => void): MenuItemConstructorOptions[] {
  return Object.entries(menus).map(([label, groups]) => ({ label, submenu: groupsOf(groups, run) }));
}

/** Entries for commands, a line between groups. */
export function groupsOf(
  groups: readonly (readonly CommandId[])[],
  run: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  return groups.flatMap((ids, index): MenuItemConstructorOptions[] => [
    ...(index > 0 ? [{ type: 'separator' as const }] : []),
    ...ids.map((id) => ({ label: commands[id].title, click: () => run(id) })),
  ]);
}

/** macOS takes copy, paste, close and quit from the menu; elsewhere they work without one, and the prompter has no room for it. */
export function setUpMenu(offbook: App, desktop: Desktop): void {
  const help = groupsOf([['show-help', 'show-settings', 'undo-setting'], ['report-problem']], offbook.runCommand);
  const menu = Menu.buildFromTemplate([
    { role: 'appMenu' },
    { role: 'editMenu' },
    ...commandMenus(offbook.runCommand),
    { role: 'windowMenu' },
    { role: 'help', submenu: help },
  ]);
  Menu.setApplicationMenu(desktop === 'macos' ? menu : null);
}
