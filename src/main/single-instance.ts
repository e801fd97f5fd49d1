import { app } from 'electron';
import { readHandover, type Handover, type Launch } from './launch.ts';

/** Whether this is the only Offbook; if not, the first one has been handed these words and this start may end. */
export function isFirstInstance(words: string[], directory: string): boolean {
  const handover: Handover = { words, directory };
  return app.requestSingleInstanceLock(handover);
}

/** Listens to later starts, from the moment on that the first one has the lock. */
export function setUpLaterStarts(onLaunch: (launch: Launch) => void): void {
  app.on('second-instance', (_event, argv, directory, data) => onLaunch(readHandover(data, argv, directory)));
}
