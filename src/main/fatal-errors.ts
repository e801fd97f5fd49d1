import { app, dialog } from 'electron';
import { errorCode, describeError } from '../services/base/system-error.ts';
import type { Log } from './log.ts';

/** Says why Offbook can't go on and quits it, so that nobody is left with an empty window. Only after ready. */
export function quitWith(sentence: string, log: Log): void {
  log(sentence);
  dialog.showErrorBox('Offbook has to quit', sentence);
  app.exit(1);
}

/** Why the start failed. Offbook's own errors are sentences already; the system's have only a reason. */
export function startFailure(error: unknown): string {
  return errorCode(error) === '' ? describeError(error) : `Offbook can’t start: ${describeError(error)}.`;
}

/** Reports an error without stopping what runs now: it becomes an uncaught one. */
export function rethrowLater(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

/**
 * Handles errors that nothing else caught, for which Electron would show a stack trace. All are logged in full; only
 * the first is shown, since the same error may come back every second.
 */
export function setUpUncaughtErrors(log: Log, logFile: string): void {
  let shown = false;
  process.on('uncaughtException', (error) => {
    log(`Uncaught error: ${error.stack ?? error.message}`);
    if (shown) return;
    shown = true;
    dialog.showErrorBox(
      'Something went wrong in Offbook',
      `${error.message}\n\nYour stories are untouched. If Offbook behaves oddly from now on, quit it and start it again. ` +
        `You can find the details in ${logFile}.`,
    );
  });
  process.on('unhandledRejection', (reason) => {
    log(`Unhandled rejection: ${reason instanceof Error ? reason.stack : describeError(reason)}`);
  });
}
