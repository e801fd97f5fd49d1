import { beforeEach, describe, expect, test } from 'vitest';
import { setUpMediaKeys, silentWav, type MediaWindow, type Sound } from '../../../src/renderer/shell/media-keys.ts';

/** A browser that lets a page play once the person has touched it. */
function browser() {
  const events = new EventTarget();
  const handlers = new Map<MediaSessionAction, MediaSessionActionHandler>();
  const mediaSession = {
    metadata: null,
    playbackState: 'none' as MediaSessionPlaybackState,
    setActionHandler: (action: MediaSessionAction, handler: MediaSessionActionHandler | null) =>
      void (handler === null ? handlers.delete(action) : handlers.set(action, handler)),
    setPositionState: () => undefined,
  };
  const userActivation = { hasBeenActive: false };
  const sound = {
    paused: true,
    plays: 0,
    play: async () => {
      await Promise.resolve();
      if (!userActivation.hasBeenActive) throw new Error('NotAllowedError');
      sound.plays += 1;
      sound.paused = false;
    },
    pause: () => {
      sound.paused = true;
    },
  };
  const done: string[] = [];
  const keys = setUpMediaKeys(
    Object.assign(events, { navigator: { mediaSession, userActivation } }) as unknown as MediaWindow,
    sound satisfies Sound,
    {
      start: () => done.push('start'),
      pause: () => done.push('pause'),
      next: () => done.push('next'),
      previous: () => done.push('previous'),
    },
  );
  return {
    keys,
    sound,
    mediaSession,
    done,
    actions: () => [...handlers.keys()],
    press: (action: MediaSessionAction) => handlers.get(action)?.({ action }),
    /** The person presses a key in the page. */
    touch: async () => {
      userActivation.hasBeenActive = true;
      events.dispatchEvent(new Event('keydown'));
      await settle();
    },
  };
}

/** Lets what was awaited go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

let page: ReturnType<typeof browser>;
beforeEach(() => {
  page = browser();
});

describe('the media keys', () => {
  test('wait for a first touch of the page, and play nothing before', async () => {
    page.keys.clockChanged(true);
    await settle();
    expect(page.sound.plays).toBe(0);
    await page.touch();
    expect(page.sound).toMatchObject({ plays: 1, paused: false });
  });

  test('follow the clock, so that the play key does the opposite next', async () => {
    await page.touch();
    expect([page.sound.paused, page.mediaSession.playbackState]).toEqual([true, 'paused']);
    page.keys.clockChanged(true);
    await settle();
    expect([page.sound.paused, page.mediaSession.playbackState]).toEqual([false, 'playing']);
    page.keys.clockChanged(false);
    expect([page.sound.paused, page.mediaSession.playbackState]).toEqual([true, 'paused']);
  });

  test('play once although no clock runs: only a page that has played gets them', async () => {
    await page.touch();
    expect(page.sound).toMatchObject({ plays: 1, paused: true });
    await page.touch();
    expect(page.sound.plays).toBe(1);
  });

  test('run what they are for', () => {
    for (const action of ['play', 'pause', 'stop', 'nexttrack', 'previoustrack'] as const) page.press(action);
    expect(page.done).toEqual(['start', 'pause', 'pause', 'next', 'previous']);
  });

  test('taken by a call, come back with the next key in the page, and the clock never noticed', async () => {
    await page.touch();
    page.keys.clockChanged(true);
    await settle();
    page.sound.pause();
    await settle();
    expect(page.done).toEqual([]);
    await page.touch();
    expect(page.sound).toMatchObject({ plays: 3, paused: false });
  });

  test('are given back when the setting is off', async () => {
    await page.touch();
    page.keys.clockChanged(true);
    await settle();
    page.keys.close();
    expect([page.sound.paused, page.mediaSession.playbackState, page.actions()]).toEqual([true, 'none', []]);
    await page.touch();
    expect(page.sound).toMatchObject({ plays: 2, paused: true });
  });

  test('given back while the sound is starting, it stops', async () => {
    await page.touch();
    page.keys.clockChanged(true);
    page.keys.close();
    await settle();
    expect([page.sound.paused, page.mediaSession.playbackState]).toEqual([true, 'none']);
  });
});

test('the sound is ten seconds of silence', () => {
  const wav = silentWav();
  const text = (from: number, to: number) => new TextDecoder().decode(wav.subarray(from, to));
  const view = new DataView(wav.buffer);
  expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
  expect(view.getUint32(4, true)).toBe(wav.length - 8);
  const [rate, bytes] = [view.getUint32(28, true), view.getUint32(40, true)];
  expect(bytes / rate).toBe(10);
  expect(wav.length).toBe(44 + bytes);
  // The middle of an unsigned byte, which moves no speaker.
  expect(new Set(wav.subarray(44))).toEqual(new Set([0x80]));
});
