import { createRoot } from 'react-dom/client';
import { connect } from './client/bridge.ts';
import { eventAtMs, withPressTimes } from './client/press-times.ts';
import { routeAt } from './client/route.ts';
import { setUpStandby } from './client/standby.ts';
import { programNowMs, setUpCursorMoves, setUpStore } from './client/store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './ui/ui.css';
import './prompter/prompter.css';
import './search/search.css';
import './shell/help.css';
import { App } from './shell/App.tsx';
import { PageBoundary } from './shell/Boundary.tsx';
import { ProgramContext } from './client/program-context.ts';

const nowMs = (): number => performance.now();
const connection = setUpStandby(connect(window), {
  nowMs,
  wallTime: () => new Date(),
  after: (delayMs, callback) => {
    const timer = window.setTimeout(callback, delayMs);
    return () => window.clearTimeout(timer);
  },
  // Safari has no idle callbacks; there a moment later will do.
  idle: () =>
    new Promise((resolve) => {
      if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 2000 });
      else setTimeout(resolve, 50);
    }),
  storage: () => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  },
  load: async () => (await import('./client/local-program.ts')).setUpLocalProgram,
  onClose: (callback) => window.addEventListener('pagehide', callback),
});
const store = setUpStore(connection, nowMs, routeAt(window.location.search));
connection.follow(store);
const { retry, pathOf } = connection;
// The browser’s own word for what is being handled, whichever component does it.
const bridge = withPressTimes(connection.bridge, () => {
  const atMs = eventAtMs(window.event, performance.timeOrigin);
  return atMs === null ? null : programNowMs(store.getState(), atMs);
});
const program = { store, nowMs, bridge, retry, pathOf, moveCursor: setUpCursorMoves(store, bridge, nowMs) };

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <ProgramContext value={program}>
    <PageBoundary>
      <App />
    </PageBoundary>
  </ProgramContext>,
);
