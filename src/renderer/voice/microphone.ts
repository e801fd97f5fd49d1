import type { HeardSound } from '../../core/voice/ear.ts';
import { soundClock } from '../../core/voice/sound-clock.ts';
import { pageTimer, type PageTimer } from '../client/timer.ts';
import { type EarListener, listenTo } from './microphone-ear.ts';
import { refusal, type Trouble, troubles } from './microphone-troubles.ts';

export type MicrophoneState =
  | { kind: 'off' }
  | { kind: 'starting' }
  /** `label` is the system’s name for it. */
  | { kind: 'on'; label: string }
  | Trouble;

/** Times are in ms on the clock of `nowMs`: when the sound was made, not when it was heard of. */
export interface MicrophoneListener {
  state?: (state: MicrophoneState) => void;
  /** An end is known a quarter of a second later. */
  speech?: (isSpeaking: boolean, atMs: number) => void;
  syllable?: (atMs: number) => void;
  /** 16 kHz mono, in order, with less noise; `atMs` is of the first sample. All listeners get the same array. */
  samples?: (samples: Float32Array, atMs: number) => void;
  /** The loudest sample of 50 ms, 0 to 1, and how long ago they ended: a busy page hears of them late. */
  level?: (peak: number, agoMs: number) => void;
}

export interface Microphone {
  state: () => MicrophoneState;
  /** Returns what stops it. */
  on: (listener: MicrophoneListener) => () => void;
  /** For a recorder; null unless the microphone is on. A microphone that comes back has another one. */
  stream: () => MediaStream | null;
  /** Stops the device. */
  close: () => void;
}

/** What a microphone needs of the browser, so that tests can replace it. */
export interface MicrophoneSystem {
  /** Null in a page that may not have any. */
  devices: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'> | null;
  /** Null where the browser doesn’t say. */
  permission: () => Promise<Pick<PermissionStatus, 'state' | 'addEventListener' | 'removeEventListener'> | null>;
  listenTo: (stream: MediaStream, listener: EarListener) => Promise<{ close: () => void }>;
  after: PageTimer;
  /** Whether this is the desktop app, where the system alone gives permission. */
  isDesktop: boolean;
}

interface MicrophoneOptions {
  /** Null for the system’s. */
  deviceId: string | null;
  nowMs: () => number;
}

/** How often to try again while another program has the microphone. */
const retryMs = 3000;

/**
 * Opens a microphone and listens. Never throws: trouble is a state, and when its cause is gone, this opens the microphone
 * again, except that a browser is never made to ask the person twice.
 */
export function openMicrophone(
  { deviceId, nowMs }: MicrophoneOptions,
  system: MicrophoneSystem = browserMicrophones(),
): Microphone {
  const { devices } = system;
  const listeners = new Set<MicrophoneListener>();
  let state: MicrophoneState = { kind: 'off' };
  let isClosed = false;
  /** Of the newest attempt; what an earlier one still reports is void. */
  let attempt = 0;
  let stream: MediaStream | null = null;
  let ear: { close: () => void } | null = null;
  let isSpeaking = false;
  let heardUntilMs = 0;
  let cancelRetry = (): void => {};
  let forgetPermission = (): void => {};

  const tell = (next: MicrophoneState): void => {
    state = next;
    for (const listener of listeners) listener.state?.(next);
  };

  const turn = (speaking: boolean, atMs: number): void => {
    isSpeaking = speaking;
    for (const listener of listeners) listener.speech?.(speaking, atMs);
  };

  /** Stops the device, and listening to it. */
  const stop = (): void => {
    attempt += 1;
    cancelRetry();
    ear?.close();
    for (const track of stream?.getTracks() ?? []) track.stop();
    [ear, stream] = [null, null];
    if (isSpeaking) turn(false, heardUntilMs);
  };

  const fail = (trouble: Trouble): void => {
    stop();
    if (trouble.why === 'busy') cancelRetry = system.after(retryMs, () => void open());
    tell(trouble);
  };

  const hear = (clock: ReturnType<typeof soundClock>, lateMs: number, sound: HeardSound): void => {
    const arrivedMs = nowMs();
    heardUntilMs = clock.arrived(sound.endMs, arrivedMs) - lateMs;
    const startMs = heardUntilMs - sound.endMs;
    for (const listener of listeners) listener.level?.(sound.peak, arrivedMs - heardUntilMs);
    for (const { isSpeaking, atMs } of sound.turns) turn(isSpeaking, Math.round(startMs + atMs));
    for (const listener of listeners) {
      for (const atMs of sound.syllablesMs) listener.syllable?.(Math.round(startMs + atMs));
      listener.samples?.(sound.samples, startMs + sound.samplesMs);
    }
  };

  async function open(): Promise<void> {
    if (isClosed || devices === null) return;
    stop();
    const own = attempt;
    // While it tries again, it still isn’t there.
    if (state.kind !== 'trouble' || state.why !== 'busy') tell({ kind: 'starting' });
    try {
      const opened = await devices.getUserMedia({ audio: constraintsFor(deviceId), video: false });
      if (own !== attempt) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      stream = opened;
      await listen(opened, own);
    } catch (error) {
      if (own === attempt) fail(refusal(error, deviceId !== null, system.isDesktop));
    }
  }

  async function listen(opened: MediaStream, own: number): Promise<void> {
    const [track] = opened.getAudioTracks();
    const clock = soundClock();
    const lateMs = latencyMs(track);
    let isRunning = true;
    const follow = (): void => {
      if (own !== attempt) return;
      if (track?.muted === true) tell(troubles.muted);
      else if (isRunning) tell({ kind: 'on', label: track?.label || 'Microphone' });
      else tell(troubles.waiting);
    };
    track?.addEventListener('ended', () => {
      if (own === attempt) void lost();
    });
    track?.addEventListener('mute', follow);
    track?.addEventListener('unmute', follow);
    const listening = await system.listenTo(opened, {
      heard: (sound) => {
        if (own === attempt) hear(clock, lateMs, sound);
      },
      running: (running) => {
        isRunning = running;
        if (ear !== null) follow();
      },
    });
    if (own !== attempt) return listening.close();
    ear = listening;
    follow();
  }

  /** The track has ended: unplugged, or no longer allowed. */
  async function lost(): Promise<void> {
    fail(troubles.lost);
    const own = attempt;
    const permission = await system.permission();
    if (own !== attempt) return;
    if (permission?.state === 'denied') fail(troubles.refused(system.isDesktop));
    // The system has another one, perhaps.
    else await reopen();
  }

  /** If there is a device to open, and opening it makes the browser ask nothing. */
  async function reopen(): Promise<void> {
    if (isClosed || devices === null || state.kind !== 'trouble' || stream !== null) return;
    const own = attempt;
    const [permission, list] = await Promise.all([system.permission(), devices.enumerateDevices()]);
    if (own !== attempt || permission?.state === 'denied') return;
    if (state.kind === 'trouble' && state.why === 'refused' && permission?.state !== 'granted') return;
    const isThere = list.some(
      (device) => device.kind === 'audioinput' && (deviceId === null || device.deviceId === deviceId),
    );
    if (isThere) await open();
  }

  const retry = (): void => void reopen();

  async function watchPermission(): Promise<void> {
    const permission = await system.permission();
    if (isClosed || permission === null) return;
    const changed = (): void => {
      if (permission.state === 'granted') retry();
      else if (permission.state === 'denied' && state.kind !== 'off') fail(troubles.refused(system.isDesktop));
    };
    permission.addEventListener('change', changed);
    forgetPermission = () => permission.removeEventListener('change', changed);
  }

  devices?.addEventListener('devicechange', retry);
  void watchPermission();
  if (devices === null) state = troubles.noApi;
  else void open();

  return {
    state: () => state,
    stream: () => (state.kind === 'on' ? stream : null),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      stop();
      devices?.removeEventListener('devicechange', retry);
      forgetPermission();
      tell({ kind: 'off' });
      listeners.clear();
    },
  };
}

/** As it is: what a browser does for calls cuts words off, and its volume control moves the noise up and down. */
function constraintsFor(deviceId: string | null): MediaTrackConstraints {
  const raw = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  return deviceId === null ? raw : { ...raw, deviceId: { exact: deviceId } };
}

/** How late a track’s sound is, as far as the browser says so. */
function latencyMs(track: MediaStreamTrack | undefined): number {
  const settings: MediaTrackSettings & { latency?: number } = track?.getSettings() ?? {};
  return Number.isFinite(settings.latency) ? (settings.latency ?? 0) * 1000 : 0;
}

function browserMicrophones(): MicrophoneSystem {
  const isDesktop = 'offbook' in window;
  return {
    // In a page that isn’t secure, browsers have no such property, whatever TypeScript says.
    devices: 'mediaDevices' in navigator ? navigator.mediaDevices : null,
    permission: async () => {
      // There it doesn’t say which device it is about, so the answer is about the camera too.
      if (isDesktop) return null;
      try {
        return await navigator.permissions.query({ name: 'microphone' });
      } catch {
        // Some browsers don’t know this name.
        return null;
      }
    },
    listenTo,
    after: pageTimer,
    isDesktop,
  };
}
