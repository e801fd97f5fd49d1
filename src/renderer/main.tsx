import { createRoot } from 'react-dom/client';
import { reachProgram } from './client/bridge.ts';
import { setUpCursorMoves, setUpStore } from './client/store.ts';
import { routeOf, wantedStoriesOf } from './client/route.ts';
import './styles/all.css';
import { App } from './shell/App.tsx';
import { ProgramContext } from './client/program-context.ts';

const nowMs = (): number => performance.now();
const reach = reachProgram(window);
const { search } = window.location;
const store = setUpStore(reach, nowMs, routeOf(search), wantedStoriesOf(search));
const program = {
  store,
  nowMs,
  bridge: reach.bridge,
  retry: reach.retry,
  pathOf: reach.pathOf,
  moveCursor: setUpCursorMoves(store, reach.bridge, nowMs),
};

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <ProgramContext value={program}>
    <App />
  </ProgramContext>,
);
