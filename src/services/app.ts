import { homedir } from 'node:os';
import type { AppState } from '../core/contract.ts';
import { settingKeys, type SettingKey, type SettingsPatch } from '../core/settings.ts';
import type { App, AppOptions } from './app-types.ts';
import { commandRunners } from './command-runners.ts';
import { createEmitter } from './emitter.ts';
import { resolveFolder, startFolders } from './folders.ts';
import { makeHandlers } from './handlers.ts';
import { setUpNotices } from './notices.ts';
import { createParser } from './parser.ts';
import type { Program } from './program.ts';
import { openSettingsFile } from './settings-file.ts';
import { setUpShelf } from './shelf.ts';
import { setUpSleepGuard } from './sleep-guard.ts';
import { setUpStage } from './stage.ts';

/** The settings that the session on the prompter goes by. */
const sessionKeys: readonly SettingKey[] = ['targetMs', 'wordsPerMinute', 'planBy', 'mode', 'speed'];

/**
 * Starts the program behind the contract. When it resolves the settings hold and the stories are being read; the
 * library's status says when they are. What is wrong on disk is told by notices and problems, never by rejecting.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { clock, shell } = options;
  const { on, emit } = createEmitter();
  const notices = setUpNotices(clock, () => emit('noticesChanged', notices.list()));
  const settingsFile = await openSettingsFile({ directory: options.settingsDir, tell: notices.add });
  const settings = settingsFile.current;
  const parser = createParser({ workerUrl: options.parseWorker });

  const stage = setUpStage({
    nowMs: clock.nowMs,
    settings,
    changed: () => {
      sleepGuard.sessionChanged();
      emit('sessionChanged', stage.state());
    },
    lost: ({ title, file }) =>
      notices.add(
        'info',
        `"${title}" is no longer in ${file}. The prompter keeps its last version until you leave it.`,
      ),
  });
  const sleepGuard = setUpSleepGuard(clock, stage, notices, settings);
  const shelf = setUpShelf({
    parser,
    clock,
    changed: (what) => {
      if (what === 'opened') stage.startOver(shelf.stories());
      if (what === 'stories') stage.storiesChanged(shelf.stories());
      emit('libraryChanged', shelf.state());
    },
  });

  function changeSettings(patch: SettingsPatch): void {
    const before = settings();
    const after = settingsFile.change(patch);
    const changed = settingKeys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
    if (changed.length > 0) emit('settingsChanged', structuredClone(after));
    if (changed.some((key) => sessionKeys.includes(key))) stage.settingsChanged();
  }

  async function openFolders(typed: readonly string[]): Promise<void> {
    const folders = await Promise.all(typed.map((folder) => resolveFolder(folder, homedir())));
    changeSettings({ folders });
    await read(folders);
  }

  /** Where no folder was ever chosen, the stories that come with the program are shown. */
  function read(folders: readonly string[]): Promise<void> {
    return folders.length > 0 ? shelf.open(folders, false) : shelf.open([options.samplesDir], true);
  }

  const state = (): AppState => ({
    library: shelf.state(),
    session: stage.state(),
    settings: structuredClone(settings()),
    notices: notices.list(),
    capabilities: shell.capabilities(),
  });
  const info = (text: string): void => void notices.add('info', text);
  const program: Program = { clock, shell, stage, settings, changeSettings, stories: shelf.stories, info };

  const { folders, remember } = await startFolders(options.folders, settings().folders);
  if (remember) changeSettings({ folders });
  void read(folders);

  return {
    handlers: makeHandlers({ program, state, openFolders, rescan: shelf.rescan, dismissNotice: notices.dismiss }),
    state,
    on,
    runCommand: (id) => commandRunners[id](program),
    notify: (severity, text) => void notices.add(severity, text),
    machineSuspended: sleepGuard.suspended,
    machineResumed: () => {
      sleepGuard.resumed();
      void shelf.rescan();
    },
    capabilitiesChanged: () => emit('capabilitiesChanged', shell.capabilities()),
    close: async () => {
      sleepGuard.close();
      notices.close();
      await Promise.all([shelf.close(), parser.close(), settingsFile.flush()]);
    },
  };
}
