import { app, powerMonitor } from 'electron';
import type { App } from '../services/base/program-types.ts';

/** Tells the program when the machine sleeps and wakes, and when somebody comes back to a window. */
export function setUpPower(offbook: App): void {
  powerMonitor.on('suspend', () => offbook.machineSuspended());
  powerMonitor.on('resume', () => offbook.machineResumed());
  app.on('browser-window-focus', () => offbook.windowFocused());
}
