import { app, Menu, nativeImage, Tray, type NativeImage } from 'electron';
import type { CommandId } from '../core/contract/commands.ts';
import type { OffbookApp } from '../services/base/program.ts';
import type { Desktop } from './desktop.ts';
import { groupsOf } from './menu.ts';
import { trayIconSize, trayPixels } from './tray-icon.ts';

/** What people want while no window has the focus, or none is visible. */
const entries: readonly (readonly CommandId[])[] = [
  ['toggle-prompter', 'find-story', 'show-library', 'show-settings'],
  ['play-pause', 'next-story', 'previous-story'],
];

/** Adds an icon to the notification area, from which a hidden prompter can be shown and Offbook quit. */
export function setUpTray(offbook: OffbookApp, desktop: Desktop): void {
  const tray = new Tray(trayIcon(desktop));
  tray.setToolTip('Offbook');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      ...groupsOf(entries, offbook.runCommand),
      { type: 'separator' },
      { label: 'Quit Offbook', click: () => app.quit() },
    ]),
  );
  // Elsewhere a click opens the menu, or does nothing.
  if (desktop === 'windows') tray.on('click', () => offbook.runCommand('toggle-prompter'));
  // This reference also keeps the tray from being garbage-collected, which would remove the icon.
  app.once('will-quit', () => tray.destroy());
}

function trayIcon(desktop: Desktop): NativeImage {
  const template = desktop === 'macos';
  const size = { width: trayIconSize, height: trayIconSize, scaleFactor: 2 };
  const icon = nativeImage.createFromBitmap(Buffer.from(trayPixels(template)), size);
  icon.setTemplateImage(template);
  return icon;
}
