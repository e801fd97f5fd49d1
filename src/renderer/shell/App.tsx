import { Suspense, useContext, useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { commands, keyLabel, type CommandId } from '../../core/contract/commands.ts';
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
import { showError, showFailure, type ViewState, type ViewStore } from '../client/store.ts';
import { PrompterView } from '../prompter/PrompterView.tsx';
import { StoriesIn } from '../stories/StoriesIn.tsx';
import { Navigation } from '../ui/Navigation.tsx';
import { useFloat, type Float } from '../ui/use-float.ts';
import { useResize } from '../ui/use-resize.ts';
import { useListening } from '../voice/use-listening.ts';
import { Boundary } from './Boundary.tsx';
import { LazyHelp, LazyRemote, LazyStories, pageNames, pages, renewPage, type PageName } from './pages.ts';
import type { MediaKeys } from './media-keys.ts';
import { useRoute, useViewRequests } from './use-route.ts';
import { useTheme } from './use-theme.ts';

/** The page's view, and the prompter in it or in a floating window above it. */
export function App() {
  const shell = useView(({ app }) => app?.capabilities.shell);
  const float = useFloat(shell === 'browser');
  const floatWindow = float?.win ?? null;
  const view = useRoute();
  useTheme(floatWindow);
  useMediaKeys();
  useOutcomeEnd();
  useViewRequests(floatWindow);
  useListening({ isRehearsal: view === 'rehearsal', isPrompter: view === 'prompter' || floatWindow !== null });

  const prompter = (
    <ViewContext value="prompter">
      <WindowContext value={floatWindow ?? window}>
        <Keys float={float} />
        {floatWindow === null && <Navigation />}
        <PrompterView float={float} help={<Help />} />
        <StoriesIn dialog={<Stories />} />
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
          <Navigation />
          <Boundary fallback={<NoRemote bringBack={float.toggle} />}>
            <Suspense fallback={null}>
              <LazyRemote float={float} />
            </Suspense>
          </Boundary>
          <StoriesIn dialog={null} />
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
      <Boundary key={view} fallback={null} broke={broke}>
        <Suspense fallback={null}>
          <View />
        </Suspense>
      </Boundary>
      <StoriesIn dialog={<Stories />} />
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

/** The dialog for one’s own stories; in the same way. */
function Stories() {
  const { closePanel } = usePanel();
  return (
    <Boundary fallback={null} broke={closePanel}>
      <Suspense fallback={null}>
        <LazyStories />
      </Suspense>
    </Boundary>
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

function isClockRunning(store: ViewStore): boolean {
  const { app } = store.getState();
  return app !== null && isRunning(app.session.session);
}

/** Media keys and headset buttons, where the setting is on: on a stage they mark sections, else they move by rows. */
function useMediaKeys(): void {
  const { store } = useProgram();
  const isOn = useView(({ app }) => app !== null && app.settings.mediaKeys && app.capabilities.mediaKeys);
  const isStage = useView(({ route }) => route.view === 'rehearsal');
  const isMoving = useView(({ app }) => app !== null && isRunning(app.session.session));
  const [keys, setKeys] = useState<MediaKeys | null>(null);
  const runCommand = useRunCommand();
  const run = useEffectEvent((onPrompter: CommandId, onStage: CommandId) => runCommand(isStage ? onStage : onPrompter));
  useEffect(() => {
    if (!isOn) return undefined;
    let close = (): void => undefined;
    let isOver = false;
    const open = async (): Promise<void> => {
      const { setUpMediaKeys, silentSound } = await import('./media-keys.ts');
      if (isOver) return;
      const { sound, free } = silentSound();
      const opened = setUpMediaKeys(window, sound, {
        start: () => void (isClockRunning(store) || run('play-pause', 'pause-run')),
        pause: () => void (isClockRunning(store) && run('play-pause', 'pause-run')),
        next: () => run('next-row', store.getState().app?.rehearsal?.step === 'result' ? 'finish-run' : 'mark-section'),
        previous: () => run('previous-row', 'undo-mark'),
      });
      close = () => {
        opened.close();
        free();
        setKeys(null);
      };
      setKeys(opened);
    };
    open().catch(() => showError(store, 'The media keys couldn’t be switched on. Reload the page to try again.'));
    return () => {
      isOver = true;
      close();
    };
  }, [isOn, store]);
  useEffect(() => keys?.clockChanged(isMoving), [keys, isMoving]);
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
