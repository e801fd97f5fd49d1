import type { AppState, EventName, EventPayload } from '../../src/core/contract/contract.ts';
import { newSession } from '../../src/core/prompter/session.ts';
import { defaultSettings, withPatch } from '../../src/core/settings/schema.ts';
import type { OffbookApp } from '../../src/services/base/program.ts';
import { browserShell } from '../../src/web/shell.ts';

type Listeners = { [Name in EventName]: Set<(payload: EventPayload<Name>) => void> };

export interface InMemoryApp extends OffbookApp {
  emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** How many listeners all events have together. */
  listening: () => number;
}

/** A whole program without a disk, for testing how its calls and events travel. */
export function inMemoryApp(): InMemoryApp {
  const shell = browserShell(() => Promise.resolve(), '0.0.0');
  const state: AppState = {
    library: { folders: [], samples: true, status: 'ready', stories: [], problems: [] },
    session: {
      prompt: null,
      plan: { targetMs: 120_000, estimateMs: 0, sections: [], rows: [] },
      session: newSession(120_000, 'auto', 1),
      rehearsing: null,
      recent: [],
      offer: null,
      sentAtMs: 0,
    },
    rehearsal: null,
    settings: defaultSettings(),
    settingsFile: '/home/settings.json',
    notices: [],
    capabilities: shell.capabilities(),
  };
  const listeners: Listeners = {
    libraryChanged: new Set(),
    sessionChanged: new Set(),
    rehearsalChanged: new Set(),
    practiceChanged: new Set(),
    recordingsChanged: new Set(),
    settingsChanged: new Set(),
    noticesChanged: new Set(),
    capabilitiesChanged: new Set(),
    viewRequested: new Set(),
  };
  const emit: InMemoryApp['emit'] = (name, payload) => {
    for (const listener of listeners[name]) listener(payload);
  };
  const notify: OffbookApp['notify'] = (severity, text) => {
    state.notices = [...state.notices, { id: state.notices.length + 1, severity, text }];
    emit('noticesChanged', state.notices);
  };
  return {
    emit,
    listening: () => Object.values(listeners).reduce((sum, { size }) => sum + size, 0),
    state: () => state,
    notify,
    on: (name, listener) => {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
    runCommand: (id) => notify('info', `ran ${id}`),
    machineSuspended: () => notify('info', 'suspended'),
    machineResumed: () => notify('info', 'resumed'),
    windowFocused: () => notify('info', 'focused'),
    capabilitiesChanged: () => emit('capabilitiesChanged', shell.capabilities()),
    readRecording: () => Promise.resolve(null),
    close: () => Promise.resolve([]),
    handlers: {
      readState: () => state,
      readClock: () => 0,
      readStories: () => ({ stories: [], of: 0 }),
      adoptSession: () => null,
      keepRuns: () => null,
      readRound: () => null,
      runCommand: ({ id }) => {
        notify('info', `ran ${id}`);
        return null;
      },
      openStory: ({ id }) => {
        throw new Error(`No story has the id "${id}".`);
      },
      moveCursor: () => null,
      holdCursor: () => null,
      changeSettings: (patch) => {
        state.settings = withPatch(state.settings, patch);
        emit('settingsChanged', state.settings);
        return null;
      },
      readStory: () => null,
      readProblems: () => [],
      findStories: () => [],
      pinStory: () => null,
      openInEditor: () => null,
      resetSettings: () => null,
      undoSettings: () => null,
      exportSettings: () => '{}',
      importSettings: () => ({ applied: [], unconfirmed: {}, refused: [] }),
      suspendHotkeys: () => null,
      openFolder: () => null,
      addFolder: () => null,
      removeFolder: () => null,
      openLink: () => null,
      takeRequestedView: () => null,
      giveFocusBack: () => null,
      chooseFolder: () => shell.chooseFolder(),
      rescan: () => null,
      lookAtPath: () => ({ ways: [], found: null }),
      readDocument: () => {
        throw new Error('Nothing is read here.');
      },
      saveDocuments: () => ({ files: [] }),
      newStory: () => ({ file: '', unopened: null }),
      dismissNotice: () => null,
      startRehearsal: () => null,
      startMock: () => null,
      actOnRun: () => null,
      chooseStory: () => null,
      rateAnswer: () => null,
      nextAsk: () => null,
      repeatAsk: () => null,
      closeRehearsal: () => null,
      readProgress: () => {
        throw new Error('There is no log here.');
      },
      readStoryPractice: () => null,
      joinHistory: () => null,
      openLog: () => null,
      startRecording: () => null,
      appendRecording: () => null,
      finishRecording: () => null,
      readRecordings: () => ({ recordings: [], totalBytes: 0 }),
      recordingAddress: ({ id }) => `/recordings/${id}`,
      starRecording: () => null,
      deleteRecording: () => null,
      deleteAllRecordings: () => null,
      showFollowUp: () => null,
      readSource: () => null,
      readQuestionBank: () => [],
    },
  };
}
