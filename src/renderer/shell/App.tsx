import { useContext, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { commands, keyLabel } from '../../core/contract/commands.ts';
import type { SessionState } from '../../core/contract/contract.ts';
import { isRunning } from '../../core/prompter/session.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { commandsByKey, type Press, useKeys } from '../client/keys.ts';
import {
  FloatingContext,
  useGoBack,
  usePanel,
  useProgram,
  useRunCommand,
  useView,
  ViewContext,
  WindowContext,
} from '../client/program-context.ts';
import type { Outcome } from '../client/outcome.ts';
import { routeAt } from '../client/route.ts';
import { isClockRunning, showError, showFailure, type ViewState } from '../client/store.ts';
import { PrompterView } from '../prompter/PrompterView.tsx';
import { StoriesIn } from '../stories/StoriesIn.tsx';
import { Navigation } from '../ui/Navigation.tsx';
import { useFloat, type Float } from '../ui/use-float.ts';
import { useResize } from '../ui/use-resize.ts';
import { useListening } from '../voice/use-listening.ts';
import { Later } from './Boundary.tsx';
import {
  LazyHelp,
  LazyMediaKeyHandler,
  LazyRemote,
  LazyStories,
  pageNames,
  pages,
  renewPage,
  type PageName,
} from './pages.ts';
import { useRoute, useViewRequests } from './use-route.ts';
import { useTheme } from './use-theme.ts';

/** The page's view, and the prompter in it or in a floating window above it. */
export function App() {
  const { store } = useProgram();
  const shell = useView(({ app }) => app?.capabilities.shell);
  const hasMediaKeys = useView(({ app }) => app !== null && app.settings.mediaKeys && app.capabilities.mediaKeys);
  const float = useFloat(shell === 'browser');
  const floatWindow = float?.win ?? null;
  const view = useRoute();
  useTheme(floatWindow);
  useOutcomeEnd();
  useViewRequests(floatWindow);
  useListening({ isRehearsal: view === 'rehearsal', isPrompter: view === 'prompter' || floatWindow !== null });

  const prompter = (
    <ViewContext value="prompter">
      <WindowContext value={floatWindow ?? window}>
        <Keys float={float} />
        {floatWindow === null && <Navigation />}
        <PrompterView float={float} help={<Help />} />
        <StoriesIn />
        <Stories />
      </WindowContext>
    </ViewContext>
  );
  return (
    <FloatingContext value={floatWindow !== null}>
      {hasMediaKeys && (
        <Later broke={() => showError(store, 'The media keys couldn’t be switched on. Reload the page to try again.')}>
          <LazyMediaKeyHandler />
        </Later>
      )}
      {view !== 'prompter' && (
        <ViewContext value={view}>
          <Page view={view} float={float} />
        </ViewContext>
      )}
      {view === 'prompter' && floatWindow === null && prompter}
      {view === 'prompter' && floatWindow !== null && float !== null && (
        <>
          <Keys float={float} />
          <Navigation />
          <Later fallback={<NoRemote bringBack={float.toggle} />}>
            <LazyRemote float={float} />
          </Later>
          <StoriesIn />
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
  const isStage = useView(({ app }) => view === 'rehearsal' && isRehearsing(app?.rehearsal?.step));
  const broke = (): void => {
    renewPage(view);
    const text =
      store.getState().connection === 'connected'
        ? `${pageNames[view]} couldn’t be shown. The prompter still works.`
        : `${pageNames[view]} needs Offbook, and the connection is lost. The prompter still works.`;
    store.setState({ route: routeAt(''), outcome: { tone: 'error', text } });
  };
  return (
    <>
      <Keys float={float} />
      {/* On the stage the text has all the room. */}
      {!isStage && <Navigation />}
      <Later key={view} broke={broke}>
        <View />
      </Later>
      <StoriesIn />
      <Stories />
      {panel === 'help' && <Help />}
    </>
  );
}

/** The sheet with all keys; without the program it may not be here yet. */
function Help() {
  const { closePanel } = usePanel();
  return (
    <Later broke={closePanel}>
      <LazyHelp />
    </Later>
  );
}

/** The dialog for one’s own stories, loaded in the same way. */
function Stories() {
  const { panel, closePanel } = usePanel();
  return (
    panel === 'folder' && (
      <Later broke={closePanel}>
        <LazyStories />
      </Later>
    )
  );
}

/** In place of the remote, where the program was gone before it could be loaded. */
function NoRemote({ bringBack }: { bringBack: () => void }) {
  return (
    <main className="prompter" aria-label="Offbook">
      <div className="empty">
        <h1 className="unseen">Offbook</h1>
        <output>The prompter floats in its own window. Keep this tab open: closing it closes the window.</output>
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

/** Runs a view's commands by their keys, in the window that it is in. Shows nothing. */
function Keys({ float }: { float: Float | null }) {
  const { store, bridge } = useProgram();
  const runCommand = useRunCommand();
  const goBack = useGoBack();
  const view = useContext(ViewContext);
  const resize = useResize(float);
  const [commandFor] = useState(() => commandsByKey(() => isRehearsing(store.getState().app?.rehearsal?.step)));
  const offer = (): SessionState['offer'] => store.getState().app?.session.offer ?? null;
  /** Turns down the offer of another story: back to the outline alone. */
  const turnDown = (): void => void bridge.showFollowUp({ index: null }).then((result) => showFailure(store, result));
  /** Where nothing else took the key: a clicker’s key for the end of the slides on the prompter, else the way back. */
  const escape = (place: Press['place']): boolean => {
    if (view === 'prompter') {
      if (offer() !== null && place !== 'writing' && !isClockRunning(store)) {
        turnDown();
        return true;
      }
      const pauses = place !== 'writing' && isClockRunning(store);
      if (pauses) runCommand('play-pause');
      return pauses;
    }
    // In a field it discards what was typed.
    if (place === 'field' || place === 'writing') return false;
    const { route } = store.getState();
    if (route.panel === null) goBack();
    else store.setState({ route: { ...route, panel: null } });
    return true;
  };
  useKeys(
    (press) => {
      const command = commandFor(press);
      if (view === 'prompter' && offer() !== null) {
        // Held down, the key that made the offer must not take it.
        if (press.repeat) return true;
        if (command !== null && command !== 'nothing' && commands[command].shows !== undefined) turnDown();
      }
      if (command === null && press.name === 'Escape') return escape(press.place);
      if (command === null) return false;
      // In a browser, the window to show and hide is the floating one.
      if (command === 'toggle-prompter' && float !== null) float.toggle();
      else if (command !== 'nothing' && !resize(command)) runCommand(command);
      return true;
    },
    { keepsPage: float !== null && float.win !== null },
  );
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
    (tone === 'info' && now.app !== null && isRunning(now.app.session.session)) ||
    (tone === 'error' && now.app?.settings !== before.app?.settings)
  );
}
