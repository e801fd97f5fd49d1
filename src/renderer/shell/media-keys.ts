/*
 * Media keys and headset buttons reach a page that hasn’t the focus through the browser’s media session. Only a page that
 * plays something has one, so this plays silence.
 */

export interface MediaCommands {
  start: () => void;
  pause: () => void;
  next: () => void;
  previous: () => void;
}

export interface MediaKeys {
  /** The clock started or stopped: the keyboard’s play key must do the opposite next. */
  clockChanged: (isRunning: boolean) => void;
  /** Gives the keys back. */
  close: () => void;
}

/** What the media keys need of the page’s window. */
export type MediaWindow = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  navigator: { mediaSession: MediaSession; userActivation?: Pick<UserActivation, 'hasBeenActive'> };
};

/** The part of an audio element that is used here. */
export type Sound = Pick<HTMLAudioElement, 'play' | 'pause' | 'paused'>;

/** A person’s acts after which a browser lets a page play. */
const gestures = ['keydown', 'pointerdown'] as const;
const whateverTakesIt = { capture: true } as const;

/**
 * Takes the media keys once the person has touched the page: before, no browser lets it play. When another page or a
 * call has taken them, the next key, click or start takes them back.
 */
export function setUpMediaKeys(win: MediaWindow, sound: Sound, commands: MediaCommands): MediaKeys {
  const { mediaSession, userActivation } = win.navigator;
  let isRunning = false;
  let isClosed = false;
  /** The browser gives the keys to a page that has played, and leaves them with it when it pauses. */
  let hasPlayed = false;

  async function play(): Promise<void> {
    try {
      await sound.play();
    } catch {
      // Not allowed yet, or paused meanwhile. The next gesture tries again.
      return;
    }
    hasPlayed = true;
    if (isClosed) sound.pause();
    else follow();
  }

  function follow(): void {
    if (userActivation?.hasBeenActive === false) return;
    mediaSession.playbackState = isRunning ? 'playing' : 'paused';
    if (isRunning || !hasPlayed) {
      if (sound.paused) void play();
    } else sound.pause();
  }

  const actions: [MediaSessionAction, () => void][] = [
    ['play', commands.start],
    ['pause', commands.pause],
    ['stop', commands.pause],
    ['nexttrack', commands.next],
    ['previoustrack', commands.previous],
  ];
  for (const [action, run] of actions) mediaSession.setActionHandler(action, run);
  for (const gesture of gestures) win.addEventListener(gesture, follow, whateverTakesIt);
  follow();

  return {
    clockChanged: (running) => {
      isRunning = running;
      follow();
    },
    close: () => {
      for (const gesture of gestures) win.removeEventListener(gesture, follow, whateverTakesIt);
      for (const [action] of actions) mediaSession.setActionHandler(action, null);
      mediaSession.playbackState = 'none';
      isClosed = true;
      sound.pause();
    },
  };
}

const samplesPerSecond = 8000;
/** Chromium offers the keys of next and previous only to what lasts five seconds or more. */
const seconds = 10;
const headerBytes = 44;
/** Silence in a sound of eight bits. */
const middle = 0x80;

/** Ten seconds of silence as a WAV file. */
export function silentWav(): Uint8Array<ArrayBuffer> {
  const length = samplesPerSecond * seconds;
  const bytes = new Uint8Array(headerBytes + length).fill(middle, headerBytes);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string): void => bytes.set(new TextEncoder().encode(text), at);
  write(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  // Uncompressed, one channel, one byte a sample.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samplesPerSecond, true);
  view.setUint32(28, samplesPerSecond, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, length, true);
  return bytes;
}

/** The silence as an element that plays it over and over, and what frees it. */
export function silentSound(): { sound: HTMLAudioElement; free: () => void } {
  const address = URL.createObjectURL(new Blob([silentWav()], { type: 'audio/wav' }));
  const sound = new Audio(address);
  sound.loop = true;
  return {
    sound,
    free: () => {
      sound.removeAttribute('src');
      // Without this the system would go on showing a player.
      sound.load();
      URL.revokeObjectURL(address);
    },
  };
}
