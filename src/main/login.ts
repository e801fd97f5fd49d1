import { app } from 'electron';
import type { OffbookApp } from '../services/base/program.ts';
import { describeError } from '../services/base/system-error.ts';
import { desktopTraits, type Desktop } from './desktop.ts';
import { loginEntry } from './login-entry.ts';

/** Where a person allows it, when the system keeps the program from starting. */
const systemList: Readonly<Partial<Record<Desktop, string>>> = {
  macos: 'System Settings, General, Login Items',
  windows: 'Settings, Apps, Startup',
};

/**
 * Has the system start the program at login, or not, whenever the setting changes. At the program's own start
 * nothing is asked for: a person may have ended it in the system's list.
 */
export function setUpLogin(offbook: OffbookApp, desktop: Desktop): void {
  if (!desktopTraits[desktop].startAtLogin) return;
  let wanted = offbook.state().settings.startAtLogin;
  offbook.on('settingsChanged', ({ startAtLogin }) => {
    if (startAtLogin === wanted) return;
    wanted = startAtLogin;
    try {
      const { path, args } = loginEntry(app.isPackaged ? null : app.getAppPath(), process.env);
      const entry = { args, ...(path === null ? {} : { path }) };
      app.setLoginItemSettings({ openAtLogin: startAtLogin, ...entry });
      // Both systems can hold it back without an error.
      if (startAtLogin && !app.getLoginItemSettings(entry).openAtLogin) {
        const where = systemList[desktop] ?? 'its settings';
        offbook.notify('error', `The system does not start Offbook at login yet. Allow it in ${where}.`);
      }
    } catch (error) {
      offbook.notify('error', `The system doesn't start Offbook at login: ${describeError(error)}.`);
    }
  });
}
