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

/** macOS has the settings under the program’s own name, with the key that works while no window is open. */
function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}

/**
 * The menu bar of macOS. The library’s window has it elsewhere, while Alt is pressed; the prompter has no room for it, but
 * its keys work there too: for copy and paste, to close the window and to quit.
 */
export function setUpMenu(offbook: OffbookApp, desktop: Desktop, devTools: boolean): void {
  const submenu = (menu: MenuName) => groupsOf(groupsIn(menu), offbook.runCommand);
  const settings: MenuItemConstructorOptions = {
    label: 'Settings…',
    accelerator: 'CommandOrControl+,',
    // Elsewhere a page always has the focus, and has the key itself.
    registerAccelerator: false,
    click: () => offbook.runCommand('show-settings'),
  };
  const isMac = desktop === 'macos';
  const file: MenuItemConstructorOptions = {
    role: 'fileMenu',
    submenu: isMac ? [{ role: 'close' }] : [settings, { type: 'separator' }, { role: 'close' }, { role: 'quit' }],
  };
  const menu: MenuItemConstructorOptions[] = [
    ...(isMac ? [appMenu(settings)] : []),
    file,
    { role: 'editMenu' },
    { label: 'Stories', submenu: submenu('Stories') },
    { label: 'Prompter', submenu: submenu('Prompter') },
    ...(devTools ? [{ label: 'Develop', submenu: [{ role: 'toggleDevTools' as const }] }] : []),
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    { role: 'help', submenu: submenu('Help') },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}
