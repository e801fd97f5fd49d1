import { writeSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { app, dialog } from 'electron';
import { logFileIn, settingsDirectory } from '../services/system/paths.ts';
import { quitWith, setUpUncaughtErrors, startFailure } from './fatal-errors.ts';
import { setUpHardening } from './hardening.ts';
import { readHandover, readLaunch, reportBeforeStart, type Handover, type LaunchRequest } from './launch.ts';
import { openLog } from './log.ts';
import { setUpScheme } from './protocol.ts';
import { obey } from './second-instance.ts';
import { openSettingsFolder, type SettingsFolder } from './settings-folder.ts';
import { start } from './start.ts';

const words = process.argv.slice(1);
const settingsDir = settingsDirectory(process.platform, process.env, homedir());
const logFile = logFileIn(settingsDir);
const log = openLog(logFile, Date.now);

const launch = readLaunch(words, process.cwd());
if (launch.problems.length > 0) {
  reportBeforeStart(
    launch.problems.join('\n'),
    (text) => writeSync(2, text),
    (text) => dialog.showErrorBox('Offbook does not start', text),
  );
  app.exit(2);
} else {
  beFirst(launch, openSettingsFolder(settingsDir, tmpdir()));
}

function beFirst(first: LaunchRequest, { browser, trouble }: SettingsFolder): void {
  if (browser === null) {
    const why = `${trouble} Offbook can't start without such a folder.`;
    return void app.whenReady().then(() => quitWith(why, log));
  }
  // The lock that keeps Offbook single lies in this folder, so it is named first.
  app.setPath('userData', browser);
  if (isFirstInstance(words, process.cwd())) begin(first, trouble);
  else app.exit(0);
}

/** What must be said before Electron is ready, then the rest. `trouble` is what the person is told at once. */
function begin(first: LaunchRequest, trouble: string | null): void {
  setUpUncaughtErrors(log, logFile);
  setUpHardening(log);
  setUpScheme();
  // Not awaited here: Electron gets ready only when this module has been read to its end.
  const started = app
    .whenReady()
    .then(() => start({ launch: first, mainUrl: import.meta.url, settingsDir, log, logFile }));
  started
    .then(({ offbook }) => trouble !== null && offbook.notify('error', trouble))
    .catch((error: unknown) => quitWith(startFailure(error), log));
  setUpLaterStarts((later) => {
    started
      .then(({ offbook, prompter }) => obey(later, offbook, prompter))
      .catch((error: unknown) => log(`A later start was not obeyed: ${startFailure(error)}`));
  });
}

/** Whether this is the only Offbook; if not, the first one has been handed these words and this start may end. */
function isFirstInstance(words: string[], directory: string): boolean {
  const handover: Handover = { words, directory };
  return app.requestSingleInstanceLock(handover);
}

/** Listens to later starts, from the moment on that the first one has the lock. */
function setUpLaterStarts(onLaunch: (launch: LaunchRequest) => void): void {
  app.on('second-instance', (_event, argv, directory, data) => onLaunch(readHandover(data, argv, directory)));
}
