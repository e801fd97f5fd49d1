import { useContext, useEffect, useRef } from 'react';
import type { CommandId } from '../../core/contract/commands.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { setUpKeys } from '../client/keys.ts';
import { useProgram, useRunCommand, ViewContext, WindowContext } from '../client/program-context.ts';
import type { Float } from '../ui/use-float.ts';

/** The keys of a view, in the window that it is drawn in. Shows nothing. */
export function Keys({ float }: { float: Float | null }) {
  const win = useContext(WindowContext);
  const view = useContext(ViewContext);
  const { store } = useProgram();
  const runCommand = useRunCommand();
  // In a browser the window that can be shown and hidden is the floating one.
  const run = (command: CommandId): void =>
    command === 'toggle-prompter' && float !== null ? float.toggle() : runCommand(command);
  // What a key runs is always that of the last drawing; the listener stays, since it knows which key is held.
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(
    () =>
      setUpKeys(win, view, {
        run: (command) => latest.current(command),
        isRehearsing: () => isUnderWay(store.getState().app?.rehearsal?.step),
      }),
    [win, view, store],
  );
  return null;
}

/** On the sheet at the end of a mock interview there is nothing left to mark. */
function isUnderWay(step: RehearsalState['step'] | undefined): boolean {
  return step !== undefined && step !== 'sheet';
}
