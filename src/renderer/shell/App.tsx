import { lazy, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { HelpSheet } from './HelpSheet.tsx';
import {
  FloatingContext,
  useProgram,
  useRunCommand,
  useView,
  ViewContext,
  WindowContext,
} from '../client/program-context.ts';
import { Prompter } from '../prompter/Prompter.tsx';
import { useAskedViews, useRoute } from './use-route.ts';
import { type Float, useFloat } from '../ui/use-float.ts';
import { useLook } from './use-theme.ts';
import { keyLabel } from '../../core/contract/commands.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { answering, useKeys } from '../client/keys.ts';
import type { ViewState } from '../client/store.ts';

/** Loaded when they are asked for: the prompter is what must be there at once. */
const pages = {
  library: lazy(async () => ({ default: (await import('../library/LibraryView.tsx')).LibraryView })),
  settings: lazy(async () => ({ default: (await import('../settings/SettingsView.tsx')).SettingsView })),
  rehearsal: lazy(async () => ({ default: (await import('../rehearsal/RehearsalView.tsx')).RehearsalView })),
  progress: lazy(async () => ({ default: (await import('../progress/ProgressView.tsx')).ProgressView })),
};

/** The page's view, and the prompter in it or in a floating window above it. */
export function App() {
  const shell = useView(({ app }) => app?.capabilities.shell);
  const float = useFloat(shell === 'browser');
  const floatWindow = float?.win ?? null;
  const route = useRoute();
  useLook(floatWindow);
  useFailureEnd();
  useAskedViews(floatWindow);

  const prompter = (
    <ViewContext value="prompter">
      <WindowContext value={floatWindow ?? window}>
        <Keys float={float} />
        <Prompter float={float} />
      </WindowContext>
    </ViewContext>
  );
  return (
    <FloatingContext value={floatWindow !== null}>
      {route !== 'prompter' && <Page route={route} float={float} />}
      {route === 'prompter' && floatWindow === null && prompter}
      {route === 'prompter' && floatWindow !== null && float !== null && (
        <>
          <Keys float={float} />
          <Elsewhere bringBack={float.toggle} />
        </>
      )}
      {floatWindow !== null && createPortal(prompter, floatWindow.document.body)}
    </FloatingContext>
  );
}

function Page({ route, float }: { route: keyof typeof pages; float: Float | null }) {
  const View = pages[route];
  const isHelpAsked = useView(({ panel, panelView }) => panel === 'help' && panelView === route);
  return (
    <ViewContext value={route}>
      <Keys float={float} />
      <Suspense fallback={null}>
        <View />
      </Suspense>
      {isHelpAsked && <HelpSheet />}
    </ViewContext>
  );
}

/** What the page shows while the prompter floats in a window of its own. */
function Elsewhere({ bringBack }: { bringBack: () => void }) {
  return (
    <main className="prompter" aria-label="Offbook">
      <div className="empty">
        <h1 className="unseen">Offbook</h1>
        <output>The prompter floats in its own window. Keep this tab open: the window goes with it.</output>
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={bringBack}
            title={`Bring it back (${keyLabel('toggle-prompter')})`}
          >
            Bring it back
          </button>
        </div>
      </div>
    </main>
  );
}

/** Runs a view's commands by their keys, in the window that it is drawn in. Shows nothing. */
function Keys({ float }: { float: Float | null }) {
  const { store } = useProgram();
  const runCommand = useRunCommand();
  const [answer] = useState(() => answering(() => isUnderWay(store.getState().app?.rehearsal?.step)));
  useKeys((press) => {
    const command = answer(press);
    if (command === null) return false;
    // In a browser the window that can be shown and hidden is the floating one.
    if (command === 'toggle-prompter' && float !== null) float.toggle();
    else if (command !== 'nothing') runCommand(command);
    return true;
  });
  return null;
}

/** On the sheet at the end of a mock interview there is nothing left to mark. */
function isUnderWay(step: RehearsalState['step'] | undefined): boolean {
  return step !== undefined && step !== 'sheet';
}

/** What failed is over once the view is left, a rehearsal goes on, or another value is taken. */
function useFailureEnd(): void {
  const { store } = useProgram();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.failure !== null && now.failure === before.failure && hasGoneOn(now, before)) {
          store.setState({ failure: null });
        }
      }),
    [store],
  );
}

function hasGoneOn(now: ViewState, before: ViewState): boolean {
  return (
    now.route !== before.route ||
    now.app?.settings !== before.app?.settings ||
    now.app?.rehearsal?.step !== before.app?.rehearsal?.step
  );
}
