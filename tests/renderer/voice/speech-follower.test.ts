import { expect, test } from 'vitest';
import type { Segment } from '../../../src/core/voice/evidence.ts';
import type { Hypothesis } from '../../../src/core/voice/following.ts';
import type { Script } from '../../../src/core/voice/script.ts';
import { soundRate } from '../../../src/core/voice/sound.ts';
import { createSpeechFollower } from '../../../src/renderer/voice/speech-follower.ts';

const script: Script = {
  rows: ['first', 'second'],
  positions: [
    { word: 'kettle', shown: 'kettle', row: 0, worth: 1 },
    { word: 'copper', shown: 'copper', row: 1, worth: 1 },
    { word: 'lid', shown: 'lid', row: 1, worth: 1 },
  ],
  worths: [1, 2],
  background: new Map([['well', 1]]),
  pronunciations: new Map([['kettle', ['K']]]),
};

/** An engine that hears what the test says, with what it was asked to do. */
function setUp() {
  const calls: string[] = [];
  const heard = { segments: [] as Segment[] };
  const seen: Hypothesis[] = [];
  const follower = createSpeechFollower(
    {
      setGrammar: ({ words }) => calls.push(`grammar of ${words.length}`),
      start: () => calls.push('start'),
      process: () => {},
      segments: () => heard.segments,
      stop: () => calls.push('stop'),
      close: () => calls.push('close'),
    },
    script,
    (hypothesis) => seen.push(hypothesis),
  );
  const piece = new Float32Array(soundRate / 10);
  /** Feeds 100 ms at a time. */
  const feed = (fromMs: number, toMs: number) => {
    for (let atMs = fromMs; atMs < toMs; atMs += 100) follower.feed(piece, atMs);
  };
  /** Feeds until it has looked, and gives what it saw. */
  const look = (fromMs: number) =>
    [0, 100, 200].map((ms) => follower.feed(piece, fromMs + ms)).find((found) => found !== null);
  return { calls, heard, seen, follower, feed, look };
}
const silence = (start: number, end: number): Segment => ({ word: '<sil>', start, end });

test('it looks three times a second, on the clock of the samples', () => {
  const { feed, seen, calls } = setUp();
  feed(5000, 6000);
  expect(calls).toEqual(['grammar of 4', 'start']);
  expect(seen.map(({ nowMs, startMs }) => [nowMs, startMs])).toEqual([
    [5300, 5000],
    [5600, 5000],
    [5900, 5000],
  ]);
});

test('a pause of the speaker ends a stretch, but not a short one; so do forty seconds without any', () => {
  const { feed, heard, calls, seen } = setUp();
  heard.segments = [{ word: 'well', start: 0, end: 40 }, silence(41, 90)];
  feed(0, 3600);
  expect(calls).not.toContain('stop');
  feed(3600, 4400);
  expect(calls).toEqual(['grammar of 4', 'start', 'stop', 'start']);
  expect(seen.filter(({ isFinal }) => isFinal)).toHaveLength(1);
  heard.segments = [{ word: 'well', start: 0, end: 40 }];
  feed(4400, 44_000);
  expect(calls.filter((call) => call === 'stop')).toHaveLength(1);
  feed(44_000, 46_000);
  expect(calls.filter((call) => call === 'stop')).toHaveLength(2);
});

test('after a gap in the samples it starts again, at their new time', () => {
  const { feed, calls, seen } = setUp();
  feed(0, 1000);
  feed(9000, 9400);
  expect(calls).toEqual(['grammar of 4', 'start', 'stop', 'start']);
  expect(seen.at(-1)).toMatchObject({ startMs: 9000 });
});

test('what it hears moves the cursor and ticks rows; what was heard before the person moved doesn’t', () => {
  const { feed, heard, follower, look } = setUp();
  heard.segments = [
    { word: 'copper@1', start: 10, end: 30 },
    { word: 'lid@2', start: 31, end: 50 },
  ];
  feed(0, 600);
  const following = look(600);
  expect(following?.cursor.row).toBe(1);
  expect(following?.ticks.told).toEqual([{ id: 'second', atMs: 510, words: ['copper', 'lid'] }]);
  follower.moveTo(0);
  feed(900, 2000);
  expect(look(2000)?.cursor.row).toBe(0);
  // The same path, later: its words are from before the move.
  feed(2300, 9000);
  expect(look(9000)?.cursor.row).toBe(0);
});

test('a move while the microphone is paused holds from when it goes on', () => {
  const { feed, heard, follower, look } = setUp();
  feed(0, 1000);
  follower.moveTo(0);
  heard.segments = [
    { word: 'copper@1', start: 10, end: 30 },
    { word: 'lid@2', start: 31, end: 50 },
  ];
  feed(100_000, 104_000);
  expect(look(104_000)?.cursor.row).toBe(0);
});
