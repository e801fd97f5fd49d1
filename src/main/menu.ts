import { Menu, type MenuItemConstructorOptions } from 'electron';
import { commandIds, commands, type CommandId, type MenuName } from '../core/contract/commands.ts';
import type { OffbookApp } from '../services/base/program.ts';
import type { Desktop } from './desktop.ts';

/** The commands of a menu, by group. Their keys are up to the windows and the hotkeys. */
function groupsIn(menu: MenuName): CommandId[][] {
  const ids = commandIds.filter((id) => commands[id].menu?.[0] === menu);
  const groups = new Set(ids.map((id) => commands[id].menu?.[1] ?? 0));
  return [...groups]
    .toSorted((one, other) => one - other)
    .map((group) => ids.filter((id) => commands[id].menu?.[1] === group));
}

/** Menu items for commands, with separators between groups. */
export function groupsOf(
  groups: readonly (readonly CommandId[])[],
  run: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  return groups.flatMap((ids, index): MenuItemConstructorOptions[] => [
    ...(index > 0 ? [{ type: 'separator' as const }] : []),
    ...ids.map((id) => ({ label: commands[id].title, click: () => run(id) })),
  ]);
}

/**
 * macOS needs the menu for copy, paste, close and quit. Elsewhere they work without one, and the prompter has no room
 * for it.
 */
export function setUpMenu(offbook: OffbookApp, desktop: Desktop): void {
  const submenu = (menu: MenuName) => groupsOf(groupsIn(menu), offbook.runCommand);
  const menu = Menu.buildFromTemplate([
    { role: 'appMenu' },
    { role: 'editMenu' },
    { label: 'Stories', submenu: submenu('Stories') },
    { label: 'Prompter', submenu: submenu('Prompter') },
    { role: 'windowMenu' },
    { role: 'help', submenu: submenu('Help') },
  ]);
  Menu.setApplicationMenu(desktop === 'macos' ? menu : null);
}
