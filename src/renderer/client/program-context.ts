import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CommandId, ViewName } from '../../core/contract/commands.ts';
import type { Bridge } from '../../core/contract/contract.ts';
import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { setupOf } from './rehearsal-choices.ts';
import {
  addressOf,
  backRoute,
  opensInTab,
  routeFor,
  shownInThisWindow,
  type AppWindow,
  type OpenPanel,
  type Route,
} from './route.ts';
import { showFailure, type ViewState, type ViewStore } from './store.ts';

/** What views need of the program. */
export interface ProgramClient {
  store: ViewStore;
  bridge: Bridge;
  /** The view's monotonic clock, in milliseconds. */
  nowMs: () => number;
  /** Moves the cursor at once on this screen, and in the program as soon as it answers. */
  moveCursor: (cursorMs: number) => void;
  /** The path of a dropped file; null where the shell doesn't know it. */
  pathOf: (file: File) => string | null;
}

export const ProgramContext = createContext<ProgramClient | null>(null);

/** The program behind these views. Throws outside ProgramContext, which is a bug. */
export function useProgram(): ProgramClient {
  const program = useContext(ProgramContext);
  if (program === null) throw new Error('This view is drawn outside ProgramContext.');
  return program;
}

/** A part of the view's state; the component renders again when that part changes. */
export function useView<Part>(select: (state: ViewState) => Part): Part {
  return useStore(useProgram().store, select);
}

/** The view that a component is in. */
export const ViewContext = createContext<ViewName>('prompter');

/** The window that a view is in: the page's, or a floating one, with its own clock and timers. */
export const WindowContext = createContext<Window>(globalThis.window);

/** Whether the prompter floats above the page. */
export const FloatingContext = createContext(false);

/** Runs commands: those that only show something, here; all others in the program, whose failures the status line shows. */
export function useRunCommand(): (id: CommandId) => void {
  const { bridge, store } = useProgram();
  const from = useContext(ViewContext);
  const isFloating = useContext(FloatingContext);
  // The place goes along, so that of two views that press the key at once one moves on and the other does nothing.
  const runInProgram = (id: CommandId, rehearsal: RehearsalState | null) => {
    if (id !== 'finish-run' || rehearsal === null || rehearsal.step === 'answer') return bridge.runCommand({ id });
    return bridge.nextAsk({ at: rehearsal.at, step: rehearsal.step });
  };
  return (id) => {
    const { app, connection, route } = store.getState();
    const requested = shownInThisWindow(id, app?.capabilities.shell ?? 'browser', from);
    if (requested === null) {
      void runInProgram(id, app?.rehearsal ?? null).then((result) => showFailure(store, result));
      return;
    }
    const hasPrompter = isFloating || from === 'prompter';
    const promptedId = app?.session.prompt?.storyId ?? null;
    const next = routeFor(requested, { route, from, hasPrompter, promptedId });
    // A new page needs the program; without it, the view is shown here.
    const mayOpen = connection === 'connected' && !isFloating;
    if (mayOpen && opensInTab(next, route.view, appWindowOf(window)) && openTab(window, next)) return;
    store.setState({ route: next });
  };
}

/** Goes back to the view that the person came from, else to the prompter. */
export function useGoBack(): () => void {
  const { store } = useProgram();
  const runCommand = useRunCommand();
  return () => {
    const back = backRoute(store.getState().route);
    if (back === null) runCommand('show-prompter');
    else store.setState({ route: back });
  };
}

function appWindowOf(win: Window): AppWindow {
  const isApp = win.matchMedia('(display-mode: standalone)').matches;
  return { isApp, width: win.innerWidth, height: win.innerHeight };
}

/** Shows the route in the tab of the other views. Returns false if the browser doesn’t open one. */
function openTab(win: Window, route: Route): boolean {
  return win.open(addressOf(route, win.location.pathname), 'offbook-views') !== null;
}

/** The panel over the view that a component is in, and how to open and close panels there. */
export function usePanel() {
  const { store } = useProgram();
  const over = useContext(ViewContext);
  const panel = useView(({ route }) => (route.panel?.over === over ? route.panel.name : null));
  return useMemo(
    () => ({
      panel,
      openPanel: (name: OpenPanel['name']): void =>
        store.setState(({ route }) => ({ route: { ...route, panel: { name, over } } })),
      closePanel: (): void => store.setState(({ route }) => ({ route: { ...route, panel: null } })),
    }),
    [store, over, panel],
  );
}

/** How views get to a rehearsal of some stories. */
export interface Rehearse {
  /** Starts at once, by the last choices. */
  start: (stories: RehearsalSetup['stories']) => void;
  /** Shows the choices first. */
  choose: (stories: RehearsalSetup['stories']) => void;
}

export function useRehearse(): Rehearse {
  const { bridge, store } = useProgram();
  const from = useContext(ViewContext);
  const show = (stories: RehearsalSetup['stories'] | null): void =>
    store.setState({ route: { view: 'rehearsal', stories, from, panel: null } });
  const start = async (stories: RehearsalSetup['stories']): Promise<void> => {
    const { app, chosen } = store.getState();
    if (app === null) return;
    const result = await bridge.startRehearsal(setupOf(stories, chosen, app.settings));
    showFailure(store, result);
    // The setup that follows has a choice for one story, but none for a list of them.
    if (result.ok) show(stories.which === 'some' ? null : stories);
  };
  return { start: (stories) => void start(stories), choose: show };
}
