import { readFileSync } from 'node:fs';
import path from 'node:path';
import createModule from 'soundswallower';
import { projectRoot } from '../../src/cli/project-root.ts';
import { createEar, denoiserRate } from '../../src/core/voice/ear.ts';
import type { Hypothesis } from '../../src/core/voice/following.ts';
import type { RecogniserLanguage } from '../../src/core/voice/language.ts';
import type { Script } from '../../src/core/voice/script.ts';
import { soundRate } from '../../src/core/voice/sound.ts';
import { createDenoiser } from '../../src/renderer/voice/denoise.ts';
import {
  createEngine,
  type Model,
  type ModelFile,
  modelFiles,
  type SpeechModule,
} from '../../src/renderer/voice/engine.ts';
import { createSpeechFollower } from '../../src/renderer/voice/speech-follower.ts';

const packages = path.join(projectRoot, 'node_modules');

/** The files of a model, from the package. */
export function modelOf(language: RecogniserLanguage): Model {
  const folder = path.join(packages, 'soundswallower/model', language === 'en' ? 'en-us' : 'fr-fr');
  return Object.fromEntries(
    modelFiles.map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))]),
  ) as Record<ModelFile, Uint8Array<ArrayBuffer>>;
}

/** A sound as the recogniser gets it in a noisy place. */
export function denoised(samples: Float32Array): Float32Array {
  const wasm = readFileSync(path.join(packages, '@jitsi/rnnoise-wasm/dist/rnnoise.wasm'));
  const hear = createEar(soundRate, createDenoiser(new WebAssembly.Module(new Uint8Array(wasm))));
  const result = new Float32Array(samples.length + denoiserRate);
  let length = 0;
  for (let at = 0; at < samples.length; at += pieceSamples) {
    for (const piece of hear(samples.slice(at, at + pieceSamples))) {
      result.set(piece.samples, length);
      length += piece.samples.length;
    }
  }
  return result.slice(0, length);
}

/** What the page sends at once: 50 ms. */
const pieceSamples = soundRate / 20;
const pieceMs = (pieceSamples * 1000) / soundRate;

/** One for all, since each listens to the process, and never stops. */
let module: SpeechModule | null = null;

/** What recognising cost. */
export interface Cost {
  loadMs: number;
  /** Of one core, 0 to 1. */
  share: number;
  bytes: number;
  /** How long after its arrival each piece was done, had they come at the pace of speech. */
  behindMs: number[];
}

/**
 * Recognises samples as the worker does, one piece after the other; `seen` gets each hypothesis. Times are the
 * processor’s, so other programs don’t change them.
 */
export async function recognise(
  samples: Float32Array,
  script: Script,
  model: Model,
  seen: (hypothesis: Hypothesis) => void,
): Promise<Cost> {
  const loadStart = usedMs();
  module ??= (await createModule({ printErr: () => {} })) as unknown as SpeechModule;
  const engine = createEngine(module, model);
  const follower = createSpeechFollower(engine, script, seen);
  const loadMs = usedMs() - loadStart;
  const start = usedMs();
  const behindMs: number[] = [];
  let waitingMs = 0;
  for (let at = 0; at < samples.length; at += pieceSamples) {
    const before = usedMs();
    follower.feed(samples.slice(at, at + pieceSamples), (at * 1000) / soundRate);
    const behind = waitingMs + usedMs() - before;
    behindMs.push(behind);
    waitingMs = Math.max(0, behind - pieceMs);
  }
  const share = (usedMs() - start) / ((samples.length * 1000) / soundRate);
  const bytes = module.HEAPU8.length;
  engine.close();
  return { loadMs, share, bytes, behindMs };
}

function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
