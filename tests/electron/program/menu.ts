import type { MenuItemConstructorOptions } from 'electron';
import type { ShownMenuItem } from '../sides.ts';
import { standInApp } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { offer } from './link.ts';
import { standInOptions } from './options.ts';
import { recorded } from './record.ts';

const { platform } = standInOptions();
const isMac = platform === 'darwin';

interface MenuItem extends ShownMenuItem {
  /** Whether its key works. A page gets keys first in any case. */
  isRegistered: boolean;
  submenu: MenuItem[] | null;
  act: () => void;
}

interface Role {
  label: string;
  accelerator?: string;
  /** Elsewhere than on macOS the key is left to the page. */
  isPages?: boolean;
  submenu?: MenuItemConstructorOptions[];
  act?: () => void;
}

/** The roles that Offbook uses, as Electron's lib/browser/api/menu-item-roles.ts resolves them. */
function roleOf(role: string): Role {
  const roles: Readonly<Record<string, Role>> = {
    about: { label: platform === 'linux' ? 'About' : `About ${standInApp.name}` },
    close: {
      label: isMac ? 'Close Window' : 'Close',
      accelerator: 'CommandOrControl+W',
      act: () =>
        BrowserWindow.getAllWindows()
          .find((window) => window.isFocused())
          ?.close(),
    },
    copy: { label: 'Copy', accelerator: 'CommandOrControl+C', isPages: true },
    cut: { label: 'Cut', accelerator: 'CommandOrControl+X', isPages: true },
    delete: { label: 'Delete' },
    front: { label: 'Bring All to Front' },
    help: { label: 'Help' },
    hide: { label: `Hide ${standInApp.name}`, accelerator: 'Command+H' },
    hideOthers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
    minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M' },
    paste: { label: 'Paste', accelerator: 'CommandOrControl+V', isPages: true },
    pasteAndMatchStyle: { label: 'Paste and Match Style', accelerator: 'Cmd+Option+Shift+V', isPages: true },
    quit: {
      label: isMac ? `Quit ${standInApp.name}` : platform === 'win32' ? 'Exit' : 'Quit',
      ...(platform === 'win32' ? {} : { accelerator: 'CommandOrControl+Q' }),
      act: () => standInApp.quit(),
    },
    redo: { label: 'Redo', accelerator: platform === 'win32' ? 'Control+Y' : 'Shift+CommandOrControl+Z' },
    selectAll: { label: 'Select All', accelerator: 'CommandOrControl+A' },
    services: { label: 'Services' },
    toggleDevTools: { label: 'Toggle Developer Tools', accelerator: isMac ? 'Alt+Command+I' : 'Ctrl+Shift+I' },
    undo: { label: 'Undo', accelerator: 'CommandOrControl+Z' },
    unhide: { label: 'Show All' },
    zoom: { label: 'Zoom' },
    appMenu: { label: standInApp.name },
    fileMenu: { label: 'File', submenu: [{ role: isMac ? 'close' : 'quit' }] },
    editMenu: { label: 'Edit', submenu: editMenu() },
    windowMenu: {
      label: 'Window',
      submenu: [
        { role: 'minimize' },
        { role: 'zoom' },
        ...(isMac ? [{ type: 'separator' as const }, { role: 'front' as const }] : [{ role: 'close' as const }]),
      ],
    },
  };
  const found = roles[role];
  if (found === undefined) throw new Error(`The stand-in knows no menu role "${role}" yet: add it.`);
  return found;
}

/** Without macOS's submenus for substitutions and speech. */
function editMenu(): MenuItemConstructorOptions[] {
  const more = isMac ? (['pasteAndMatchStyle', 'delete', 'selectAll'] as const) : (['delete', 'selectAll'] as const);
  return (['undo', 'redo', 'cut', 'copy', 'paste', ...more] as const).map((role) => ({ role }));
}

function resolved(item: MenuItemConstructorOptions): MenuItem {
  const { role, label, accelerator, submenu, registerAccelerator, click } = item;
  const known: Role = role === undefined ? { label: '' } : roleOf(role);
  const items = (submenu as MenuItemConstructorOptions[] | undefined) ?? known.submenu;
  return {
    label: label ?? known.label,
    accelerator: accelerator ?? known.accelerator ?? null,
    submenu: items?.filter(({ type }) => type !== 'separator').map(resolved) ?? null,
    // On macOS `registerAccelerator` does nothing.
    isRegistered: isMac || (registerAccelerator ?? known.isPages !== true),
    act: () => (click === undefined ? known.act?.() : (click as () => void)()),
  };
}

let bar: MenuItem[] = [];

/** A menu is the items that a person sees. */
export const Menu = recorded('Menu', {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): MenuItem[] =>
    template.filter(({ type }) => type !== 'separator').map(resolved),
  setApplicationMenu: (menu: MenuItem[] | null): void => void (bar = menu ?? []),
});

function allOf(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...allOf(item.submenu ?? [])]);
}

function shown({ label, accelerator, submenu }: MenuItem): ShownMenuItem {
  return { label, accelerator, submenu: submenu?.map(shown) ?? null };
}

offer({
  menuBar: () => bar.map(shown),
  pressMenuKey: (accelerator) => {
    // macOS has the menu bar without any window too; elsewhere keys arrive in windows only.
    if (!isMac && !BrowserWindow.getAllWindows().some((window) => window.isFocused())) return false;
    const item = allOf(bar).find((one) => one.accelerator === accelerator && one.isRegistered);
    item?.act();
    return item !== undefined;
  },
});
