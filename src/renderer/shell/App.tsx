import { Suspense, useContext, useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { isRunning } from '../../core/prompter/session.ts';
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
import { showError, type Outcome, type ViewState, type ViewStore } from '../client/store.ts';
import { PrompterView } from '../prompter/PrompterView.tsx';
import { useFloat, type Float } from '../ui/use-float.ts';
import { useResize } from '../ui/use-resize.ts';
import { Boundary } from './Boundary.tsx';
import { LazyHelp, LazyRemote, pageNames, pages, renewPage, type PageName } from './pages.ts';
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
          <Boundary fallback={<NoRemote bringBack={float.toggle} />}>
            <Suspense fallback={null}>
              <LazyRemote float={float} />
            </Suspense>
          </Boundary>
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

/** In place of the remote, where the program was gone before it could be loaded. */
function NoRemote({ bringBack }: { bringBack: () => void }) {
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

/** Runs a view's commands by their keys, in the window that it is in. Shows nothing. */
function Keys({ float }: { float: Float | null }) {
  const { store } = useProgram();
  const runCommand = useRunCommand();
  const view = useContext(ViewContext);
  const resize = useResize(float);
  const [commandFor] = useState(() => commandsByKey(() => isRehearsing(store.getState().app?.rehearsal?.step)));
  useKeys(
    (press) => {
      const command = commandFor(press);
      if (command === null) {
        // A clicker’s key for the end of the slides; here, where nothing else took it.
        const pauses =
          press.name === 'Escape' && view === 'prompter' && press.place !== 'writing' && isClockRunning(store);
        if (pauses) runCommand('play-pause');
        return pauses;
      }
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
    (tone === 'error' && now.app?.settings !== before.app?.settings)
  );
}
