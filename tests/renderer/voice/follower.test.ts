import { expect, test } from 'vitest';
import { setUpFollower } from '../../../src/renderer/voice/follower.ts';
import type { Recogniser, RecogniserOptions } from '../../../src/renderer/voice/recogniser.ts';
import { storyOf } from '../../services/story-builder.ts';

const english = storyOf('lock', ['We walked the quay with the wardens', 'and then the lock was open by noon']);
const german = storyOf('Schleuse', ['Wir sind mit den Aufsehern den Kai entlang gegangen', 'und dann war sie offen']);
const told = ({ id, outline, answer }: typeof english) => ({ id, outline: outline.sections, answer });

function following() {
  const said: string[] = [];
  let trouble: string | null = null;
  const starts: { options: RecogniserOptions; ready: (recogniser: Recogniser) => void }[] = [];
  const follower = setUpFollower({
    start: (options) => new Promise((ready) => starts.push({ options, ready })),
    otherStories: () => Promise.resolve(['Something else entirely.']),
    reached: (row) => void said.push(`reached ${row}`),
    told: (rows) => void said.push(rows === null ? 'unknown' : `told ${rows.length}`),
    trouble: (text) => {
      if (text !== trouble) said.push(text ?? 'no trouble');
      trouble = text;
    },
  });
  const recogniser = (name: string): Recogniser => ({
    feed: (_samples, atMs) => void said.push(`${name} hears ${atMs}`),
    moveTo: (row) => void said.push(`${name} at ${row}`),
    close: () => void said.push(`${name} closed`),
  });
  return { follower, said, starts, recogniser };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const sound = new Float32Array(800);

test('it hears later what somebody says while it loads, and then goes on', async () => {
  const { follower, said, starts, recogniser } = following();
  follower.follow(told(english));
  follower.feed(sound, 50);
  await settled();
  expect(starts[0]?.options).toMatchObject({ language: 'en', otherStories: ['Something else entirely.'] });
  follower.feed(sound, 100);
  starts[0]?.ready(recogniser('a'));
  await settled();
  follower.feed(sound, 150);
  expect(said).toEqual(['told 0', 'a hears 50', 'a hears 100', 'a hears 150']);
  starts[0]?.options.heard({ row: 1, told: [{ id: 'x', atMs: 1, words: [] }] });
  starts[0]?.options.heard({ row: 1, told: [] });
  expect(said.slice(4)).toEqual(['told 1', 'reached 1', 'told 0']);
});

test('a row that the person went to is known to it, even before it is ready', async () => {
  const { follower, said, starts, recogniser } = following();
  follower.follow(told(english));
  await settled();
  follower.movedByHand(1);
  starts[0]?.ready(recogniser('a'));
  await settled();
  follower.movedByHand(0);
  expect(said).toEqual(['told 0', 'a at 1', 'a at 0']);
});

test('a story that was left counts no more, also while its recogniser loads', async () => {
  const { follower, said, starts, recogniser } = following();
  const other = told(english);
  follower.follow(told(german));
  expect(said).toEqual([expect.stringContaining('English and French')]);
  follower.follow(other);
  expect(said.splice(1)).toEqual(['no trouble']);
  await settled();
  follower.follow(null);
  starts[0]?.ready(recogniser('a'));
  await settled();
  expect(said.slice(1)).toEqual(['a closed']);
  starts[0]?.options.heard({ row: 1, told: [] });
  expect(said).toHaveLength(2);
});

test('a recogniser that fails leaves unknown what was told', async () => {
  const { follower, said, starts, recogniser } = following();
  follower.follow(told(english));
  await settled();
  starts[0]?.options.trouble('Too slow.');
  starts[0]?.ready(recogniser('a'));
  await settled();
  expect(said).toEqual(['unknown', 'Too slow.', 'a closed']);
});

test('the same story goes on', async () => {
  const { follower, starts } = following();
  follower.follow(told(english));
  follower.follow(told(english));
  await settled();
  expect(starts).toHaveLength(1);
});
