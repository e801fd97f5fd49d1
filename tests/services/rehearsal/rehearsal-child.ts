import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseRecord } from '../../../src/core/rehearsal/record.ts';
import type { PersonAction } from '../../../src/core/rehearsal/reduce-run.ts';
import { defaultSetup } from '../../../src/core/rehearsal/questions.ts';
import { startApp } from '../../../src/services/app/app.ts';
import { createParser } from '../../../src/services/library/parse-pool.ts';
import { draftOwner } from '../../../src/services/practice/run-drafts.ts';
import { systemClock } from '../../../src/services/base/clock.ts';
import { browserShell } from '../../../src/web/shell.ts';

/*
 * The program itself, rehearsing one run after the other, for the tests to kill. `rehearsal-child.ts STORIES SETTINGS`
 * prints a line of JSON when it is ready, with what it tells the person then, for each mark that the disk has, with
 * the time spoken by then, and for each run that the log has.
 */
const [stories = '', settingsDir = ''] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const system = systemClock();
/** So much later than it is: a person takes a while for a section, and marks at once would be slips of the finger. */
let aheadMs = 0;
const parser = createParser({ workerUrl: new URL('../../../src/services/library/parse-worker.ts', import.meta.url) });
const app = await startApp(parser, {
  shell: browserShell(() => Promise.resolve(), 'test'),
  clock: { ...system, nowMs: () => system.nowMs() + aheadMs, uptimeMs: () => system.uptimeMs() + aheadMs },
  settingsDir,
  samplesDir: stories,
  folders: [stories],
  unexpected: (error) => {
    throw error;
  },
});
if (app.state().library.status !== 'ready') {
  await new Promise<void>((resolve) => {
    app.on('libraryChanged', ({ status }) => {
      if (status === 'ready') resolve();
    });
  });
}
// The drafts of programs that are gone are seen to before.
await app.handlers.readProgress(undefined);
say({ ready: app.state().notices.map(({ text }) => text) });

/** A disk that takes longer is none that the tests mean. */
const longestWaitMs = 20_000;

const act = (action: PersonAction) => app.handlers.actOnRun({ action });

for (let run = 1; ; run += 1) {
  await app.handlers.startRehearsal({
    ...defaultSetup,
    stories: { which: 'all' },
    budgetMs: 60_000,
    order: 'listed',
    thinkMs: 0,
  });
  for (let marks = 1; marks <= 4; marks += 1) {
    await wait(3 * marks);
    aheadMs += 1000;
    await act({ type: 'nextSection' });
    say({ run, marked: await onDisk(marks) });
  }
  await act({ type: 'rate', rating: 'good' });
  await app.handlers.nextAsk(undefined);
  say({ logged: run });
}

/** The time spoken by the last of so many marks, when a draft on disk has it. */
async function onDisk(marks: number): Promise<number> {
  const until = Date.now() + longestWaitMs;
  for (;;) {
    if (Date.now() > until) throw new Error(`No draft on disk has ${marks} marks.`);
    for (const name of await readdir(settingsDir)) {
      if (draftOwner(name)?.pid !== process.pid) continue;
      const line = parseRecord((await readFile(path.join(settingsDir, name), 'utf8').catch(() => '')).trim());
      if (line.kind !== 'run') continue;
      // The section that is being spoken has a time too.
      const known = line.run.sections.filter(({ spokenMs }) => spokenMs !== null);
      if (line.run.finished || known.length === marks + 1) {
        return known.slice(0, marks).reduce((total, { spokenMs }) => total + (spokenMs ?? 0), 0);
      }
    }
    await wait(1);
  }
}
