import { app } from 'electron';
import type { OffbookApp } from '../services/base/program.ts';
import { describeError } from '../services/base/system-error.ts';
import { desktopTraits, type Desktop } from './desktop.ts';
import { loginEntry } from './login-entry.ts';

/** Where to allow it if the system keeps Offbook from starting. */
const systemList: Readonly<Partial<Record<Desktop, string>>> = {
  macos: 'System Settings, General, Login Items',
  windows: 'Settings, Apps, Startup',
};

/**
 * Tells the system whether to start Offbook at login, whenever the setting changes. Not when Offbook starts: somebody
 * may have turned it off in the system's own list.
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
      // Both systems can refuse without an error.
      if (startAtLogin && !app.getLoginItemSettings(entry).openAtLogin) {
        const where = systemList[desktop] ?? 'its settings';
        offbook.notify('error', `The system won’t start Offbook at login yet. Allow it in ${where}.`);
      }
    } catch (error) {
      offbook.notify('error', `The system can’t start Offbook at login: ${describeError(error)}.`);
    }
  });
}
