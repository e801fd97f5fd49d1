import type { StandInOptions } from '../sides.ts';

/** The name of the variable by which the test says how the program is to be started. */
export const optionsVariable = 'ELECTRON_STAND_IN';

/** How the test wants the program started. Throws where nobody said so: this is no way to run Offbook. */
export function standInOptions(): StandInOptions {
  const json = process.env[optionsVariable];
  if (json === undefined) throw new Error('The stand-in for Electron is a test tool: only tests start it.');
  return JSON.parse(json) as StandInOptions;
}
