import { newBacklog } from './backlog.ts';
import type { Followed, VoiceFollowing, FromWorker, ToWorker } from './recogniser-messages.ts';
// oxlint-disable-next-line import/default -- Vite makes it: the address of the bundled worker.
import workerAddress from './recogniser-worker.ts?worker&url';

export interface Recogniser {
  /** 16 kHz, mono, in order; `atMs` is when the first sample was made. */
  feed: (samples: Float32Array, atMs: number) => void;
  /** The person went to a row of the outline, counted over all sections: the voice leaves it alone for five seconds. */
  moveTo: (row: number) => void;
  /** Frees all its memory. */
  close: () => void;
}

export interface RecogniserOptions extends Followed {
  /** Only when something has changed. */
  heard: (following: VoiceFollowing) => void;
  /** It stopped following, and why, in a sentence for the person. */
  trouble: (text: string) => void;
}

const tooSlow =
  'This computer is too slow at the moment to follow your voice. Offbook has stopped following it; everything else goes on.';

/**
 * Starts following an answer. Resolves when it listens, in a second or two, or after `trouble` if it can’t; never
 * rejects. Once closed, by either side, it takes samples and does nothing.
 */
export async function startRecogniser({ heard, trouble, ...followed }: RecogniserOptions): Promise<Recogniser> {
  const backlog = newBacklog();
  /** Where the person went, and how many such moves the worker hasn’t come to yet. */
  let moved = { row: 0, waiting: 0 };
  let worker: Worker | null = null;
  const send = (message: ToWorker): void => worker?.postMessage(message, { transfer: [] });
  const close = (): void => {
    worker?.terminate();
    worker = null;
  };
  const recogniser: Recogniser = {
    feed: (samples, atMs) => {
      if (worker === null) return;
      if (backlog.send(samples.length)) send({ kind: 'samples', samples, atMs });
      if (backlog.isTooSlow()) stop(tooSlow);
    },
    moveTo: (row) => {
      if (worker === null) return;
      moved = { row, waiting: moved.waiting + 1 };
      send({ kind: 'moveTo', row });
    },
    close,
  };
  const ready = Promise.withResolvers<Recogniser>();
  const stop = (text: string): void => {
    if (worker === null) return;
    close();
    trouble(text);
    ready.resolve(recogniser);
  };
  const take = ({ data }: MessageEvent<FromWorker>): void => {
    if (worker === null) return;
    if (data.kind === 'ready') ready.resolve(recogniser);
    else if (data.kind === 'moved') moved.waiting -= 1;
    else if (data.kind === 'following')
      heard(moved.waiting > 0 ? { ...data.following, row: moved.row } : data.following);
    else if (data.kind === 'failed') stop(failed(data.text));
    else backlog.done(data.samples, data.tookMs);
  };
  worker = new Worker(addressOfWorker(), { type: 'module', name: 'recogniser' });
  worker.addEventListener('message', take);
  // Where the file itself can’t be loaded, the event has no message.
  worker.addEventListener('error', ({ message }) => stop(failed(message || 'a part of it can’t be loaded')));
  send({ kind: 'start', followed });
  return ready.promise;
}

function failed(why: string): string {
  return `Offbook couldn’t follow your voice: ${why.replace(/\.$/u, '')}. Everything else goes on.`;
}

/** What pages must use for the addresses of workers, as far as the DOM’s types lack it. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (text: string) => string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** As a page may start it whose policy allows the address of this worker and of no other script. */
function addressOfWorker(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return workerAddress;
  policy ??= trustedTypes.createPolicy('offbook-worker', { createScriptURL: () => workerAddress });
  return policy.createScriptURL('');
}
