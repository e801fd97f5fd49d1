import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/core/contract/contract.ts';
import { setUpUpload } from '../../../src/renderer/voice/upload.ts';

type Answer = Result<string | null>;
const lost: Answer = { ok: false, error: 'gone' };
const recorded = { id: 'one', startMs: 0, durationMs: 1000, peaks: [] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** More than any microtask that these tests wait for. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

const taken: Answer = { ok: true, value: null };

/** An upload to a program that takes everything, unless the test says otherwise. */
function uploading(first = taken) {
  const calls: [string, number, string][] = [];
  const told: string[] = [];
  let answer = first;
  let again: (() => void) | null = null;
  const called = (name: string, from: number, data: string): Promise<Answer> => {
    calls.push([name, from, data]);
    return Promise.resolve(answer);
  };
  const upload = setUpUpload({
    id: 'one',
    storyId: 'a',
    bridge: {
      startRecording: ({ storyId }) => called('start', 0, storyId),
      appendRecording: ({ fromByte, data }) => called('append', fromByte, atob(data)),
      finishRecording: ({ recorded: facts }) => called('finish', 0, facts.id),
      deleteRecording: async ({ id }) => {
        const { ok } = await called('delete', 0, id);
        return ok ? { ok, value: null } : { ok, error: 'gone' };
      },
    },
    after: (_, callback) => {
      again = callback;
      return () => undefined;
    },
    over: (text) => told.push(text),
  });
  return {
    upload,
    calls,
    told,
    answers: (given: Answer) => (answer = given),
    tryAgain: async () => {
      again?.();
      await settled();
    },
    sound: () => calls.flatMap(([name, , data]) => (name === 'append' ? [data] : [])).join(''),
  };
}

test('slices go one after the other, each from the byte where the last ended', async () => {
  const { upload, calls } = uploading();
  upload.add(bytes('abc'));
  await settled();
  upload.add(bytes('de'));
  await upload.finish(recorded);
  expect(calls).toEqual([
    ['start', 0, 'a'],
    ['append', 0, 'abc'],
    ['append', 3, 'de'],
    ['finish', 0, 'one'],
  ]);
  expect(upload.sentBytes()).toBe(5);
});

test('what comes while a call is under way goes with the next one, up to what one call takes', async () => {
  const { upload, calls, sound } = uploading();
  const long = 'x'.repeat(200_000);
  for (const slice of [long, long, long]) upload.add(bytes(slice));
  await upload.finish(recorded);
  expect(calls.map(([, from]) => from)).toEqual([0, 0, 262_144, 524_288, 0]);
  expect(sound()).toBe(long + long + long);
});

describe('while the program can’t be reached', () => {
  test('slices wait, and are sent again when it is back', async () => {
    const { upload, calls, answers, tryAgain, told } = uploading();
    upload.add(bytes('abc'));
    await settled();
    answers(lost);
    upload.add(bytes('de'));
    await settled();
    upload.add(bytes('f'));
    await tryAgain();
    answers(taken);
    await tryAgain();
    await upload.finish(recorded);
    expect(calls.filter(([name]) => name === 'append').at(-1)).toEqual(['append', 3, 'def']);
    expect(upload.sentBytes()).toBe(6);
    expect(told).toEqual([]);
  });

  test('even a recording that couldn’t begin begins later', async () => {
    const { upload, calls, answers, tryAgain } = uploading();
    answers(lost);
    upload.add(bytes('abc'));
    await settled();
    answers(taken);
    await tryAgain();
    expect(calls.at(-1)).toEqual(['append', 0, 'abc']);
  });

  test('for very long, the recording stops with one sentence, and what waits is sent when it is back', async () => {
    const { upload, answers, tryAgain, told } = uploading();
    await settled();
    answers(lost);
    for (let minute = 0; minute < 30; minute += 1) upload.add(new Uint8Array(180_000));
    expect(told).toEqual(['Offbook couldn’t be reached for so long that the recording stopped. The run goes on.']);
    await settled();
    answers(taken);
    await tryAgain();
    await upload.finish(recorded);
    expect(upload.sentBytes()).toBe(23 * 180_000);
    expect(told).toHaveLength(1);
  });
});

test('once the program refuses, nothing more is sent, and the person hears of it once', async () => {
  const { upload, calls, answers, told } = uploading();
  upload.add(bytes('abc'));
  await settled();
  answers({ ok: true, value: 'The disk is full.' });
  upload.add(bytes('de'));
  await settled();
  upload.add(bytes('fg'));
  await upload.finish(recorded);
  expect(told).toEqual(['The disk is full.']);
  expect(calls.map(([name]) => name)).toEqual(['start', 'append', 'append']);
  expect(upload.sentBytes()).toBe(3);
});

const answers: Answer[] = [taken, { ok: true, value: 'Somebody deleted it.' }, lost];
test.each(answers)('discarded while a call is under way, only the deletion follows its answer %j', async (given) => {
  const { upload, calls, answers: answer, told, tryAgain } = uploading(given);
  upload.add(bytes('abc'));
  answer(taken);
  upload.discard();
  await settled();
  upload.add(bytes('de'));
  await tryAgain();
  await upload.finish(recorded);
  expect(calls.map(([name]) => name)).toEqual(['start', 'delete']);
  expect(told).toEqual([]);
});

test('discarded while the program can’t be reached, it is deleted once that is back', async () => {
  const { upload, calls, answers: answer, tryAgain } = uploading();
  upload.add(bytes('abc'));
  await settled();
  answer(lost);
  upload.discard();
  await settled();
  await tryAgain();
  answer(taken);
  await tryAgain();
  expect(calls.map(([name]) => name)).toEqual(['start', 'append', 'delete', 'delete', 'delete']);
});
