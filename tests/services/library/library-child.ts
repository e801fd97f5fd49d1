import { openLibrary } from '../../../src/services/library/library.ts';
import { systemClock } from '../../../src/services/base/clock.ts';
import { createParser } from '../../../src/services/library/parse-pool.ts';

/*
 * A program that reads a folder with fewer rights than the tests have. `library-child.ts FOLDER` prints a line of
 * JSON with titles and problems, and another after each change. It ends on its own, because nothing may keep it running, unless
 * it gets `--stay`. Its minute is a fifth of a second.
 */
const [folder = '', stay] = process.argv.slice(2);
if (stay === '--stay') setInterval(() => {}, 60_000);
const clock = systemClock();
const parser = createParser({ workerUrl: new URL('../../../src/services/library/parse-worker.ts', import.meta.url) });
const library = openLibrary({
  roots: [folder],
  parser,
  clock: { ...clock, after: (delayMs, callback) => clock.after(delayMs / 300, callback) },
  changed: ({ library: { stories, problems } }) => {
    process.stdout.write(`${JSON.stringify({ titles: stories.map(({ title }) => title), problems })}\n`);
  },
});
await library.watching;
