import { expect, test } from 'vitest';
import { startRecording } from '../../../src/renderer/voice/recorder.ts';

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

/** The browser’s recorder as far as Offbook uses it. The test says when it has sound, or stops. */
function fakeRecorder() {
  const target = new EventTarget();
  const recorder = Object.assign(target, {
    state: 'inactive',
    start: () => {
      recorder.state = 'recording';
    },
    pause: () => {
      recorder.state = 'paused';
    },
    resume: () => {
      recorder.state = 'recording';
    },
    requestData: () => recorder.give('p'),
    stop: () => {
      recorder.state = 'inactive';
      recorder.give('s');
      target.dispatchEvent(new Event('stop'));
    },
    give: (text: string) => {
      const data = { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) };
      target.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
    },
  });
  return recorder;
}

function recording({ supported = true, refused = null as string | null } = {}) {
  const recorder = fakeRecorder();
  const said: string[] = [];
  const told: string[] = [];
  let now = 1000;
  let level: (peak: number, agoMs: number) => void = () => undefined;
  const answer = () => Promise.resolve({ ok: true, value: refused } as const);
  const running = startRecording(
    {
      stream: {} as MediaStream,
      storyId: 'a',
      bridge: {
        startRecording: () => Promise.resolve({ ok: true, value: null }),
        appendRecording: ({ data }) => {
          said.push(atob(data));
          return answer();
        },
        finishRecording: ({ recorded: { durationMs } }) => {
          said.push(`finish ${durationMs}`);
          return answer();
        },
        deleteRecording: () => {
          said.push('delete');
          return Promise.resolve({ ok: true, value: null });
        },
      },
      onLevel: (listener) => {
        level = listener;
        return () => void (level = () => undefined);
      },
      trouble: (text) => told.push(text),
    },
    {
      nowMs: () => now,
      after: () => () => undefined,
      newId: () => 'one',
      recorderOf: () => (supported ? (recorder as unknown as MediaRecorder) : null),
    },
  );
  const hear = (peak: number, agoMs = 0): void => level(peak, agoMs);
  return { running, recorder, said, told, pass: (ms: number) => (now += ms), hear };
}

test('what is recorded has its length without pauses, where the answer starts, and how loud it was', async () => {
  const { running, recorder, pass, hear, said } = recording();
  pass(500);
  running.mark(200);
  // A busy page hears of the start late.
  recorder.dispatchEvent(new Event('start'));
  hear(1);
  recorder.give('abc');
  await settled();
  pass(500);
  running.pause();
  pass(60_000);
  hear(1);
  expect(running.recorded()).toMatchObject({ id: 'one', startMs: 300, durationMs: 1000 });
  running.resume();
  pass(250);
  hear(0.1);
  expect(await running.stop()).toEqual({
    id: 'one',
    startMs: 300,
    durationMs: 1250,
    peaks: [0, 0, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0, 60],
  });
  expect(said).toEqual(['abc', 'p', 's', 'finish 1250']);
});

test('a busy page hears of levels late and all at once, and draws each where it was', async () => {
  const { running, recorder, pass, hear } = recording();
  recorder.give('abc');
  pass(350);
  for (const agoMs of [450, 250, 150, 50]) hear(1, agoMs);
  await settled();
  expect(running.recorded()?.peaks).toEqual([0, 100, 100, 100]);
});

test('a recording can begin after the answer did', async () => {
  const { running, recorder, pass } = recording();
  recorder.give('abc');
  pass(300);
  running.mark(1700);
  await settled();
  expect(running.recorded()?.startMs).toBe(-1400);
});

test('a microphone that is gone ends the recording, and what there is stays', async () => {
  const { running, recorder, pass, said, told } = recording();
  pass(2000);
  recorder.give('abc');
  recorder.stop();
  await settled();
  expect(told).toEqual(['The microphone was gone, so the recording ends there. The run goes on.']);
  expect(said.join(' ')).toBe('abc s finish 2000');
  pass(9000);
  expect((await running.stop())?.durationMs).toBe(2000);
});

test('stopping twice is stopping once; a run without a sound has no recording', async () => {
  const { running, recorder, said, told } = recording();
  recorder.give = () => undefined;
  expect(await Promise.all([running.stop(), running.stop()])).toEqual([null, null]);
  expect([said, told]).toEqual([[], []]);
});

test('the program’s refusal stops the recorder, and the person reads why', async () => {
  const { running, recorder, told } = recording({ refused: 'The disk is full.' });
  recorder.give('abc');
  await settled();
  expect(recorder.state).toBe('inactive');
  expect(told).toEqual(['The disk is full.']);
  // The program never took a byte.
  expect(await running.stop()).toBeNull();
});

test.each([false, true])(
  'discarded, whether it ended before (%s), it is deleted and sends nothing more',
  async (isEnded) => {
    const { running, recorder, said, told } = recording();
    recorder.give('abc');
    await settled();
    if (isEnded) await running.stop();
    running.discard();
    // In the same turn: a page that closes has no other.
    expect([recorder.state, said.at(-1)]).toEqual(['inactive', 'delete']);
    const before = said.length;
    await running.stop();
    await settled();
    expect([said.length, told]).toEqual([before, []]);
  },
);

test('a browser without a recorder says so, and the run goes on without', async () => {
  const { running, told } = recording({ supported: false });
  running.mark(0);
  running.pause();
  running.resume();
  expect(told).toEqual([expect.stringContaining('can’t record sound')]);
  expect([running.recorded(), await running.stop()]).toEqual([null, null]);
});
