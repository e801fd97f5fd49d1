import { createRoot } from 'react-dom/client';
import { connect } from './client/bridge.ts';
import { withDetour } from './client/detour.ts';
import { eventAtMs, withPressTimes } from './client/press-times.ts';
import { routeAt } from './client/route.ts';
import { programNowMs, setUpCursorMoves, setUpStore } from './client/store.ts';
import { pageTimer } from './client/timer.ts';
import './styles/tokens.css';
import './styles/base.css';
import './ui/ui.css';
import './prompter/prompter.css';
import './search/search.css';
import './shell/help.css';
import { App } from './shell/App.tsx';
import { loadPages } from './shell/pages.ts';
import { PageBoundary } from './shell/Boundary.tsx';
import { ProgramContext } from './client/program-context.ts';

const nowMs = (): number => performance.now();
const far = connect(window);
const detoured = withDetour(far);
const { connection } = detoured;
const store = setUpStore(connection, nowMs, routeAt(window.location.search));

/** Safari has no idle callbacks; there a moment later will do. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 50);
  });

/** Resolves at the first paint with content; where nothing is painted, as in a hidden tab, after a while. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 5000);
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });

/** Once the page is connected and idle, it gets ready to go on alone. The desktop’s page can’t lose its program and live. */
async function standBy(): Promise<void> {
  await painted();
  await idle();
  const { startStandby } = await import('./client/standby.ts');
  startStandby({
    detoured,
    bridge: far.bridge,
    store,
    page: {
      nowMs,
      wallTime: () => new Date(),
      after: pageTimer,
      idle,
      storage: () => {
        try {
          return window.localStorage;
        } catch {
          return null;
        }
      },
      onClose: (callback) => window.addEventListener('pagehide', callback),
    },
  });
  loadPages();
}
let isTrying = false;
const stopTrying = store.subscribe(({ app, connection: state }) => {
  if (isTrying || app?.capabilities.shell !== 'browser' || state !== 'connected') return;
  isTrying = true;
  // Where the program went away before all was loaded, the next connection tries again.
  standBy().then(stopTrying, () => (isTrying = false));
});

const { pathOf } = connection;
// The browser’s own word for what is being handled, whichever component does it.
const bridge = withPressTimes(connection.bridge, () => {
  const atMs = eventAtMs(window.event, performance.timeOrigin);
  return atMs === null ? null : programNowMs(store.getState(), atMs);
});
const program = { store, nowMs, bridge, pathOf, moveCursor: setUpCursorMoves(store, bridge, nowMs) };

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <ProgramContext value={program}>
    <PageBoundary>
      <App />
    </PageBoundary>
  </ProgramContext>,
);
