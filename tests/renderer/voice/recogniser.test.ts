import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromWorker, ToWorker } from '../../../src/renderer/voice/recogniser-messages.ts';
import { type RecogniserOptions, startRecogniser } from '../../../src/renderer/voice/recogniser.ts';

/** The last worker that a page started: what it got, and its answers, which the test gives. */
class FakeWorker extends EventTarget {
  static last: FakeWorker;
  readonly got: ToWorker[] = [];
  isTerminated = false;
  constructor() {
    super();
    FakeWorker.last = this;
  }
  postMessage(message: ToWorker): void {
    this.got.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => vi.stubGlobal('Worker', FakeWorker));
afterEach(() => vi.unstubAllGlobals());

function start() {
  const heard = vi.fn<RecogniserOptions['heard']>();
  const trouble = vi.fn<RecogniserOptions['trouble']>();
  const ready = startRecogniser({ language: 'en', outline: [], answer: [], otherStories: [], heard, trouble });
  return { heard, trouble, ready, worker: FakeWorker.last };
}
const second = new Float32Array(16_000);

test('it is there when the worker is ready, passes samples on, and says where the speaker is', async () => {
  const { heard, ready, worker } = start();
  expect(worker.got).toEqual([
    { kind: 'start', followed: { language: 'en', outline: [], answer: [], otherStories: [] } },
  ]);
  worker.answer({ kind: 'ready' });
  const recogniser = await ready;
  recogniser.feed(second, 1000);
  recogniser.moveTo(3);
  expect(worker.got.slice(1)).toEqual([
    { kind: 'samples', samples: second, atMs: 1000 },
    { kind: 'moveTo', row: 3 },
  ]);
  worker.answer({ kind: 'moved' });
  worker.answer({ kind: 'following', following: { row: 4, told: [] } });
  expect(heard.mock.calls).toEqual([[{ row: 4, told: [] }]]);
  recogniser.close();
  expect(worker.isTerminated).toBe(true);
  worker.answer({ kind: 'following', following: { row: 5, told: [] } });
  recogniser.feed(second, 2000);
  expect(heard).toHaveBeenCalledOnce();
  expect(worker.got).toHaveLength(3);
});

test('where the person went counts, until the worker knows it', async () => {
  const { heard, ready, worker } = start();
  worker.answer({ kind: 'ready' });
  const recogniser = await ready;
  recogniser.moveTo(3);
  recogniser.moveTo(4);
  worker.answer({ kind: 'following', following: { row: 1, told: [] } });
  worker.answer({ kind: 'moved' });
  worker.answer({ kind: 'following', following: { row: 3, told: [] } });
  worker.answer({ kind: 'moved' });
  worker.answer({ kind: 'following', following: { row: 5, told: [] } });
  expect(heard.mock.calls.map(([{ row }]) => row)).toEqual([4, 4, 5]);
});

test('if it can’t start, it says why once, and takes samples without doing anything', async () => {
  const { trouble, ready, worker } = start();
  worker.answer({ kind: 'failed', text: 'The recogniser couldn’t read its mdef.' });
  worker.answer({ kind: 'failed', text: 'again' });
  const recogniser = await ready;
  expect(trouble.mock.calls).toEqual([
    ['Offbook couldn’t follow your voice: The recogniser couldn’t read its mdef. Everything else goes on.'],
  ]);
  recogniser.feed(second, 0);
  expect(worker.got).toHaveLength(1);
  expect(worker.isTerminated).toBe(true);
});

test.each([
  ['fails', { message: 'x is undefined' }, 'Offbook couldn’t follow your voice: x is undefined. '],
  ['can’t be loaded', {}, 'Offbook couldn’t follow your voice: a part of it can’t be loaded. '],
])('a worker whose script %s counts as trouble too', async (_what, event, words) => {
  const { trouble, ready, worker } = start();
  worker.dispatchEvent(Object.assign(new Event('error'), event));
  await ready;
  expect(trouble.mock.calls[0]?.[0]).toContain(words);
});

test('on a computer that is too slow, it stops, and says so', async () => {
  const { trouble, ready, worker } = start();
  worker.answer({ kind: 'ready' });
  const recogniser = await ready;
  for (let index = 0; index < 30; index += 1) {
    recogniser.feed(second, index * 1000);
    worker.answer({ kind: 'done', samples: second.length, tookMs: 900 });
  }
  expect(trouble).toHaveBeenCalledOnce();
  expect(trouble.mock.calls[0]?.[0]).toMatch(/^This computer is too slow/);
  expect(worker.isTerminated).toBe(true);
});

test('where a page’s policy asks for it, the address of the worker comes from one rule, whatever is asked for', async () => {
  const made: string[] = [];
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: { createScriptURL: (text: string) => string }) => {
      made.push(name);
      return { createScriptURL: () => rules.createScriptURL('https://example.com/other.js') };
    },
  });
  const addresses: unknown[] = [];
  vi.stubGlobal(
    'Worker',
    class extends FakeWorker {
      constructor(address: unknown) {
        super();
        addresses.push(address);
      }
    },
  );
  start();
  start();
  expect(made).toEqual(['offbook-worker']);
  expect(new Set(addresses).size).toBe(1);
  expect(String(addresses[0])).toContain('recogniser-worker');
});
