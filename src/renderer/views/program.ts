import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CommandId } from '../../core/commands.ts';
import type { Bridge } from '../../core/contract.ts';
import { showFailure, type ViewState, type ViewStore } from '../store.ts';

/** What views work with. */
export interface Program {
  store: ViewStore;
  bridge: Bridge;
  /** The view's monotonic clock, in milliseconds. */
  nowMs: () => number;
  /** Moves the cursor at once here, and in the program as soon as it can. */
  moveCursor: (cursorMs: number) => void;
  /** Tries now to reach a program that was lost. */
  retry: () => void;
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

/** Runs commands in the program; a failure is shown in the status line. */
export function useRunCommand(): (id: CommandId) => void {
  const { bridge, store } = useProgram();
  return (id) => void bridge.runCommand({ id }).then((result) => showFailure(store, result));
}

/** The window that a view is drawn in: the page's, or a floating one, with a clock and timers of its own. */
export const WindowContext = createContext<Window>(window);
