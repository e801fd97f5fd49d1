import { describe, expect, test, vi } from 'vitest';
import type { HeardSound } from '../../../src/core/voice/ear.ts';
import type { EarListener } from '../../../src/renderer/voice/microphone-ear.ts';
import { openMicrophone, type MicrophoneState, type MicrophoneSystem } from '../../../src/renderer/voice/microphone.ts';

class FakeTrack extends EventTarget {
  readonly kind = 'audio';
  readonly label: string;
  muted = false;
  isStopped = false;
  constructor(label: string) {
    super();
    this.label = label;
  }
  stop(): void {
    this.isStopped = true;
  }
  getSettings(): object {
    return { latency: 0.01 };
  }
  setMuted(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }
}

class FakePermission extends EventTarget {
  state: PermissionState = 'granted';
  become(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** A computer with microphones that a test plugs in, and a person who may refuse. */
class FakeComputer extends EventTarget implements MicrophoneSystem {
  readonly devices = this as unknown as MediaDevices;
  readonly asked: (MediaTrackConstraints | undefined)[] = [];
  readonly tracks: FakeTrack[] = [];
  readonly ears: (EarListener & { isClosed: boolean })[] = [];
  readonly timers: (() => void)[] = [];
  microphones = [{ kind: 'audioinput', deviceId: 'a', label: 'Headset' }];
  permissionState: FakePermission | null = new FakePermission();
  /** The name of the error that opening a microphone throws. */
  refusal: string | null = null;
  earFails = false;
  isDesktop = false;

  getUserMedia({ audio }: MediaStreamConstraints): Promise<MediaStream> {
    const wanted = audio as MediaTrackConstraints;
    this.asked.push(wanted);
    const exact = (wanted.deviceId as { exact: string } | undefined)?.exact;
    const device = this.microphones.find(({ deviceId }) => exact === undefined || deviceId === exact);
    const name = this.refusal ?? (device === undefined ? 'NotFoundError' : null);
    if (name !== null) return Promise.reject(new DOMException('as the browser says it', name));
    const track = new FakeTrack(device?.label ?? '');
    this.tracks.push(track);
    return Promise.resolve({ getTracks: () => [track], getAudioTracks: () => [track] } as unknown as MediaStream);
  }
  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return Promise.resolve(this.microphones as MediaDeviceInfo[]);
  }
  permission(): Promise<FakePermission | null> {
    return Promise.resolve(this.permissionState);
  }
  listenTo(_stream: MediaStream, listener: EarListener): Promise<{ close: () => void }> {
    if (this.earFails) return Promise.reject(new Error('no audio thread'));
    const ear = { ...listener, isClosed: false };
    this.ears.push(ear);
    return Promise.resolve({ close: () => void (ear.isClosed = true) });
  }
  after(_delayMs: number, callback: () => void): () => void {
    this.timers.push(callback);
    return () => void this.timers.splice(this.timers.indexOf(callback), 1);
  }
  plugIn(...labels: string[]): void {
    this.microphones = labels.map((label) => ({ kind: 'audioinput', deviceId: label, label }));
    this.dispatchEvent(new Event('devicechange'));
  }
  unplug(): void {
    this.plugIn();
    this.tracks.at(-1)?.dispatchEvent(new Event('ended'));
  }
}

interface Opened {
  computer: FakeComputer;
  microphone: ReturnType<typeof openMicrophone>;
  states: MicrophoneState[];
}

async function open(set: Partial<FakeComputer> = {}, deviceId: string | null = null, nowMs = () => 0): Promise<Opened> {
  const computer = Object.assign(new FakeComputer(), set);
  const microphone = openMicrophone({ deviceId, nowMs }, computer);
  const states = [microphone.state()];
  microphone.on({ state: (state) => states.push(state) });
  await settled();
  return { computer, microphone, states };
}

/** Everything that waits for a promise has gone on. */
async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
}

const on = { kind: 'on', label: 'Headset' };

test('opens the system’s microphone as it is, without what browsers do for calls', async () => {
  const { computer, microphone, states } = await open();
  expect(states).toEqual([{ kind: 'starting' }, on]);
  expect(microphone.stream()).not.toBeNull();
  expect(computer.asked).toEqual([
    { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  ]);
});

test('closing stops the device, tells an end of speech, and nothing opens it again', async () => {
  const { computer, microphone, states } = await open();
  const speech = vi.fn<(isSpeaking: boolean, atMs: number) => void>();
  microphone.on({ speech });
  computer.ears[0]?.heard({ ...nothing, turns: [{ isSpeaking: true, atMs: 10 }] });
  microphone.close();
  microphone.close();
  expect(speech.mock.calls.map(([isSpeaking]) => isSpeaking)).toEqual([true, false]);
  expect(computer.tracks.every(({ isStopped }) => isStopped)).toBe(true);
  expect(computer.ears.every(({ isClosed }) => isClosed)).toBe(true);
  expect(microphone.stream()).toBeNull();
  expect(states.at(-1)).toEqual({ kind: 'off' });
  computer.plugIn('Headset');
  computer.permissionState?.become('granted');
  await settled();
  expect(computer.asked).toHaveLength(1);
});

test('closing while the person is still asked stops what they allow afterwards', async () => {
  const computer = new FakeComputer();
  const microphone = openMicrophone({ deviceId: null, nowMs: () => 0 }, computer);
  microphone.close();
  await settled();
  expect(computer.tracks.map(({ isStopped }) => isStopped)).toEqual([true]);
  expect(microphone.state()).toEqual({ kind: 'off' });
});

describe('trouble is a state with a whole sentence', () => {
  test.each([
    ['NotAllowedError', 'refused', /Allow it in the browser/],
    ['SecurityError', 'refused', /Allow it in the browser/],
    ['NotFoundError', 'none', /No microphone is connected/],
    ['NotReadableError', 'busy', /Another program/],
    ['AbortError', 'failed', /as the browser says it/],
  ] as const)('%s: %s', async (refusal, why, text) => {
    const { microphone } = await open({ refusal });
    expect(microphone.state()).toMatchObject({ kind: 'trouble', why, text: expect.stringMatching(text) as string });
    expect(microphone.state()).toMatchObject({ text: expect.stringMatching(/^[A-Z].*\.$/u) as string });
    expect(microphone.stream()).toBeNull();
  });

  test('refused in the desktop app: the system’s settings, not the browser’s', async () => {
    const { microphone } = await open({ refusal: 'NotAllowedError', isDesktop: true });
    expect(microphone.state()).toMatchObject({
      text: expect.stringContaining('the system’s privacy settings') as string,
    });
    expect(JSON.stringify(microphone.state())).not.toContain('browser');
  });

  test('a page without microphones', async () => {
    const { states } = await open({ devices: null } as never);
    expect(states).toMatchObject([{ kind: 'trouble', why: 'failed' }]);
  });

  test('a browser without an audio thread: the device is stopped', async () => {
    const { computer, microphone } = await open({ earFails: true });
    expect(microphone.state()).toMatchObject({
      why: 'failed',
      text: expect.stringContaining('no audio thread') as string,
    });
    expect(computer.tracks[0]?.isStopped).toBe(true);
  });
});

describe('what comes back is opened again', () => {
  test('unplugged and plugged in', async () => {
    const { computer, microphone, states } = await open();
    computer.unplug();
    await settled();
    expect(microphone.state()).toMatchObject({ kind: 'trouble', why: 'lost' });
    expect(computer.ears[0]?.isClosed).toBe(true);
    computer.plugIn('Headset');
    await settled();
    expect(states.slice(-2)).toEqual([{ kind: 'starting' }, on]);
    expect(microphone.stream()).not.toBeNull();
  });

  test('the system’s microphone is another one now', async () => {
    const { computer, states } = await open();
    computer.microphones = [{ kind: 'audioinput', deviceId: 'b', label: 'Built in' }];
    computer.tracks[0]?.dispatchEvent(new Event('ended'));
    await settled();
    expect(states.slice(-3)).toMatchObject([{ why: 'lost' }, { kind: 'starting' }, { kind: 'on', label: 'Built in' }]);
  });

  test('a chosen one is waited for; no other takes its place', async () => {
    const { computer, microphone, states } = await open({}, 'Good one');
    expect(microphone.state()).toMatchObject({
      why: 'none',
      text: expect.stringContaining('chosen in the settings') as string,
    });
    computer.plugIn('Headset');
    await settled();
    expect(computer.asked).toHaveLength(1);
    computer.plugIn('Headset', 'Good one');
    await settled();
    expect(states.at(-1)).toEqual({ kind: 'on', label: 'Good one' });
  });

  test('another program has let go of it', async () => {
    const { computer, states } = await open({ refusal: 'NotReadableError' });
    expect(computer.timers).toHaveLength(1);
    computer.timers[0]?.();
    await settled();
    expect(states.slice(1).every((state) => state.kind === 'trouble' && state.why === 'busy')).toBe(true);
    computer.refusal = null;
    computer.timers.at(-1)?.();
    await settled();
    expect(states.at(-1)).toEqual(on);
  });

  test('allowed after all; but who said no isn’t asked again', async () => {
    const { computer, microphone, states } = await open({ refusal: 'NotAllowedError' });
    computer.refusal = null;
    computer.permissionState!.state = 'prompt';
    computer.plugIn('Headset');
    await settled();
    expect(computer.asked).toHaveLength(1);
    expect(microphone.state()).toMatchObject({ why: 'refused' });
    computer.permissionState!.become('granted');
    await settled();
    expect(states.at(-1)).toEqual(on);
  });
});

test('where nobody says what is allowed, one that comes back is opened, and a no stays a no', async () => {
  const { computer, states } = await open({ permissionState: null });
  computer.unplug();
  await settled();
  expect(states.at(-1)).toMatchObject({ why: 'lost' });
  computer.refusal = 'NotAllowedError';
  computer.plugIn('Headset');
  await settled();
  expect(states.at(-1)).toMatchObject({ why: 'refused' });
  computer.plugIn('Headset', 'Another');
  await settled();
  expect(computer.asked).toHaveLength(2);
});

test('permission taken away in mid-run', async () => {
  const { computer, microphone } = await open();
  computer.permissionState!.become('denied');
  await settled();
  expect(microphone.state()).toMatchObject({ why: 'refused' });
  expect(computer.tracks[0]?.isStopped).toBe(true);
  // The order in which a browser says so may be the other one.
  const other = await open();
  other.computer.permissionState!.state = 'denied';
  other.computer.tracks[0]?.dispatchEvent(new Event('ended'));
  await settled();
  expect(other.microphone.state()).toMatchObject({ why: 'refused' });
});

test('muted by the system, and not any more', async () => {
  const { computer, microphone, states } = await open();
  computer.tracks[0]?.setMuted(true);
  expect(microphone.state()).toMatchObject({ why: 'lost', text: expect.stringContaining('muted') as string });
  computer.tracks[0]?.setMuted(false);
  expect(states.at(-1)).toEqual(on);
  expect(computer.asked).toHaveLength(1);
});

test('a browser that waits for a click says so', async () => {
  const { computer, states } = await open();
  computer.ears[0]?.running(false);
  expect(states.at(-1)).toMatchObject({ kind: 'trouble', text: expect.stringContaining('Click') as string });
  computer.ears[0]?.running(true);
  expect(states.at(-1)).toEqual(on);
});

const nothing: HeardSound = {
  samples: new Float32Array(800),
  samplesMs: 0,
  endMs: 60,
  peak: 0,
  turns: [],
  syllablesMs: [],
};

test('what is heard has the time at which it was made, also where the page is late', async () => {
  let nowMs = 5000;
  const { computer, microphone } = await open({}, null, () => nowMs);
  const heard: unknown[] = [];
  microphone.on({
    speech: (isSpeaking, atMs) => heard.push([isSpeaking ? 'speech' : 'silence', atMs]),
    syllable: (atMs) => heard.push(['syllable', atMs]),
    samples: (samples, atMs) => heard.push([samples.length, atMs]),
    level: (peak) => heard.push(['level', peak]),
  });
  const ear = computer.ears[0];
  ear?.heard({ ...nothing, samplesMs: 10, peak: 0.5, turns: [{ isSpeaking: true, atMs: 20 }], syllablesMs: [40] });
  // The device is 10 ms late, so zero is at 5000 − 60 − 10.
  expect(heard).toEqual([
    ['level', 0.5],
    ['speech', 4950],
    ['syllable', 4970],
    [800, 4940],
  ]);
  nowMs = 5400;
  ear?.heard({ ...nothing, samplesMs: 60, endMs: 110, turns: [{ isSpeaking: false, atMs: 70 }] });
  expect(heard.slice(4)).toEqual([
    ['level', 0],
    ['silence', 5000],
    [800, 4990],
  ]);
});

test('a listener that has left hears nothing, nor does one hear what an earlier device still sends', async () => {
  const { computer, microphone } = await open();
  const level = vi.fn<(peak: number) => void>();
  const leave = microphone.on({ level });
  computer.ears[0]?.heard(nothing);
  expect(level).toHaveBeenCalledTimes(1);
  computer.unplug();
  await settled();
  computer.ears[0]?.heard(nothing);
  computer.plugIn('Headset');
  await settled();
  leave();
  computer.ears[1]?.heard(nothing);
  expect(level).toHaveBeenCalledTimes(1);
});
