import type { AppState, Handlers } from '../../core/contract/contract.ts';
import { outsideLink } from '../system/open-outside.ts';
import { runCommand } from './command-runners.ts';
import { documentHandlers, type DocumentParts } from '../library/documents.ts';
import { folderHandlers, type FolderParts, storyHandlers, type StoryParts } from '../library/handlers.ts';
import type { Program } from '../rehearsal/program.ts';
import { progressHandlers, type ProgressParts } from '../practice/handlers.ts';
import type { PressClock } from '../../core/press-clock.ts';
import type { SessionHandover } from '../../core/prompter/place.ts';
import { hostHandlers } from '../../core/rehearsal/host-handlers.ts';
import { rehearsalHandlers, type RehearsalHandlerParts } from '../rehearsal/handlers.ts';
import { recordingHandlers, type RecordingParts } from '../voice/handlers.ts';
import { settingsHandlers, type SettingsParts } from '../settings/handlers.ts';

/** What the calls need beyond the program itself. */
export interface HandlerParts {
  program: Program;
  press: PressClock;
  state: () => AppState;
  story: StoryParts;
  settings: SettingsParts;
  folders: FolderParts & DocumentParts;
  rehearsal: RehearsalHandlerParts;
  progress: ProgressParts;
  recordings: RecordingParts;
  dismissNotice: (id: number) => void;
  /** Takes over the session of a page, if it is the newer one. */
  adoptSession: (given: SessionHandover) => Promise<void>;
  /** Waits until changes are on disk. Resolves with a sentence if the disk refused them. */
  saved: { settings: () => Promise<string | null>; runs: () => Promise<string | null> };
}

/** Carries out the contract’s calls, from any shell. */
export function makeHandlers(parts: HandlerParts): Handlers {
  const { program, press, state, story, settings, folders, rehearsal, progress, recordings } = parts;
  const { dismissNotice, adoptSession, saved } = parts;
  const handlers: Handlers = {
    readState: state,
    runCommand: ({ id, atMs }) => {
      press.during(atMs, () => runCommand(program, id));
      return null;
    },
    readClock: program.clock.nowMs,
    adoptSession: async (given) => {
      await adoptSession(given);
      return null;
    },
    ...hostHandlers(program, press),
    ...storyHandlers(program, story),
    ...settingsHandlers(program, settings),
    ...folderHandlers(program, folders),
    ...documentHandlers(program, folders),
    ...rehearsalHandlers(program, rehearsal),
    ...progressHandlers(program, progress),
    ...recordingHandlers(recordings),
    dismissNotice: ({ id }) => {
      dismissNotice(id);
      return null;
    },
    openLink: async ({ url }) => {
      const link = outsideLink(url);
      if (link === null) throw new Error('Offbook only opens https and mailto links. Copy the link if you trust it.');
      await program.shell.openOutside(link);
      return null;
    },
    // Only the shell knows which page calls: a shell with an answer handles this call itself.
    takeRequestedView: () => null,
    giveFocusBack: () => {
      program.shell.giveFocusBack();
      return null;
    },
  };
  return { ...handlers, ...answeringWhenSaved(handlers, saved) };
}

/**
 * The calls that change the settings or the log: they answer once that is on disk, or reject if the disk refused. What is
 * done to a run under way doesn’t change the log yet.
 */
function answeringWhenSaved(handlers: Handlers, { settings, runs }: HandlerParts['saved']): Partial<Handlers> {
  function after<Input, Output>(handler: (input: Input) => Output | Promise<Output>, saved: typeof runs) {
    return async (input: Input): Promise<Output> => {
      const output = await handler(input);
      const refusal = await saved();
      if (refusal !== null) throw new Error(refusal);
      return output;
    };
  }
  return {
    runCommand: after(handlers.runCommand, settings),
    changeSettings: after(handlers.changeSettings, settings),
    resetSettings: after(handlers.resetSettings, settings),
    undoSettings: after(handlers.undoSettings, settings),
    importSettings: after(handlers.importSettings, settings),
    pinStory: after(handlers.pinStory, settings),
    openFolder: after(handlers.openFolder, settings),
    addFolder: after(handlers.addFolder, settings),
    removeFolder: after(handlers.removeFolder, settings),
    openStory: after(handlers.openStory, runs),
    joinHistory: after(handlers.joinHistory, runs),
    startRehearsal: after(handlers.startRehearsal, runs),
    startMock: after(handlers.startMock, runs),
    rateAnswer: after(handlers.rateAnswer, runs),
    nextAsk: after(handlers.nextAsk, runs),
    repeatAsk: after(handlers.repeatAsk, runs),
    closeRehearsal: after(handlers.closeRehearsal, runs),
    keepRuns: after(handlers.keepRuns, runs),
  };
}
