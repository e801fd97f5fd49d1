import { app, type Session, shell } from 'electron';
import { describeError } from '../services/base/system-error.ts';
import { outsideLink } from '../services/system/open-outside.ts';
import type { Log } from './log.ts';

/** Every page is sandboxed, and can neither navigate nor open windows. Call this before Electron is ready. */
export function setUpHardening(log: Log): void {
  // An AppImage adds this switch where the system allows it no sandbox. To enable it then would take half of that back:
  // pages get one part of the sandbox in processes that were started without the other.
  if (app.commandLine.hasSwitch('no-sandbox')) {
    log('Started with --no-sandbox: pages run without Chromium’s sandbox. The deb and rpm packages have one.');
  } else {
    app.enableSandbox();
  }
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => details.preventDefault());
    contents.on('will-navigate', (details) => details.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const link = outsideLink(url);
      if (link !== null) {
        shell.openExternal(link).catch((error: unknown) => log(`A link couldn't be opened: ${describeError(error)}`));
      }
      return { action: 'deny' };
    });
  });
}

/** Refuses every permission that a page can ask for: Offbook needs none. */
export function setUpPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
