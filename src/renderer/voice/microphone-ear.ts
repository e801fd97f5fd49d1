import rnnoiseUrl from '@jitsi/rnnoise-wasm/dist/rnnoise.wasm?url';
import { denoiserRate, type HeardSound } from '../../core/voice/ear.ts';
// oxlint-disable-next-line import/default -- Vite makes it: the address of the bundled worklet.
import earUrl from './ear-worklet.ts?worker&url';

export interface EarListener {
  heard: (sound: HeardSound) => void;
  /** Whether the browser lets it listen: some wait for the person’s first click or key in the page. */
  running: (isRunning: boolean) => void;
}

/** A person’s acts after which a browser lets a page have sound. */
const gestures = ['keydown', 'pointerdown'] as const;

/**
 * Listens to a stream on the audio thread, also while the page is hidden. Nothing is played. Rejects where the browser
 * has no audio thread, or can’t load what runs there.
 */
export async function listenTo(stream: MediaStream, listener: EarListener): Promise<{ close: () => void }> {
  const { context, source } = connect(stream);
  try {
    const [denoiser] = await Promise.all([loadDenoiser(), context.audioWorklet.addModule(earUrl)]);
    const ear = new AudioWorkletNode(context, 'ear', {
      channelCount: 1,
      channelCountMode: 'explicit',
      processorOptions: { denoiser },
    });
    ear.port.addEventListener('message', ({ data }: MessageEvent<HeardSound>) => listener.heard(data));
    ear.port.start();
    // Without an end, some browsers don’t run it. What comes out is silence.
    source.connect(ear).connect(context.destination);
  } catch (error) {
    void context.close();
    throw error;
  }

  const resume = (): void => {
    // Until a gesture, it waits; there’s nothing else to do about it.
    if (context.state !== 'running') context.resume().catch(() => {});
  };
  const tellState = (): void => listener.running(context.state === 'running');
  context.addEventListener('statechange', tellState);
  for (const gesture of gestures) window.addEventListener(gesture, resume, { capture: true });
  resume();
  tellState();
  return {
    close: () => {
      context.removeEventListener('statechange', tellState);
      for (const gesture of gestures) window.removeEventListener(gesture, resume, { capture: true });
      void context.close();
    },
  };
}

interface Connected {
  context: AudioContext;
  source: AudioNode;
}

/** At the denoiser’s rate where the browser can change the device’s; else the ear does. */
function connect(stream: MediaStream): Connected {
  try {
    return connectAt(denoiserRate, stream);
  } catch {
    return connectAt(null, stream);
  }
}

/** Null is the browser’s usual rate. Throws what the browser throws. */
function connectAt(sampleRate: number | null, stream: MediaStream): Connected {
  // No loudspeaker is needed, or started, in a browser that knows `sinkId`; others ignore it.
  const options: AudioContextOptions & { sinkId: { type: 'none' } } = {
    latencyHint: 'playback',
    sinkId: { type: 'none' },
  };
  const context = new AudioContext(sampleRate === null ? options : { ...options, sampleRate });
  try {
    return { context, source: context.createMediaStreamSource(stream) };
  } catch (error) {
    void context.close();
    throw error;
  }
}

/**
 * Its bytes: the audio thread can’t load files, and not every browser passes a compiled module to it. Null without them:
 * then listening works, but not in noise.
 */
async function loadDenoiser(): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(rnnoiseUrl);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.arrayBuffer();
  } catch (error) {
    console.warn('Offbook listens without taking noise out:', error);
    return null;
  }
}
