import { app, dialog, type WebContents } from 'electron';
import { describeError } from '../services/base/system-error.ts';
import { reopening } from './crash-limit.ts';
import { quitWith } from './fatal-errors.ts';
import type { Log } from './log.ts';

/** Chromium's code for a load that was cancelled, such as by the next one. Nothing is wrong then. */
const aborted = -3;

/**
 * Reloads a page that crashed or hangs. The session is in the main process, so it keeps its place. `nowMs` is a
 * monotonic clock.
 */
export function setUpCrashes(log: Log, logFile: string, nowMs: () => number): void {
  let reopenedMs: number[] = [];
  /** Crashed pages that wait for an answer. There is one question, however many crash. */
  let waiting: WebContents[] = [];
  const ask = async (): Promise<void> => {
    const open = await askWhatNow(logFile);
    const broken = waiting;
    waiting = [];
    reopenedMs = [];
    if (!open) return app.quit();
    // Their windows may have been closed meanwhile.
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
    log(`A page's process is gone: ${reason}, exit code ${exitCode}.`);
    if (reason === 'clean-exit') return;
    // Not within the event: Chromium is still cleaning up after the page (electron#51900).
    setImmediate(() => {
      if (!contents.isDestroyed()) reopen(contents);
    });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log(`A helper process is gone: ${type}, ${reason}, exit code ${exitCode}.`);
  });
  app.on('web-contents-created', (_event, contents) => watchPage(contents, log));
}

function watchPage(contents: WebContents, log: Log): void {
  contents.on('unresponsive', () => {
    log('A page stopped responding; reloading it.');
    contents.forcefullyCrashRenderer();
  });
  contents.on('preload-error', (_event, file, error) => {
    quitWith(
      `The window’s connection to Offbook is broken (${file}: ${describeError(error)}). Install Offbook again.`,
      log,
    );
  });
  contents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    quitWith(`The window’s page ${url} can’t be loaded (${description}). Install Offbook again.`, log);
  });
}

async function askWhatNow(logFile: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'An Offbook window keeps crashing.',
    detail: `Your story and the clock are unchanged. You can find the details in ${logFile}.`,
    buttons: ['Reopen', 'Quit Offbook'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 0;
}
