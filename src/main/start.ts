import path from 'node:path';
import { app, nativeTheme, powerMonitor, session } from 'electron';
import { defaultSettings } from '../core/settings/schema.ts';
import { startApp } from '../services/app/app.ts';
import { systemClock } from '../services/base/clock.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { createParser } from '../services/library/parse-pool.ts';
import { setUpCrashes } from './crash.ts';
import { desktopOf } from './desktop.ts';
import { electronShell } from './electron-shell.ts';
import { rethrowLater } from './fatal-errors.ts';
import { setUpPermissions } from './hardening.ts';
import { createHotkeys, setUpHotkeys } from './hotkeys.ts';
import { setUpIpc } from './ipc.ts';
import type { LaunchRequest } from './launch.ts';
import type { Log } from './log.ts';
import { setUpLogin } from './login.ts';
import { setUpMenu } from './menu.ts';
import { missingFile, programFiles } from './program-files.ts';
import { setUpProtocol } from './protocol.ts';
import { setUpQuit } from './quit.ts';
import { runWhenRead } from './second-instance.ts';
import { setUpTray } from './tray.ts';
import { setUpClickThrough } from './windows/click-through.ts';
import { createLibraryWindow } from './windows/library-window.ts';
import { createPlaceKeeper } from './windows/place-keeper.ts';
import { openPlaceMemories } from './windows/place-memory.ts';
import { createPrompterWindow, setUpPrompterSettings, type PrompterWindow } from './windows/prompter-window.ts';
import { pageBackground, prompterLook } from './windows/window-options.ts';
import { centred, initialSizes, topCentre } from './windows/window-place.ts';
import { gatherWindows } from './windows/windows.ts';

interface StartOptions {
  launch: LaunchRequest;
  /** The URL of the built main module. */
  mainUrl: string;
  settingsDir: string;
  log: Log;
  logFile: string;
}

interface RunningProgram {
  offbook: OffbookApp;
  prompter: PrompterWindow;
}

/** Starts Offbook once Electron is ready. Rejects with a sentence for people if it can't. */
export async function start({ launch, mainUrl, settingsDir, log, logFile }: StartOptions): Promise<RunningProgram> {
  const files = programFiles(mainUrl);
  const missing = await missingFile(files);
  if (missing !== null) throw new Error(missing);

  const clock = systemClock();
  const desktop = desktopOf(process.platform, process.env, app.commandLine.getSwitchValue('ozone-platform'));
  setUpPermissions(session.defaultSession, () => offbook.state().settings.listening, process.platform);
  setUpProtocol(files.renderer, (request) => offbook.readRecording(request));
  setUpCrashes(log, logFile, clock.nowMs);

  const places = await openPlaceMemories(path.join(settingsDir, 'windows.json'), log);
  const look = prompterLook(defaultSettings(), desktop, nativeTheme.shouldUseDarkColors);
  const icon = desktop === 'macos' || desktop === 'windows' ? null : files.icon;
  const page = { desktop, preload: files.preload, devTools: !app.isPackaged, icon, log };
  const placing = { desktop, after: clock.after };
  const prompterPlace = createPlaceKeeper({
    ...placing,
    memory: places.prompter,
    firstPlace: (inUse) => topCentre(inUse, initialSizes.prompter),
  });
  const libraryPlace = createPlaceKeeper({
    ...placing,
    memory: places.library,
    firstPlace: (inUse) => centred(inUse, initialSizes.library),
  });
  const prompter = createPrompterWindow({ ...page, place: prompterPlace }, look);
  const hotkeys = createHotkeys(desktop);
  const library = createLibraryWindow({
    ...page,
    place: libraryPlace,
    backgroundColor: () => pageBackground(offbook.state().settings.theme, nativeTheme.shouldUseDarkColors),
    pageGone: () => hotkeys.suspend(false),
  });
  const windows = gatherWindows(prompter, library);
  const parser = createParser({ workerUrl: files.parseWorker });
  const offbook = await startApp(parser, {
    shell: electronShell(desktop, windows, hotkeys),
    clock,
    settingsDir,
    samplesDir: files.samples,
    folders: launch.stories === null ? [] : [launch.stories],
    unexpected: rethrowLater,
  });

  setUpMenu(offbook, desktop, page.devTools);
  setUpIpc(offbook, windows);
  setUpHotkeys(offbook, hotkeys, desktop);
  setUpClickThrough(offbook, prompter, desktop);
  setUpPrompterSettings(offbook, prompter, desktop);
  setUpLogin(offbook, desktop);
  setUpTray(offbook, desktop);
  setUpSleepAndFocus(offbook);
  setUpQuit(offbook, prompter, hotkeys, places, desktop, log);
  prompter.show();
  if (launch.command !== null) runWhenRead(launch.command, offbook);
  return { offbook, prompter };
}

/** Reports when the computer sleeps and wakes, and when a window gets the focus. */
function setUpSleepAndFocus(offbook: OffbookApp): void {
  powerMonitor.on('suspend', () => offbook.machineSuspended());
  powerMonitor.on('resume', () => offbook.machineResumed());
  app.on('browser-window-focus', () => offbook.windowFocused());
}
