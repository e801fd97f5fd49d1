import { app, dialog, type WebContents } from 'electron';
import { reasonOf } from '../services/base/system-error.ts';
import { reopening } from './crash-limit.ts';
import { quitWith } from './fatal-errors.ts';
import type { Log } from './log.ts';

/** Chromium's code for a load that was given up, such as one that another replaced; nothing is wrong then. */
const aborted = -3;

/**
 * Opens a page again that broke down or hangs. The session is the program's, not the page's, so it stands
 * where it was. `nowMs` is a monotonic clock.
 */
export function setUpCrashes(log: Log, logFile: string, nowMs: () => number): void {
  let reopenedMs: number[] = [];
  /** Those that wait for the person's answer; asked once, however many break down. */
  let waiting: WebContents[] = [];
  const ask = async (): Promise<void> => {
    const open = await askWhatNow(logFile);
    const broken = waiting;
    waiting = [];
    reopenedMs = [];
    if (!open) return app.quit();
    // Their windows can have been closed meanwhile.
    for (const contents of broken) if (!contents.isDestroyed()) contents.reload();
  };
  const reopen = (contents: WebContents): void => {
    const again = reopening(reopenedMs, nowMs());
    if (again !== null && waiting.length === 0) {
      reopenedMs = again;
      return contents.reload();
    }
    waiting.push(contents);
    if (waiting.length === 1) void ask();
  };
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    log(`A page's process ended: ${reason}, exit code ${exitCode}.`);
    if (reason === 'clean-exit') return;
    // Not within the event: the page's remains are still being cleared away (electron#51900).
    setImmediate(() => {
      if (!contents.isDestroyed()) reopen(contents);
    });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log(`A helper process ended: ${type}, ${reason}, exit code ${exitCode}.`);
  });
  app.on('web-contents-created', (_event, contents) => watchPage(contents, log));
}

function watchPage(contents: WebContents, log: Log): void {
  contents.on('unresponsive', () => {
    log('A page stopped answering; it is opened again.');
    contents.forcefullyCrashRenderer();
  });
  contents.on('preload-error', (_event, file, error) => {
    quitWith(
      `The window's connection to the program is broken (${file}: ${reasonOf(error)}). Install Offbook again.`,
      log,
    );
  });
  contents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    quitWith(`The window's page ${url} can't be loaded (${description}). Install Offbook again.`, log);
  });
}

async function askWhatNow(logFile: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'A window of Offbook keeps breaking down.',
    detail: `Your story and the clock are as they were. What happened is written in ${logFile}.`,
    buttons: ['Open it again', 'Quit Offbook'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 0;
}
