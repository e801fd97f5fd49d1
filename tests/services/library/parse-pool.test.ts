import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createParser, type ParseOutcome } from '../../../src/services/library/parse-pool.ts';

// Real files, workers and watchers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const oddWorker = new URL('odd-worker.ts', import.meta.url);

function parser(workerUrl = oddWorker, limitMs?: number) {
  const made = createParser(limitMs === undefined ? { workerUrl } : { workerUrl, limitMs });
  onTestFinished(() => made.close());
  return made;
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

test('long files go in messages of their own', async () => {
  const { parse } = parser();
  const texts = Array.from({ length: 6 }, (_, index) => `${index}`.repeat(400_000));
  const outcomes = await Promise.all(texts.map((text) => parse({ file: 'a.md', text })));
  expect(outcomes.map(short)).toEqual(texts);
});

test('a file that takes longer than the limit is stopped; those before and after it are read', async () => {
  const { parse } = parser(oddWorker, 200);
  const texts = ['one', 'FOREVER', 'two', 'three', 'FOREVER', 'four'];
  const outcomes = await Promise.all(texts.map((text, index) => parse({ file: `${index}.md`, text })));
  expect(outcomes.map(short)).toEqual(['one', 'parse-timeout', 'two', 'three', 'parse-timeout', 'four']);
  expect(outcomes[1]).toMatchObject({ problem: { file: '1.md', line: null, severity: 'error' } });
});

test('the limit is one second out of the box, and the message says so and what to do', async () => {
  const { parse } = parser();
  await parse({ file: 'warm.md', text: '' });
  const startedMs = performance.now();
  const outcome = await parse({ file: 'slow.md', text: 'FOREVER' });
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(990);
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'parse-timeout' } });
  expect(outcome.ok ? '' : outcome.problem.message).toMatch(/longer than a second.*Split it/u);
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

test.each(['THROW', 'EXIT'])('a worker that breaks down (%s) is a problem of that file alone', async (end) => {
  const { parse } = parser();
  const texts = ['one', end, 'two'];
  const outcomes = await Promise.all(texts.map((text, index) => parse({ file: `${index}.md`, text })));
  expect(outcomes.map(short)).toEqual(['one', 'parse-crash', 'two']);
  if (end === 'THROW') expect(JSON.stringify(outcomes[1])).toContain('out of its mind');
  expect(short(await parse({ file: 'later.md', text: 'later' }))).toBe('later');
});

test('a worker that takes all memory is a problem of that file alone', { timeout: 60_000 }, async () => {
  const { parse } = parser(oddWorker, 50_000);
  const outcomes = await Promise.all(['MEMORY', 'two'].map((text) => parse({ file: 'a.md', text })));
  expect(outcomes.map(short)).toEqual(['parse-crash', 'two']);
});

test('without a worker module every file is told so at once', async () => {
  const { parse } = parser(new URL('workers/none.ts', import.meta.url));
  const outcomes = await Promise.all(['1', '2'].map((text) => parse({ file: 'a.md', text })));
  expect(outcomes.map(short)).toEqual(['reader-missing', 'reader-missing']);
  expect(short(await parse({ file: 'a.md', text: '3' }))).toBe('reader-missing');
});

test('closing answers what still waits, and what comes later', async () => {
  const { parse, close } = parser();
  const stuck = ['FOREVER', 'two'].map((text) => parse({ file: 'a.md', text }));
  await nextTurn(); // both are with the worker
  await close();
  expect((await Promise.all(stuck)).map(short)).toEqual(['parse-stopped', 'parse-stopped']);
  expect(short(await parse({ file: 'a.md', text: 'late' }))).toBe('parse-stopped');
});
