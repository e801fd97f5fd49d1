import { app, dialog } from 'electron';
import { errorCode, describeError } from '../services/base/system-error.ts';
import type { Log } from './log.ts';

/** Says why the program can't go on and ends it, so that nobody is left with an empty window. After ready. */
export function endWith(sentence: string, log: Log): void {
  log(sentence);
  dialog.showErrorBox('Offbook has to end', sentence);
  app.exit(1);
}

/** Why the start failed: the program's own errors are sentences, the system's have only a reason. */
export function whyNoStart(error: unknown): string {
  return errorCode(error) === '' ? describeError(error) : `Offbook can't start: ${describeError(error)}.`;
}
