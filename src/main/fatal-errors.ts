import { app, dialog } from 'electron';
import { errorCode, reasonOf } from '../services/base/system-error.ts';
import type { Log } from './log.ts';

/** Says why the program can't go on and ends it, so that nobody is left with an empty window. After ready. */
export function quitWith(sentence: string, log: Log): void {
  log(sentence);
  dialog.showErrorBox('Offbook has to end', sentence);
  app.exit(1);
}

/** Why the start failed: the program's own errors are sentences, the system's have only a reason. */
export function startFailure(error: unknown): string {
  return errorCode(error) === '' ? reasonOf(error) : `Offbook can't start: ${reasonOf(error)}.`;
}

/** For an error that must not stop what runs now: it goes the way of all that nothing caught. */
export function rethrowLater(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

/**
 * For errors of the program's own that nothing else caught, where Electron would show a stack trace. They are
 * logged whole; the first is said as a sentence, since one mistake may well repeat itself every second.
 */
export function setUpUncaughtErrors(log: Log, logFile: string): void {
  let said = false;
  process.on('uncaughtException', (error) => {
    log(`An error of the program: ${error.stack ?? error.message}`);
    if (said) return;
    said = true;
    dialog.showErrorBox(
      'Offbook made a mistake',
      `${error.message}\n\nYour stories are untouched. If Offbook behaves oddly from now on, quit it and start it again. ` +
        `What happened is written in ${logFile}.`,
    );
  });
  process.on('unhandledRejection', (reason) => {
    log(`An error of the program, in passing: ${reason instanceof Error ? reason.stack : reasonOf(reason)}`);
  });
}
