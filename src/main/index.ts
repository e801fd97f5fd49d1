import { writeSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { settingsDirectory } from '../services/places.ts';
import { endWith, whyNoStart } from './failure.ts';
import { setUpHardening } from './hardening.ts';
import { readLaunch, type Launch } from './launch.ts';
import { openLog } from './log.ts';
import { obey } from './obey.ts';
import { setUpOwnErrors } from './own-errors.ts';
import { setUpScheme } from './protocol.ts';
import { browserFolder, makeSettingsFolder } from './settings-folder.ts';
import { isFirstInstance, setUpLaterStarts } from './single-instance.ts';
import { start } from './start.ts';

const words = process.argv.slice(1);
const settingsDir = settingsDirectory(process.platform, process.env, homedir());
const logFile = path.join(settingsDir, 'offbook.log');
const log = openLog(logFile, Date.now);

const launch = readLaunch(words, process.cwd());
if (launch.problems.length > 0) {
  writeSync(2, `${launch.problems.join('\n')}\n`);
  app.exit(2);
} else {
  const trouble = makeSettingsFolder(settingsDir);
  if (trouble === null) beFirst(launch);
  else void app.whenReady().then(() => endWith(trouble, log));
}

function beFirst(first: Launch): void {
  // The lock that keeps Offbook single lies in this folder, so it is named first.
  app.setPath('userData', browserFolder(settingsDir));
  if (isFirstInstance(words, process.cwd())) begin(first);
  else app.exit(0);
}

/** What must be said before Electron is ready, then the rest. */
function begin(first: Launch): void {
  setUpOwnErrors(log, logFile);
  setUpHardening(log);
  setUpScheme();
  // Not awaited here: Electron gets ready only when this module has been read to its end.
  const started = app
    .whenReady()
    .then(() => start({ launch: first, mainUrl: import.meta.url, settingsDir, log, logFile }));
  started.catch((error: unknown) => endWith(whyNoStart(error), log));
  setUpLaterStarts((later) => {
    started
      .then(({ offbook, prompter }) => obey(later, offbook, prompter))
      .catch((error: unknown) => log(`A later start was not obeyed: ${whyNoStart(error)}`));
  });
}
