import { Menu } from 'electron';
import type { Desktop } from './desktop.ts';

/** macOS takes copy, paste, close and quit from the menu; elsewhere they work without one, and the window has no room for it. */
export function setUpMenu(desktop: Desktop): void {
  const menu = Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
  Menu.setApplicationMenu(desktop === 'macos' ? menu : null);
}
