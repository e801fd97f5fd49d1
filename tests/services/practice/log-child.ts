import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import { systemClock } from '../../../src/services/base/clock.ts';
import { openPracticeLog } from '../../../src/services/practice/log.ts';

/*
 * A program that logs runs, for the tests to kill, to run twice at once, or to take its disk away from.
 * `log-child.ts DIRECTORY NAME COUNT [BYTES]` logs COUNT runs of the story NAME, each line at least BYTES
 * long. Prints a line of JSON for each run that the disk has, for each thing the person is told, and at the end.
 */
const [directory = '', story = '', count = '', bytes = '0'] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const log = await openPracticeLog({
  directory,
  clock: systemClock(),
  tell: (severity, text) => say({ severity, text }),
});
say({ opened: log.state().runs });

for (let index = 0; index < Number(count); index += 1) {
  const saved = await log.add(runOf(index));
  say(saved ? { saved: index } : { pending: log.state().pending, why: log.state().why });
}
say({ left: (await log.close()).length });

function runOf(index: number): RunRecord {
  const minute = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
  return {
    v: 1,
    type: 'run',
    at: minute,
    story,
    fingerprint: '',
    parts: [],
    group: null,
    title: 'x'.repeat(Number(bytes)),
    variant: null,
    question: 'Why?',
    questionKind: 'question',
    followUp: null,
    followUpMs: null,
    heard: undefined,
    level: 'outline',
    levelChanges: [],
    words: 0,
    items: 0,
    targetMs: 120_000,
    totalMs: index,
    finished: true,
    sections: [],
    peeks: 0,
    missed: [],
    rating: null,
    suggested: null,
  };
}
