import { homedir } from 'node:os';
import type { AppState, SessionState } from '../../core/contract/contract.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { platformOf } from '../../core/settings/platform.ts';
import type { SettingKey } from '../../core/settings/table.ts';
import type { Settings, SettingsPatch } from '../../core/settings/schema.ts';
import type { AppOptions, OffbookApp, Services } from '../base/program.ts';
import { runCommand } from './command-runners.ts';
import { openInEditor } from '../system/editor.ts';
import { createEmitter } from '../../core/emitter.ts';
import { setUpSearch } from '../../core/search/story-search.ts';
import { resolveFolder, startFolders } from '../library/folders.ts';
import { makeHandlers } from './handlers.ts';
import { figureForMs, setUpNotices } from '../../core/notices.ts';
import type { Parser } from '../library/parse-pool.ts';
import { setUpRehearsalService } from '../rehearsal/service.ts';
import { followedPins, followedKeys } from '../library/pins.ts';
import { followedInterviews, setUpStoryFollower } from '../library/story-follower.ts';
import { makePrivateFolder } from '../base/private-folder.ts';
import type { Program } from '../rehearsal/program.ts';
import { setUpSleepGuard, sleepersOf } from './sleep-guard.ts';
import { reportProblem } from './report.ts';
import { openSettingsFile } from '../settings/settings-file.ts';
import { setUpSettings } from '../settings/settings.ts';
import { setUpCurrentLibrary } from '../library/current-library.ts';
import { setUpPressClock } from '../../core/press-clock.ts';
import { fileRemarks, type FileRemark } from '../../core/prompter/file-remarks.ts';
import { setUpPrompter } from '../../core/prompter/prompter.ts';
import { endingRehearsal } from '../../core/rehearsal/rehearsal-on-prompter.ts';
import { openPlaceFile } from './place-file.ts';
import { setUpSessionKeeper } from './session-keeper.ts';
import { planOf } from '../../core/prompter/shown-story.ts';

/** The settings that affect the session on the prompter. */
const sessionKeys: readonly SettingKey[] = ['targetMs', 'storyTargets', 'wordsPerMinute', 'planBy', 'mode', 'speed'];

/** The settings that affect what a list of stories shows. */
const briefKeys: readonly SettingKey[] = ['targetMs', 'storyTargets', 'storyVariants', 'wordsPerMinute'];

/**
 * Starts the program behind the contract. When it resolves, the settings are loaded and the stories are being read; the
 * library’s status says when that is done. Trouble on disk becomes notices and problems, and never rejects. The parser
 * is closed with the program.
 */
export async function startApp(parser: Parser, options: AppOptions): Promise<OffbookApp> {
  const { clock, shell } = options;
  const press = setUpPressClock(clock.nowMs);
  const { on, emit } = createEmitter(options.unexpected);
  const notices = setUpNotices(clock, () => emit('noticesChanged', notices.list()));
  // If that fails, the files in it are still private, and saving them says what is wrong.
  await makePrivateFolder(options.settingsDir, homedir()).catch(() => undefined);
  const settingsFile = await openSettingsFile({ directory: options.settingsDir, tell: notices.add });
  const store = setUpSettings({
    file: settingsFile,
    platform: platformOf(process.platform),
    nowMs: clock.nowMs,
    changed: settingsChanged,
  });
  const settings = store.current;

  const keeper = setUpSessionKeeper({
    clock,
    file: await openPlaceFile(options.settingsDir),
    prompter: () => prompter,
    stories: () => current.stories(),
  });
  const prompter = setUpPrompter({
    nowMs: press.nowMs,
    settings,
    acted: keeper.acted,
    paced: (plan, story, telling) => rehearsing.practice.paced(plan, story, telling),
    changed: sessionChanged,
    lost: () => remarkOnFile(fileRemarks.gone),
    lostNoMore: () => notices.withdraw('file'),
    updated: () => remarkOnFile(fileRemarks.updated),
  });
  const rehearsing = setUpRehearsalService({
    directory: options.settingsDir,
    clock,
    actedMs: press.nowMs,
    recoverAfterMs: options.recoverAfterMs ?? 0,
    notices,
    stories: () => current.stories(),
    settings,
    planOf: (story, telling, targetMs) =>
      planOf(story, telling, targetMs, { settings: settings(), paced: rehearsing.practice.paced }),
    pauseStage: () => prompter.act({ type: 'pause' }),
    rehearsalChanged: () => {
      emit('rehearsalChanged', rehearsalNow());
      sessionChanged();
    },
    practiceChanged: (runs) => {
      if (settings().planBy === 'runs') prompter.settingsChanged();
      emit('practiceChanged', { runs });
    },
    recordingsChanged: () => emit('recordingsChanged', null),
  });
  const { rehearsal, practice } = rehearsing;
  const sleepGuard = setUpSleepGuard(clock, sleepersOf(prompter, rehearsal), notices, settings);
  const search = setUpSearch(clock.nowMs, () => new Promise((resolve) => setImmediate(resolve)));
  const follower = setUpStoryFollower({
    library: () => current.library(),
    textOf: rehearsing.practice.textOf,
    follow: (following) => {
      const { pins, storyTargets, storyVariants, interviews } = settings();
      store.changeWithoutUndo({
        pins: followedPins(pins, following),
        storyTargets: followedKeys(storyTargets, following),
        storyVariants: followedKeys(storyVariants, following),
        interviews: followedInterviews(interviews, following),
      });
    },
  });
  const current = setUpCurrentLibrary({
    parser,
    clock,
    settings,
    changed: (what) => {
      if (what !== 'opening') {
        search.storiesChanged(current.stories());
        if (what === 'opened') keeper.restore();
        prompter.storiesChanged(current.stories(), what === 'opened');
      }
      emit('libraryChanged', current.state());
      if (what !== 'opening') follower.storiesChanged();
    },
  });

  /** What the prompter shows: the run of a rehearsal, else its own story. */
  const session = (): SessionState => ({
    ...prompter.state(),
    ...rehearsal.prompter(),
    sentAtMs: clock.nowMs(),
  });

  /** Sent now, even if the key was pressed earlier. */
  function rehearsalNow(): RehearsalState | null {
    const state = rehearsal.state();
    return state && { ...state, sentAtMs: clock.nowMs() };
  }

  /** Only while the story is on the prompter: during a rehearsal it is about another one. */
  function remarkOnFile(remark: FileRemark): void {
    if (rehearsal.prompter() === null) notices.addOfKind('file', ...remark);
  }

  function sessionChanged(): void {
    sleepGuard.sessionChanged();
    emit('sessionChanged', session());
  }

  function settingsChanged(keys: readonly SettingKey[]): void {
    emit('settingsChanged', structuredClone(settings()));
    if (keys.some((key) => sessionKeys.includes(key))) prompter.settingsChanged();
    if (keys.some((key) => briefKeys.includes(key)) && current.settingsChanged())
      emit('libraryChanged', current.state());
  }

  /** Applies a patch that is already checked, and opens other folders if it has some. */
  async function change(patch: SettingsPatch): Promise<void> {
    store.change(patch);
    if (patch.pins !== undefined || patch.interviews !== undefined) follower.replaced();
    if (patch.folders !== undefined) await read(patch.folders);
  }

  function undo(): string | null {
    const before = settings();
    const sentence = store.undo();
    const namesOf = ({ pins, interviews }: Settings): string => JSON.stringify([pins, interviews]);
    if (namesOf(settings()) !== namesOf(before)) follower.replaced();
    if (JSON.stringify(settings().folders) !== JSON.stringify(before.folders)) void read(settings().folders);
    return sentence;
  }

  const resolve = (typed: string): Promise<string> => resolveFolder(typed, homedir());
  const chosen = (): readonly string[] => (current.state().samples ? [] : current.state().folders);
  /** An open folder is fine even if it can’t be reached right now. */
  const resolveFolders = (typed: readonly string[]): Promise<string[]> =>
    Promise.all(typed.map(async (folder) => (chosen().includes(folder) ? folder : resolve(folder))));

  /** Until a folder is chosen, the samples are shown. */
  function read(folders: readonly string[]): Promise<void> {
    return folders.length > 0 ? current.open(folders, false) : current.open([options.samplesDir], true);
  }

  const state = (): AppState => ({
    library: current.state(),
    session: session(),
    rehearsal: rehearsalNow(),
    settings: structuredClone(settings()),
    notices: notices.list(),
    settingsFile: settingsFile.path,
    capabilities: shell.capabilities(),
  });
  const { platform, env } = process;
  const { openOutside } = shell;
  const { after } = clock;
  const inEditor: Services['openInEditor'] = (file, line) =>
    openInEditor(file, line, { platform, env, template: settings().editor, openOutside, after });

  const shownPrompter = endingRehearsal(prompter, rehearsal, (text) => void notices.add('info', text));
  const program: Program = {
    clock,
    nowMs: press.nowMs,
    shell,
    prompter: shownPrompter,
    openStory: (...story) => {
      notices.withdraw('story');
      shownPrompter.open(...story);
    },
    rehearsal,
    settings,
    changeSettings: store.change,
    undoSettings: undo,
    stories: current.stories,
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
      void reportProblem({ shell, settingsDir, state, library: current.library, tell, openInEditor: inEditor });
    },
    showFigure: (key, text) => void notices.addOfKind(key, text, figureForMs),
  };

  const { folders, remember } = await startFolders(options.folders, settings().folders);
  // Not through the store: undo must not take back the command line.
  if (remember) settingsFile.change({ folders });
  void read(folders);

  return {
    handlers: makeHandlers({
      program,
      press,
      state,
      story: {
        search,
        library: current.library,
        textOf: practice.textOf,
        parser,
        roots: () => current.state().folders,
      },
      settings: { store, file: settingsFile.path, resolveFolders, change },
      folders: {
        parser,
        home: options.home ?? homedir(),
        chosen,
        resolve,
        open: (wanted) => change({ folders: [...wanted] }),
        rescan: () => current.rescan('thorough'),
      },
      rehearsal: {
        practice,
        logRead: rehearsing.log,
        keepRuns: rehearsing.keepRuns,
        isLoading: () => current.library() === null,
        random: options.random ?? Math.random,
      },
      progress: { practice, log: rehearsing.log },
      recordings: { store: rehearsing.recordings, practice, log: rehearsing.log },
      dismissNotice: notices.dismiss,
      adoptSession: keeper.adopt,
      saved: { settings: settingsFile.saved, runs: rehearsing.saved },
    }),
    state,
    on,
    runCommand: (id) => runCommand(program, id),
    notify: (severity, text) => void notices.add(severity, text),
    machineSuspended: sleepGuard.suspended,
    machineResumed: () => {
      sleepGuard.resumed();
      void current.rescan('thorough');
      void rehearsing.refresh();
    },
    windowFocused: () => {
      void current.rescan('quick');
      void rehearsing.refresh();
    },
    readRecording: rehearsing.recordings.read,
    capabilitiesChanged: () => emit('capabilitiesChanged', shell.capabilities()),
    close: async () => {
      const [unsaved] = await Promise.all([
        rehearsing.close(),
        current.close(),
        parser.close(),
        settingsFile.flush(),
        keeper.close(),
      ]);
      sleepGuard.close();
      notices.close();
      return unsaved;
    },
  };
}
