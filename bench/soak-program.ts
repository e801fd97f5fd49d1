import { createParser } from '../src/services/library/parse-pool.ts';
import { startApp } from '../src/services/app/app.ts';
import { systemClock } from '../src/services/base/clock.ts';
import type { OffbookApp } from '../src/services/base/program.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { startServer } from '../src/web/server.ts';
import { browserShell } from '../src/web/shell.ts';
import path from 'node:path';

/*
 * The program that `npm run soak` drives, put together as `offbook serve` does. `soak-program.ts STORIES SETTINGS` sends
 * its address, and then what it holds each time it gets a message; an empty one ends it. Needs --expose-gc.
 */
const [stories = '', settingsDir = ''] = process.argv.slice(2);
const send = (message: object): void => void process.send?.(message);
const workerUrl = new URL('../src/services/library/parse-worker.ts', import.meta.url);
const app = await startApp(createParser({ workerUrl }), {
  shell: browserShell(() => Promise.resolve(), 'soak'),
  clock: systemClock(),
  settingsDir,
  samplesDir: stories,
  folders: [stories],
  unexpected: (error) => console.error(error),
});
let listeners = 0;
const server = await startServer({
  app: { ...app, on: countingListeners(app.on) },
  rendererDir: path.join(projectRoot, 'out', 'renderer'),
  port: 0,
});
send({ address: server.address, token: server.token });

process.on('message', (message) => {
  if (message === 'measure') send(held());
  else void stop();
});

function countingListeners(on: OffbookApp['on']): OffbookApp['on'] {
  return (name, listener) => {
    listeners += 1;
    const stopListening = on(name, listener);
    return () => {
      listeners -= 1;
      stopListening();
    };
  };
}

/** What the program holds, without garbage. */
function held() {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    rss,
    heap: heapUsed + external,
    handles: process.getActiveResourcesInfo().length,
    listeners,
    notices: app.state().notices.length,
  };
}

async function stop(): Promise<void> {
  await server.close();
  await app.close();
  process.disconnect();
}
