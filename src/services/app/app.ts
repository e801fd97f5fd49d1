import { homedir } from 'node:os';
import type { AppState, SessionState } from '../../core/contract/contract.ts';
import { platformOf } from '../../core/settings/platform.ts';
import type { SettingKey } from '../../core/settings/table.ts';
import type { SettingsPatch } from '../../core/settings/schema.ts';
import type { App, AppOptions } from '../base/program-types.ts';
import { runCommand } from './command-runners.ts';
import { openInEditor } from '../system/editor.ts';
import { createEmitter } from '../base/emitter.ts';
import { setUpFinder } from '../library/search.ts';
import { resolveFolder, startFolders } from '../library/folders.ts';
import { makeHandlers } from './handlers.ts';
import { figureForMs, setUpNotices } from '../base/notices.ts';
import { createParser } from '../library/parse-pool.ts';
import { leavingStage } from '../rehearsal/leaving-stage.ts';
import { setUpPinFollower } from '../library/pins.ts';
import { makePrivateFolder } from '../base/private-folder.ts';
import type { Program } from '../base/program.ts';
import { setUpRehearsing } from '../rehearsal/service.ts';
import { sleepersOf } from './sleepers.ts';
import { reportProblem } from './report.ts';
import { openSettingsFile } from '../settings/settings-file.ts';
import { setUpSettings } from '../settings/settings.ts';
import { setUpShelf } from '../library/current-library.ts';
import { setUpSleepGuard } from './sleep-guard.ts';
import { setUpStage } from '../prompter/prompter.ts';
import { planOf, targetOf } from '../prompter/session-actions.ts';

/** The settings that the session on the prompter goes by. */
const sessionKeys: readonly SettingKey[] = ['targetMs', 'wordsPerMinute', 'planBy', 'mode', 'speed'];

/**
 * Starts the program behind the contract. When it resolves the settings hold and the stories are being read; the
 * library's status says when they are. What is wrong on disk is told by notices and problems, never by rejecting.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { clock, shell } = options;
  const { on, emit } = createEmitter(options.unexpected);
  const notices = setUpNotices(clock, () => emit('noticesChanged', notices.list()));
  // Where that fails, the files in it are still their owner's alone, and saving them says what is wrong.
  await makePrivateFolder(options.settingsDir, homedir()).catch(() => undefined);
  const settingsFile = await openSettingsFile({ directory: options.settingsDir, tell: notices.add });
  const keeper = setUpSettings({
    file: settingsFile,
    platform: platformOf(process.platform),
    nowMs: clock.nowMs,
    changed: settingsChanged,
  });
  const settings = keeper.current;
  const parser = createParser({ workerUrl: options.parseWorker });

  const stage = setUpStage({
    nowMs: clock.nowMs,
    settings,
    paced: (plan, story, variant) => rehearsing.practice.paced(plan, story, variant),
    changed: sessionChanged,
    lost: ({ title, file }) =>
      notices.addOfKind(
        'lost',
        `"${title}" is no longer in ${file}. The prompter keeps its last version until you leave it.`,
      ),
    lostNoMore: () => notices.withdraw('lost'),
  });
  const rehearsing = setUpRehearsing({
    directory: options.settingsDir,
    clock,
    notices,
    stories: () => shelf.stories(),
    settings,
    planOf: (story, targetMs) =>
      planOf(story, null, targetMs ?? targetOf(story, settings()), {
        settings: settings(),
        paced: rehearsing.practice.paced,
      }),
    pauseStage: () => stage.act({ type: 'pause' }),
    rehearsalChanged: () => {
      emit('rehearsalChanged', rehearsing.rehearsal.state());
      sessionChanged();
    },
    practiceChanged: (runs) => {
      if (settings().planBy === 'runs') stage.settingsChanged();
      emit('practiceChanged', { runs });
    },
  });
  const { rehearsal, practice } = rehearsing;
  const sleepGuard = setUpSleepGuard(clock, sleepersOf(stage, rehearsal), notices, settings);
  const finder = setUpFinder(clock.nowMs);
  const pins = setUpPinFollower({
    pins: () => settings().pins,
    library: () => shelf.library(),
    textOf: rehearsing.practice.textOf,
    change: (changed) => keeper.keepUp({ pins: changed }),
  });
  const shelf = setUpShelf({
    parser,
    clock,
    settings,
    changed: (what) => {
      if (what !== 'opening') {
        finder.storiesChanged(shelf.stories());
        stage.storiesChanged(shelf.stories(), what === 'opened');
      }
      emit('libraryChanged', shelf.state());
      if (what !== 'opening') pins.storiesChanged();
    },
  });

  /** What the prompter shows: the run of a rehearsal goes before its own story. */
  const session = (): SessionState => rehearsal.prompter() ?? stage.state();

  function sessionChanged(): void {
    sleepGuard.sessionChanged();
    emit('sessionChanged', session());
  }

  function settingsChanged(keys: readonly SettingKey[]): void {
    emit('settingsChanged', structuredClone(settings()));
    if (keys.some((key) => sessionKeys.includes(key))) stage.settingsChanged();
    if (keys.includes('wordsPerMinute') && shelf.settingsChanged()) emit('libraryChanged', shelf.state());
  }

  /** Sets what is valid already; other folders are read. */
  async function change(patch: SettingsPatch): Promise<void> {
    keeper.change(patch);
    if (patch.pins !== undefined) pins.replaced();
    if (patch.folders !== undefined) await read(patch.folders);
  }

  function undo(): string | null {
    const before = settings();
    const sentence = keeper.undo();
    if (JSON.stringify(settings().pins) !== JSON.stringify(before.pins)) pins.replaced();
    if (JSON.stringify(settings().folders) !== JSON.stringify(before.folders)) void read(settings().folders);
    return sentence;
  }

  const resolve = (typed: string): Promise<string> => resolveFolder(typed, homedir());
  const chosen = (): readonly string[] => (shelf.state().samples ? [] : shelf.state().folders);
  /** One that is read already may be away just now. */
  const resolveFolders = (typed: readonly string[]): Promise<string[]> =>
    Promise.all(typed.map(async (folder) => (chosen().includes(folder) ? folder : resolve(folder))));

  /** Where no folder was ever chosen, the stories that come with the program are shown. */
  function read(folders: readonly string[]): Promise<void> {
    return folders.length > 0 ? shelf.open(folders, false) : shelf.open([options.samplesDir], true);
  }

  const state = (): AppState => ({
    library: shelf.state(),
    session: session(),
    rehearsal: rehearsal.state(),
    settings: structuredClone(settings()),
    notices: notices.list(),
    settingsFile: settingsFile.path,
    capabilities: shell.capabilities(),
  });
  const { platform, env } = process;
  const { openOutside } = shell;
  const { after } = clock;
  const inEditor: Program['openInEditor'] = (file, line) =>
    openInEditor(file, line, { platform, env, template: settings().editor, openOutside, after });

  const program: Program = {
    clock,
    shell,
    stage: leavingStage(stage, rehearsal, notices),
    rehearsal,
    settings,
    changeSettings: keeper.change,
    undoSettings: undo,
    stories: shelf.stories,
    showView: (view) => {
      shell.showView(view);
      emit('viewRequested', { view });
    },
    info: (text, kind) => void (kind === undefined ? notices.add('info', text) : notices.addOfKind(kind, text)),
    openInEditor: inEditor,
    reportProblem: () => {
      const tell = (severity: 'info' | 'error', text: string): void =>
        void (severity === 'info' ? notices.addLasting(text) : notices.add(severity, text));
      const { settingsDir } = options;
      void reportProblem({ shell, settingsDir, state, library: shelf.library, tell, openInEditor: inEditor });
    },
    showFigure: (key, text) => void notices.addOfKind(key, text, figureForMs),
  };

  const { folders, remember } = await startFolders(options.folders, settings().folders);
  // Not by the keeper: who undoes a setting doesn't mean the command line.
  if (remember) settingsFile.change({ folders });
  void read(folders);

  return {
    handlers: makeHandlers({
      program,
      state,
      story: { finder, library: shelf.library, textOf: practice.textOf },
      settings: { keeper, file: settingsFile.path, resolveFolders, change },
      folders: {
        chosen,
        resolve,
        open: (wanted) => change({ folders: [...wanted] }),
        rescan: () => shelf.rescan('thorough'),
      },
      rehearsal: {
        practice,
        logRead: rehearsing.log,
        isLoading: () => shelf.library() === null,
        random: options.random ?? Math.random,
      },
      progress: { practice, log: rehearsing.log },
      dismissNotice: notices.dismiss,
    }),
    state,
    on,
    runCommand: (id) => runCommand(program, id),
    notify: (severity, text) => void notices.add(severity, text),
    machineSuspended: sleepGuard.suspended,
    machineResumed: () => {
      sleepGuard.resumed();
      void shelf.rescan('thorough');
      void rehearsing.refresh();
    },
    windowFocused: () => {
      void shelf.rescan('quick');
      void rehearsing.refresh();
    },
    capabilitiesChanged: () => emit('capabilitiesChanged', shell.capabilities()),
    close: async () => {
      const [unsaved] = await Promise.all([rehearsing.close(), shelf.close(), parser.close(), settingsFile.flush()]);
      sleepGuard.close();
      notices.close();
      return unsaved;
    },
  };
}
