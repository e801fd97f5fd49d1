import { createParser } from '../../src/services/library/parse-pool.ts';

/** The real worker takes a while to load, so all tests of a process share it. Idle, it doesn’t keep the process running. */
export const sharedParser = createParser({
  workerUrl: new URL('../../src/services/library/parse-worker.ts', import.meta.url),
});
