import createModule from 'soundswallower';
import wasmUrl from '../../../node_modules/soundswallower/soundswallower.web.wasm?url';
import { makeScript } from '../../core/voice/script.ts';
import { createEngine, type Model, type ModelFile, modelFiles, type SpeechModule } from './engine.ts';
import { createSpeechFollower, type SpeechFollower } from './speech-follower.ts';
import type { Followed, VoiceFollowing, FromWorker, ToWorker } from './recogniser-messages.ts';

/*
 * The recogniser, in a worker of its own, so that the page never waits for it. The model comes from our own address,
 * and all of it goes when the page ends the worker.
 */

/** The addresses of the files in the models, by their paths in the package. */
const addresses = import.meta.glob<string>(
  [
    '../../../node_modules/soundswallower/model/*/{dict,noisedict}.txt',
    '../../../node_modules/soundswallower/model/*/feat_params.json',
    '../../../node_modules/soundswallower/model/*/{mdef,means,variances,sendump,transition_matrices}',
  ],
  { query: '?url', import: 'default', eager: true, exhaustive: true },
);
const folders = { en: 'en-us', fr: 'fr-fr' } as const;

let follower: SpeechFollower | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') void start(data.followed);
  else if (data.kind === 'moveTo') move(data.row);
  else attempt(() => take(data.samples, data.atMs));
});

async function start(followed: Followed): Promise<void> {
  try {
    const model = await loadModel(followed.language);
    const dictionary = new TextDecoder().decode(model['dict.txt']);
    const script = makeScript({ ...followed, dictionary });
    const wasmBinary = await read(wasmUrl);
    // It talks to itself on the console, of words that a person said.
    const silent = { print: () => {}, printErr: () => {} };
    const module = await createModule({ ...silent, wasmBinary: wasmBinary.buffer });
    follower = createSpeechFollower(createEngine(module as unknown as SpeechModule, model), script);
    post({ kind: 'ready' });
  } catch (error) {
    fail(error);
  }
}

let shown: VoiceFollowing = { row: 0, told: [] };

function take(samples: Float32Array, atMs: number): void {
  const startMs = performance.now();
  const following = follower?.feed(samples, atMs) ?? null;
  post({ kind: 'done', samples: samples.length, tookMs: performance.now() - startMs });
  if (following === null) return;
  const { cursor, ticks } = following;
  if (cursor.row === shown.row && ticks.told.length === shown.told.length) return;
  shown = { row: cursor.row, told: [...ticks.told] };
  post({ kind: 'following', following: shown });
}

function move(row: number): void {
  follower?.moveTo(row);
  shown = { ...shown, row };
  post({ kind: 'moved' });
}

async function loadModel(language: Followed['language']): Promise<Model> {
  const load = async (name: ModelFile): Promise<[ModelFile, Uint8Array<ArrayBuffer>]> => {
    const found = Object.entries(addresses).find(([path]) => path.endsWith(`/${folders[language]}/${name}`));
    return [name, await read(found?.[1] ?? name)];
  };
  return Object.fromEntries(await Promise.all(modelFiles.map(load))) as Record<ModelFile, Uint8Array<ArrayBuffer>>;
}

async function read(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is missing (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  post({ kind: 'failed', text: error instanceof Error ? error.message : String(error) });
}

function post(message: FromWorker): void {
  self.postMessage(message, { transfer: [] });
}
