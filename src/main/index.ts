import { writeSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { app, dialog } from 'electron';
import { logFileIn, settingsDirectory } from '../services/system/paths.ts';
import { quitWith, setUpUncaughtErrors, startFailure } from './fatal-errors.ts';
import { setUpHardening } from './hardening.ts';
import { readHandover, readLaunch, reportBeforeStart, type Handover, type LaunchRequest } from './launch.ts';
import { openLog } from './log.ts';
import { setUpScheme } from './protocol.ts';
import { throughX } from './relaunch.ts';
import { obey } from './second-instance.ts';
import { openSettingsFolder, type SettingsFolder } from './settings-folder.ts';
import { start } from './start.ts';

const words = process.argv.slice(1);
const settingsDir = settingsDirectory(process.platform, process.env, homedir());
const logFile = logFileIn(settingsDir);
const log = openLog(logFile, Date.now);

// The name of the installed program’s shortcut, so that Windows shows one button for both. Before Electron makes one up.
if (process.platform === 'win32') app.setAppUserModelId('local.offbook.prompter');

const launch = readLaunch(words, process.cwd());
if (launch.problems.length > 0) {
  reportBeforeStart(
    launch.problems.join('\n'),
    (text) => writeSync(2, text),
    (text) => dialog.showErrorBox('Offbook can’t start', text),
  );
  app.exit(2);
} else {
  startOrHandOver(launch, openSettingsFolder(settingsDir, tmpdir()));
}

function startOrHandOver(first: LaunchRequest, { browser, problem }: SettingsFolder): void {
  if (browser === null) {
    const why = `${problem} Offbook can’t start without such a folder.`;
    return void app.whenReady().then(() => quitWith(why, log));
  }
  // The single-instance lock is in this folder, so it has to be set first.
  app.setPath('userData', browser);
  if (!isFirstInstance(words, process.cwd())) return app.exit(0);
  const { platform, env, execPath } = process;
  const ozonePlatform = app.commandLine.getSwitchValue('ozone-platform');
  const again = throughX({ isPackaged: app.isPackaged, platform, env, ozonePlatform, words, execPath });
  if (again === null) return startFirst(first, problem);
  // Not before the lock: a start that only sends a command has no window, and a key press shouldn’t wait for it.
  app.releaseSingleInstanceLock();
  app.relaunch(again);
  app.exit(0);
}

/** Does what has to be done before Electron is ready, then starts. `problem` is shown right after that. */
function startFirst(first: LaunchRequest, problem: string | null): void {
  setUpUncaughtErrors(log, logFile);
  setUpHardening(log);
  setUpScheme();
  // Without it, Chromium has no voices on Linux.
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
  // Not awaited here: Electron doesn't become ready before this module has run to its end.
  const started = app
    .whenReady()
    .then(() => start({ launch: first, mainUrl: import.meta.url, settingsDir, log, logFile }));
  started
    .then(({ offbook }) => problem !== null && offbook.notify('error', problem))
    .catch((error: unknown) => quitWith(startFailure(error), log));
  setUpLaterStarts((later) => {
    started
      .then(({ offbook, prompter }) => obey(later, offbook, prompter))
      .catch((error: unknown) => log(`What a second start asked for failed: ${startFailure(error)}`));
  });
}

/** Whether no other Offbook runs. If one does, it now has these words, and this process can quit. */
function isFirstInstance(words: string[], directory: string): boolean {
  const handover: Handover = { words, directory };
  return app.requestSingleInstanceLock(handover);
}

/** Listens for later starts. Electron reports them as soon as this process has the lock. */
function setUpLaterStarts(onLaunch: (launch: LaunchRequest) => void): void {
  app.on('second-instance', (_event, argv, directory, data) => onLaunch(readHandover(data, argv, directory)));
}
