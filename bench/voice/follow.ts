import { readFileSync } from 'node:fs';
import path from 'node:path';
import createModule from 'soundswallower';
import type { Hypothesis } from '../../src/core/voice/following.ts';
import { projectRoot } from '../../src/cli/project-root.ts';
import type { RecogniserLanguage } from '../../src/core/voice/numbers.ts';
import type { Script } from '../../src/core/voice/script.ts';
import {
  createEngine,
  type Model,
  type ModelFile,
  modelFiles,
  type SpeechModule,
} from '../../src/renderer/voice/engine.ts';
import { createHearing, type Hearing } from '../../src/renderer/voice/hearing.ts';
import { sampleRate } from './sound.ts';

/** The files of a model, from the package. */
export function modelOf(language: RecogniserLanguage): Model {
  const folder = path.join(projectRoot, 'node_modules/soundswallower/model', language === 'en' ? 'en-us' : 'fr-fr');
  return Object.fromEntries(
    modelFiles.map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))]),
  ) as Record<ModelFile, Uint8Array<ArrayBuffer>>;
}

/** Recognises samples as the worker does, in pieces of 20 ms; gives each hypothesis to `seen`. */
export async function recognise(
  samples: Float32Array,
  script: Script,
  model: Model,
  seen: (hypothesis: Hypothesis) => void,
): Promise<{ loadMs: number; cpuMs: number; memory: number }> {
  const loadStart = performance.now();
  const module = (await createModule({ printErr: () => {} })) as unknown as SpeechModule;
  const engine = createEngine(module, model);
  const hearing: Hearing = createHearing(engine, script, seen);
  const loadMs = performance.now() - loadStart;
  const before = process.cpuUsage();
  const piece = sampleRate / 50;
  for (let at = 0; at < samples.length; at += piece)
    hearing.feed(samples.slice(at, at + piece), (at * 1000) / sampleRate);
  const { user, system } = process.cpuUsage(before);
  const memory = module.HEAPU8.length;
  engine.close();
  return { loadMs, cpuMs: (user + system) / 1000, memory };
}
