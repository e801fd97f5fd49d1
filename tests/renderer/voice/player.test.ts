import { expect, test } from 'vitest';
import { setUpPlayer } from '../../../src/renderer/voice/player.ts';

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** The browser’s player, as far as Offbook uses it; the test says what becomes of the sound. */
function playing({ isCounted = true, ok = true } = {}) {
  const asked: string[] = [];
  const did: string[] = [];
  let atSeconds = 0;
  const sound = Object.assign(new EventTarget(), {
    src: '',
    duration: Infinity,
    paused: true,
    ended: false,
    load: () => void did.push(`load ${sound.src}`),
    pause: () => void did.push('pause'),
    play: () => {
      did.push('play');
      return Promise.resolve();
    },
    currentTime: 0,
  });
  Object.defineProperty(sound, 'currentTime', {
    get: () => atSeconds,
    set: (seconds: number) => {
      atSeconds = seconds;
      did.push(`to ${seconds}`);
    },
  });
  const say = (name: string): void => void sound.dispatchEvent(new Event(name));
  const player = setUpPlayer({
    sound,
    isCounted,
    address: () => {
      asked.push('address');
      const value = `/recordings/one?proof=${asked.length}`;
      return Promise.resolve(ok ? { ok, value } : { ok: false, error: 'Offbook can’t be reached.' });
    },
    changed: () => undefined,
  });
  return { player, sound, did, say, at: (seconds: number) => void (atSeconds = seconds) };
}

test('loads nothing before it is played; then begins where it was asked to', async () => {
  const { player, did, say } = playing();
  player.moveTo(12_000);
  expect(did).toEqual([]);
  expect(player.state()).toEqual({
    isPlaying: false,
    positionMs: 12_000,
    isAtEnd: false,
    measuredMs: null,
    error: null,
  });
  player.play();
  player.play(24_500);
  await settled();
  expect(did).toEqual(['load /recordings/one?proof=1']);
  say('loadedmetadata');
  expect(did.slice(1)).toEqual(['to 24.5', 'play']);
  expect(player.state()).toMatchObject({ isPlaying: true, positionMs: 24_500 });
});

test('a recording whose length nobody counted is measured first, and then begins at its start', async () => {
  const { player, did, say, sound } = playing({ isCounted: false });
  player.play();
  await settled();
  say('loadedmetadata');
  say('timeupdate');
  expect(did.slice(1)).toEqual(['to 10000000']);
  expect(player.state().positionMs).toBe(0);
  sound.duration = 20.25;
  say('durationchange');
  expect(did.slice(2)).toEqual(['to 0', 'play']);
  expect(player.state()).toMatchObject({ measuredMs: 20_250, positionMs: 0, isPlaying: true });
});

test('at its end it stops, and begins again from the start', async () => {
  const { player, did, say, sound, at } = playing();
  player.play();
  await settled();
  say('loadedmetadata');
  at(60);
  sound.ended = true;
  say('ended');
  expect(player.state()).toMatchObject({ isPlaying: false, positionMs: 60_000, isAtEnd: true });
  did.length = 0;
  player.play();
  expect(did).toEqual(['to 0', 'play']);
});

test('an address that no longer works is asked for again, and playing goes on from there; once', async () => {
  const { player, did, say, at } = playing();
  player.play();
  await settled();
  say('loadedmetadata');
  say('playing');
  at(9);
  did.length = 0;
  say('error');
  await settled();
  say('loadedmetadata');
  expect(did).toEqual(['load /recordings/one?proof=2', 'to 9', 'play']);
  say('error');
  expect(player.state()).toMatchObject({
    isPlaying: false,
    error: 'This recording can’t be played. Maybe it was deleted.',
  });
  // The person may try again.
  player.play();
  await settled();
  expect(did.at(-1)).toBe('load /recordings/one?proof=3');
  expect(player.state().error).toBeNull();
});

test('without the program it says so', async () => {
  const { player } = playing({ ok: false });
  player.play();
  await settled();
  expect(player.state()).toMatchObject({ isPlaying: false, error: 'Offbook can’t be reached.' });
});

test('closed, it is silent, whatever comes later', async () => {
  const { player, did, say } = playing();
  player.play();
  player.close();
  await settled();
  say('loadedmetadata');
  expect(did).toEqual(['pause']);
});
