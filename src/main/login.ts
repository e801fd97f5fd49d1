import { app } from 'electron';
import type { App } from '../services/app-types.ts';
import { reasonOf } from '../services/error-code.ts';
import { desktopTraits, type Desktop } from './desktop.ts';

/**
 * Has the system start the program at login, or not, whenever the setting changes. At the program's own start
 * nothing is asked for: a person may have ended it in the system's list.
 */
export function setUpLogin(offbook: App, desktop: Desktop): void {
  if (!desktopTraits[desktop].startAtLogin) return;
  let wanted = offbook.state().settings.startAtLogin;
  offbook.on('settingsChanged', ({ startAtLogin }) => {
    if (startAtLogin === wanted) return;
    wanted = startAtLogin;
    try {
      // A program that isn't packaged is Electron with a folder to start.
      const words = app.isPackaged ? [] : [app.getAppPath()];
      app.setLoginItemSettings({ openAtLogin: startAtLogin, args: words });
    } catch (error) {
      offbook.notify('error', `The system doesn't start Offbook at login: ${reasonOf(error)}.`);
    }
  });
}
