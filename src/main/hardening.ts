import { app, type Session, shell, systemPreferences } from 'electron';
import { describeError } from '../services/base/system-error.ts';
import { outsideLink } from '../services/system/open-outside.ts';
import type { Log } from './log.ts';
import { isOwnPage } from './own-pages.ts';

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

/** Answers as macOS does, which asks the person if it hasn’t before. */
async function answerAsMacOs(callback: (isGranted: boolean) => void): Promise<void> {
  // An error is as good as a no.
  callback(await systemPreferences.askForMediaAccess('microphone').catch(() => false));
}

/**
 * Refuses every permission that a page can ask for, but one: Offbook’s own page may use the microphone, without the camera,
 * while `mayListen` says so. macOS then asks the person, once; its answer counts.
 */
export function setUpPermissions(session: Session, mayListen: () => boolean, platform: NodeJS.Platform): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const types = permission === 'media' && 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isSound = types.length > 0 && types.every((type) => type === 'audio');
    if (!isSound || !details.isMainFrame || !isOwnPage(details.requestingUrl) || !mayListen()) return callback(false);
    if (platform !== 'darwin') return callback(true);
    void answerAsMacOs(callback);
  });
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, details) =>
      permission === 'media' &&
      details.mediaType === 'audio' &&
      details.isMainFrame &&
      isOwnPage(details.requestingUrl ?? '') &&
      mayListen(),
  );
  session.setDevicePermissionHandler(() => false);
}
