import { app, powerMonitor } from 'electron';
import type { OffbookApp } from '../services/base/program.ts';

/** Tells the program when the machine sleeps and wakes, and when somebody comes back to a window. */
export function setUpPower(offbook: OffbookApp): void {
  powerMonitor.on('suspend', () => offbook.machineSuspended());
  powerMonitor.on('resume', () => offbook.machineResumed());
  app.on('browser-window-focus', () => offbook.windowFocused());
}
