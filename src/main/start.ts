import path from 'node:path';
import { app, nativeTheme, session } from 'electron';
import { defaultSettings } from '../core/settings.ts';
import type { App } from '../services/app-types.ts';
import { startApp } from '../services/app.ts';
import { systemClock } from '../services/clock.ts';
import { setUpCrashes } from './crash.ts';
import { desktopOf } from './desktop.ts';
import { electronShell } from './electron-shell.ts';
import { setUpPermissions } from './hardening.ts';
import { createHotkeys, setUpHotkeys } from './hotkeys.ts';
import { setUpIpc } from './ipc.ts';
import type { Launch } from './launch.ts';
import type { Log } from './log.ts';
import { setUpMenu } from './menu.ts';
import { openPlaceMemory } from './place-memory.ts';
import { setUpPower } from './power.ts';
import { missingFile, programFiles } from './program-files.ts';
import { prompterLook } from './prompter-look.ts';
import { createPrompterPlace } from './prompter-place.ts';
import { setUpPrompterSettings } from './prompter-settings.ts';
import { createPrompter, type Prompter } from './prompter-window.ts';
import { setUpProtocol } from './protocol.ts';
import { setUpQuit } from './quit.ts';

export interface StartOptions {
  launch: Launch;
  /** The address of the built main module. */
  mainUrl: string;
  settingsDir: string;
  log: Log;
  logFile: string;
}

export interface Program {
  offbook: App;
  prompter: Prompter;
}

/** Starts the program once Electron is ready. Rejects with a sentence for the person where it can't. */
export async function start({ launch, mainUrl, settingsDir, log, logFile }: StartOptions): Promise<Program> {
  const files = programFiles(mainUrl);
  const missing = await missingFile(files);
  if (missing !== null) throw new Error(missing);

  const clock = systemClock();
  const desktop = desktopOf(process.platform, process.env, app.commandLine.getSwitchValue('ozone-platform'));
  setUpPermissions(session.defaultSession);
  setUpProtocol(files.renderer);
  setUpMenu(desktop);
  setUpCrashes(log, logFile, clock.nowMs);

  const places = await openPlaceMemory(path.join(settingsDir, 'windows.json'), log);
  const place = createPrompterPlace(desktop, places, clock.after);
  const look = prompterLook(defaultSettings(), desktop, nativeTheme.shouldUseDarkColors);
  const prompter = createPrompter({ desktop, preload: files.preload, devTools: !app.isPackaged, place, log }, look);
  const hotkeys = createHotkeys();
  const offbook = await startApp({
    shell: electronShell(desktop, prompter, hotkeys),
    clock,
    settingsDir,
    samplesDir: files.samples,
    folders: launch.stories === null ? [] : [launch.stories],
    parseWorker: files.parseWorker,
  });

  setUpIpc(offbook);
  setUpHotkeys(offbook, hotkeys, desktop);
  setUpPrompterSettings(offbook, prompter, desktop);
  setUpPower(offbook);
  setUpQuit(offbook, prompter, places, desktop, log);
  prompter.show();
  if (launch.command !== null) offbook.runCommand(launch.command);
  return { offbook, prompter };
}
