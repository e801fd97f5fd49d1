import { Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { commandsByKey, useKeys } from '../client/keys.ts';
import {
  FloatingContext,
  usePanel,
  useProgram,
  useRunCommand,
  useView,
  ViewContext,
  WindowContext,
} from '../client/program-context.ts';
import type { Outcome, ViewState } from '../client/store.ts';
import { PrompterView } from '../prompter/PrompterView.tsx';
import { useFloat, type Float } from '../ui/use-float.ts';
import { useResize } from '../ui/use-resize.ts';
import { Boundary } from './Boundary.tsx';
import { LazyHelp, LazyRemote, pageNames, pages, renewPage, type PageName } from './pages.ts';
import { useRoute, useViewRequests } from './use-route.ts';
import { useTheme } from './use-theme.ts';

/** The page's view, and the prompter in it or in a floating window above it. */
export function App() {
  const shell = useView(({ app }) => app?.capabilities.shell);
  const float = useFloat(shell === 'browser');
  const floatWindow = float?.win ?? null;
  const view = useRoute();
  useTheme(floatWindow);
  useOutcomeEnd();
  useViewRequests(floatWindow);

  const prompter = (
    <ViewContext value="prompter">
      <WindowContext value={floatWindow ?? window}>
        <Keys float={float} />
        <PrompterView float={float} help={<Help />} />
      </WindowContext>
    </ViewContext>
  );
  return (
    <FloatingContext value={floatWindow !== null}>
      {view !== 'prompter' && (
        <ViewContext value={view}>
          <Page view={view} float={float} />
        </ViewContext>
      )}
      {view === 'prompter' && floatWindow === null && prompter}
      {view === 'prompter' && floatWindow !== null && float !== null && (
        <>
          <Keys float={float} />
          <Suspense fallback={null}>
            <LazyRemote float={float} />
          </Suspense>
        </>
      )}
      {floatWindow !== null && createPortal(prompter, floatWindow.document.body)}
    </FloatingContext>
  );
}

function Page({ view, float }: { view: PageName; float: Float | null }) {
  const View = pages[view];
  const { store } = useProgram();
  const { panel } = usePanel();
  const broke = (): void => {
    renewPage(view);
    const text =
      store.getState().connection === 'connected'
        ? `${pageNames[view]} couldn’t be shown. The prompter still works.`
        : `${pageNames[view]} needs Offbook, and the connection is lost. The prompter still works.`;
    store.setState({ route: { view: 'prompter', panel: null }, outcome: { tone: 'error', text } });
  };
  return (
    <>
      <Keys float={float} />
      <Boundary key={view} fallback={null} broke={broke}>
        <Suspense fallback={null}>
          <View />
        </Suspense>
      </Boundary>
      {panel === 'help' && <Help />}
    </>
  );
}

/** The sheet with all keys; without the program it may not be here yet. */
function Help() {
  const { closePanel } = usePanel();
  return (
    <Boundary fallback={null} broke={closePanel}>
      <Suspense fallback={null}>
        <LazyHelp />
      </Suspense>
    </Boundary>
  );
}

/** Runs a view's commands by their keys, in the window that it is in. Shows nothing. */
function Keys({ float }: { float: Float | null }) {
  const { store } = useProgram();
  const runCommand = useRunCommand();
  const resize = useResize(float);
  const [commandFor] = useState(() => commandsByKey(() => isRehearsing(store.getState().app?.rehearsal?.step)));
  useKeys((press) => {
    const command = commandFor(press);
    if (command === null) return false;
    // In a browser, the window to show and hide is the floating one.
    if (command === 'toggle-prompter' && float !== null) float.toggle();
    else if (command !== 'nothing' && !resize(command)) runCommand(command);
    return true;
  });
  return null;
}

/** The sheet at the end of a rehearsal has no marks to set. */
function isRehearsing(step: RehearsalState['step'] | undefined): boolean {
  return step !== undefined && step !== 'sheet';
}

/** Clears an outcome once it is out of date. */
function useOutcomeEnd(): void {
  const { store } = useProgram();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.outcome !== null && now.outcome === before.outcome && isOutOfDate(now.outcome, now, before)) {
          store.setState({ outcome: null });
        }
      }),
    [store],
  );
}

/** Once the person leaves the view or the rehearsal moves on; a failure also once a setting changes. */
function isOutOfDate({ tone }: Outcome, now: ViewState, before: ViewState): boolean {
  return (
    now.route.view !== before.route.view ||
    now.app?.rehearsal?.step !== before.app?.rehearsal?.step ||
    (tone === 'error' && now.app?.settings !== before.app?.settings)
  );
}
