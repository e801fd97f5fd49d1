import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createParser, type Effort, type ParseOutcome } from '../../../src/services/library/parse-pool.ts';

// Real files, workers and watchers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const oddWorker = new URL('odd-worker.ts', import.meta.url);
const lateWorker = new URL('../workers/late-worker.ts', import.meta.url);

function parser(workerUrl = oddWorker, quickMs = 1000, patientMs = 5000, idleMs = 30_000) {
  const made = createParser({ workerUrl, limitsMs: { quick: quickMs, patient: patientMs }, idleMs });
  onTestFinished(() => made.close());
  return {
    parse: ({ file = 'a.md', text }: { file?: string; text: string }, effort: Effort = 'quick') =>
      made.parse({ file, text }, effort),
    close: made.close,
  };
}

/** A file's text back from the stand-in worker, or its problem's code. */
function short(outcome: ParseOutcome): string {
  return outcome.ok ? (outcome.parsed.unplaced[0]?.text ?? '') : outcome.problem.code;
}

test('answers each file with its own reading, whatever the order and number', async () => {
  const { parse } = parser();
  const texts = Array.from({ length: 1000 }, (_, index) => `text ${index}`);
  const outcomes = await Promise.all(texts.map((text, index) => parse({ file: `${index}.md`, text })));
  expect(outcomes.map(short)).toEqual(texts);
});

test('long files get separate messages', async () => {
  const { parse } = parser();
  const texts = Array.from({ length: 6 }, (_, index) => `${index}`.repeat(400_000));
  const outcomes = await Promise.all(texts.map((text) => parse({ file: 'a.md', text })));
  expect(outcomes.map(short)).toEqual(texts);
});

test.each(['FOREVER', 'BLOW_UP'])('a file that never ends (%s) is stopped; the others are read', async (endless) => {
  const { parse } = parser(oddWorker, 100);
  const texts = ['one', endless, 'two', 'three', endless, 'four'];
  const outcomes = await Promise.all(texts.map((text, index) => parse({ file: `${index}.md`, text })));
  expect(outcomes.map(short)).toEqual(['one', 'parse-slow', 'two', 'three', 'parse-slow', 'four']);
  expect(outcomes[1]).toMatchObject({ problem: { file: '1.md', line: null, severity: 'warning' } });
});

test('files that cost a third of the limit each are all read: each has the whole limit', async () => {
  const { parse } = parser(oddWorker, 30);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => parse({ text: 'WORK' })));
  expect(outcomes.map(short)).toEqual(Array.from({ length: 20 }, () => 'WORK'));
});

test('time in which the worker does nothing doesn’t count', async () => {
  const { parse } = parser(oddWorker, 100);
  expect(short(await parse({ text: 'SLEEP' }))).toBe('SLEEP');
});

test('nor does the start of the worker', async () => {
  const { parse } = parser(lateWorker, 100);
  expect(short(await parse({ text: 'SLEEP' }))).toBe('SLEEP');
});

test('a patient try has a limit of its own, and the quick ones don’t wait for it', async () => {
  const { parse } = parser(oddWorker, 50, 800);
  let given = false;
  const patient = parse({ text: 'FOREVER' }, 'patient').finally(() => (given = true));
  expect(short(await parse({ text: 'FOREVER' }))).toBe('parse-slow');
  expect(short(await parse({ text: 'two' }))).toBe('two');
  expect(given).toBe(false);
  const outcome = await patient;
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'parse-timeout', severity: 'error' } });
  expect(outcome.ok ? '' : outcome.problem.message).toMatch(/more than 0\.8 seconds of processor time.*Split it/u);
});

test('a main thread that is busy itself doesn’t count against the file', async () => {
  const { parse } = parser(oddWorker, 100);
  await parse({ file: 'warm.md', text: '' });
  const answer = parse({ file: 'a.md', text: 'fine' });
  await Promise.resolve(); // the text is on its way now
  const untilMs = performance.now() + 300;
  while (performance.now() < untilMs);
  expect(short(await answer)).toBe('fine');
});

test.each(['THROW', 'EXIT'])('a worker that crashes (%s) is a problem of that file only', async (end) => {
  const { parse } = parser();
  const texts = ['one', end, 'two'];
  const outcomes = await Promise.all(texts.map((text, index) => parse({ file: `${index}.md`, text })));
  expect(outcomes.map(short)).toEqual(['one', 'parse-crash', 'two']);
  if (end === 'THROW') expect(JSON.stringify(outcomes[1])).toContain('out of its mind');
  expect(short(await parse({ file: 'later.md', text: 'later' }))).toBe('later');
});

test('a worker that takes all memory is a problem of that file only', { timeout: 60_000 }, async () => {
  const { parse } = parser(oddWorker, 50_000);
  const outcomes = await Promise.all(['MEMORY', 'two'].map((text) => parse({ file: 'a.md', text })));
  expect(outcomes.map(short)).toEqual(['parse-crash', 'two']);
});

test('without a worker module every file fails immediately, with the reason', async () => {
  const { parse } = parser(new URL('workers/none.ts', import.meta.url));
  const outcomes = await Promise.all(['1', '2'].map((text) => parse({ file: 'a.md', text })));
  expect(outcomes.map(short)).toEqual(['reader-missing', 'reader-missing']);
  expect(short(await parse({ file: 'a.md', text: '3' }))).toBe('reader-missing');
});

test('closing answers waiting files, and later ones', async () => {
  const { parse, close } = parser();
  const stuck = ['FOREVER', 'two'].map((text) => parse({ file: 'a.md', text }));
  await nextTurn(); // both are with the worker
  await close();
  expect((await Promise.all(stuck)).map(short)).toEqual(['parse-stopped', 'parse-stopped']);
  expect(short(await parse({ file: 'a.md', text: 'late' }))).toBe('parse-stopped');
});

test('a worker without a file quits after a while; the next file starts another', async () => {
  const { parse } = parser(oddWorker, 1000, 5000, 20);
  const { promise: exited, resolve } = Promise.withResolvers<void>();
  process.once('worker', (worker) => worker.once('exit', () => resolve()));
  expect(short(await parse({ text: 'one' }))).toBe('one');
  await exited;
  expect(short(await parse({ text: 'two' }))).toBe('two');
});

test('so is a file deep in a native call, which no other thread can ask or stop', async () => {
  const { parse } = parser(oddWorker, 100);
  await parse({ text: 'warm' });
  const outcomes = await Promise.all(['NATIVE', 'two'].map((text) => parse({ text })));
  expect(outcomes.map(short)).toEqual(['parse-slow', 'two']);
});
