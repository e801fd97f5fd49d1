import { onTestFinished } from 'vitest';
import {
  eventNames,
  type AppState,
  type RequestedView,
  type Capabilities,
  type EventName,
  type EventPayload,
  type Notice,
} from '../../src/core/contract/contract.ts';
import { rowIndexAt } from '../../src/core/prompter/cursor.ts';
import type { SizeCommand } from '../../src/core/prompter/window-sizes.ts';
import { cursorMs, elapsedMs, timeLeftMs } from '../../src/core/prompter/session.ts';
import { startApp } from '../../src/services/app/app.ts';
import type { OffbookApp, AppOptions, Confirmation, Shell } from '../../src/services/base/program.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { sharedParser } from './shared-parser.ts';
import { tempFolder } from './temp-folder.ts';

/** What the shell was asked to do. */
interface Written {
  chosen: string | null;
  asked: Confirmation[];
  /** The answer to all of them. */
  confirms: boolean;
  toggled: number;
  resized: SizeCommand[];
  movedToCamera: number;
  shown: RequestedView[];
  opened: string[];
  suspended: boolean;
  givenBack: number;
}

/** A shell that can do everything, and records what it is asked. */
export function fakeShell(able: Partial<Capabilities> = {}): Shell & Written {
  const shell = {
    chosen: null as string | null,
    asked: [] as Confirmation[],
    confirms: true,
    toggled: 0,
    resized: [] as SizeCommand[],
    movedToCamera: 0,
    shown: [] as RequestedView[],
    opened: [] as string[],
    suspended: false,
    givenBack: 0,
    capabilities: () => ({
      shell: 'electron' as const,
      chooseFolder: true,
      alwaysOnTop: true,
      opacity: true,
      dropFiles: true,
      clickThrough: true,
      contentProtection: true,
      startAtLogin: true,
      mediaKeys: false,
      microphone: true,
      hotkeys: [],
      panel: [],
      ...able,
    }),
    chooseFolder: () => Promise.resolve(shell.chosen),
    confirm: (question: Confirmation) => {
      shell.asked.push(question);
      return Promise.resolve(shell.confirms);
    },
    facts: () => ({ Offbook: 'driven by a test' }),
    moveUnderCamera: () => {
      shell.movedToCamera += 1;
      return null;
    },
    resizePrompter: (command: SizeCommand) => {
      shell.resized.push(command);
      return null;
    },
    togglePrompter: () => {
      shell.toggled += 1;
      return null;
    },
    showView: (view: RequestedView) => void shell.shown.push(view),
    toggleClickThrough: () => 'Clicks go through.',
    suspendHotkeys: (suspended: boolean) => void (shell.suspended = suspended),
    openOutside: (target: string) => {
      shell.opened.push(target);
      return Promise.resolve();
    },
    giveFocusBack: () => void (shell.givenBack += 1),
  };
  return shell;
}

export interface DrivenApp {
  app: OffbookApp;
  clock: FakeClock;
  shell: ReturnType<typeof fakeShell>;
  settingsDir: string;
  isParserClosed: () => boolean;
  state: () => AppState;
  /** Waits until the state is as wanted; checks again at every event. */
  until: (wanted: (state: AppState) => boolean) => Promise<AppState>;
  ready: () => Promise<AppState>;
  events: { name: EventName; payload: unknown }[];
  notices: () => string[];
  left: () => number;
  elapsed: () => number;
  row: () => string | undefined;
}

/** The program on real folders, with a clock that the test advances. It closes with the test. */
export async function driveApp(options: Partial<AppOptions> = {}): Promise<DrivenApp> {
  const clock = fakeClock();
  const shell = fakeShell();
  const settingsDir = options.settingsDir ?? (await tempFolder());
  const samplesDir = options.samplesDir ?? (await tempFolder());
  const unexpected = (error: unknown): void => {
    throw error;
  };
  let isParserClosed = false;
  const shared = { ...sharedParser, close: () => Promise.resolve(void (isParserClosed = true)) };
  const own = { shell, clock, settingsDir, samplesDir, folders: [], unexpected };
  const app = await startApp(shared, { ...own, ...options });
  onTestFinished(async () => void (await app.close()));

  const events: DrivenApp['events'] = [];
  const waiting = new Set<() => void>();
  for (const name of eventNames) {
    app.on(name, (payload: EventPayload<typeof name>) => {
      events.push({ name, payload });
      for (const look of waiting) look();
    });
  }

  const until = (wanted: (state: AppState) => boolean): Promise<AppState> =>
    new Promise((resolve) => {
      const look = (): void => {
        const state = app.state();
        if (!wanted(state)) return;
        waiting.delete(look);
        resolve(state);
      };
      waiting.add(look);
      look();
    });
  const session = () => app.state().session.session;
  return {
    app,
    clock,
    shell: options.shell === undefined ? shell : (options.shell as typeof shell),
    settingsDir,
    isParserClosed: () => isParserClosed,
    state: app.state,
    until,
    ready: () => until((state) => state.library.status === 'ready'),
    events,
    notices: () => app.state().notices.map((notice: Notice) => `${notice.severity}: ${notice.text}`),
    left: () => timeLeftMs(session(), clock.nowMs()),
    elapsed: () => elapsedMs(session(), clock.nowMs()),
    row: () => {
      const { plan, prompt } = app.state().session;
      const id = plan.rows[rowIndexAt(plan, cursorMs(session(), clock.nowMs()))]?.id;
      const items = prompt?.sections.flatMap((section) => section.items) ?? [];
      return items.find((item) => item.id === id)?.text;
    },
  };
}
