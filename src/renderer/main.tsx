import { createRoot } from 'react-dom/client';
import { connect } from './client/bridge.ts';
import { routeAt } from './client/route.ts';
import { setUpCursorMoves, setUpStore } from './client/store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './ui/ui.css';
import './prompter/prompter.css';
import './search/search.css';
import './shell/help.css';
import { App } from './shell/App.tsx';
import { ProgramContext } from './client/program-context.ts';

const nowMs = (): number => performance.now();
const connection = connect(window);
const { bridge, retry, pathOf } = connection;
const store = setUpStore(connection, nowMs, routeAt(window.location.search));
const program = { store, nowMs, bridge, retry, pathOf, moveCursor: setUpCursorMoves(store, bridge, nowMs) };

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <ProgramContext value={program}>
    <App />
  </ProgramContext>,
);
