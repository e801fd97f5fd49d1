import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CommandId, ViewName } from '../../core/contract/commands.ts';
import type { Bridge } from '../../core/contract/contract.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { shownHere, stepFor } from './route.ts';
import { showFailure, type ViewState, type ViewStore } from './store.ts';
import type { RehearsalSetup } from '../../core/rehearsal/setup.ts';

/** What views work with. */
interface Program {
  store: ViewStore;
  bridge: Bridge;
  /** The view's monotonic clock, in milliseconds. */
  nowMs: () => number;
  /** Moves the cursor at once here, and in the program as soon as it can. */
  moveCursor: (cursorMs: number) => void;
  /** Tries now to reach a program that was lost. */
  retry: () => void;
  /** The path of a dropped file; null where the shell doesn't tell. */
  pathOf: (file: File) => string | null;
}

export const ProgramContext = createContext<Program | null>(null);

/** The program that these views show. Throws outside of ProgramContext, which is a mistake of ours. */
export function useProgram(): Program {
  const program = useContext(ProgramContext);
  if (program === null) throw new Error('This view is drawn outside of ProgramContext.');
  return program;
}

/** A part of the view's state; the component is drawn anew when that part is another. */
export function useView<Part>(select: (state: ViewState) => Part): Part {
  return useStore(useProgram().store, select);
}

/** The view that something is drawn in. */
export const ViewContext = createContext<ViewName>('prompter');

/** The window that a view is drawn in: the page's, or a floating one, with a clock and timers of its own. */
export const WindowContext = createContext<Window>(globalThis.window);

/** Runs commands: what only shows something, here; all else in the program, whose failures are shown in the status line. */
export function useRunCommand(): (id: CommandId) => void {
  const { bridge, store } = useProgram();
  const view = useContext(ViewContext);
  const hasPrompter = useContext(FloatingContext);
  // The place goes along, so that of two views that press the key at once one passes it and the other does nothing.
  const carryOut = (id: CommandId, rehearsal: RehearsalState | null) => {
    if (id !== 'finish-run' || rehearsal === null || rehearsal.step === 'answer') return bridge.runCommand({ id });
    return bridge.nextAsk({ at: rehearsal.at, step: rehearsal.step });
  };
  return (id) => {
    const { app } = store.getState();
    const asked = shownHere(id, app?.capabilities.shell ?? 'browser', view);
    if (asked === null) void carryOut(id, app?.rehearsal ?? null).then((result) => showFailure(store, result));
    else store.setState(stepFor(asked, view, hasPrompter || view === 'prompter', app?.session.prompt?.storyId));
  };
}

/** Whether the prompter floats above the page. */
export const FloatingContext = createContext(false);

/** Shows the rehearsal view, its setup begun with these stories: one, a group, what is due. */
export function useRehearse(): (stories: RehearsalSetup['stories']) => void {
  const { store } = useProgram();
  const setupFrom = useContext(ViewContext);
  return (wantedStories) => store.setState({ wantedStories, setupFrom, route: 'rehearsal', panel: 'none' });
}
