import type { Denoiser } from '../../core/voice/ear.ts';

/*
 * RNNoise, from @jitsi/rnnoise-wasm 0.2.1. The package’s own loader asks for a document or a worker’s file; a worklet has
 * neither, so it gets the compiled module and calls it here. The letters are the names that its build gave out: they
 * belong to this version. `tests/renderer/voice/denoise.test.ts` fails if they change.
 */
interface Exports {
  /** memory */
  c: WebAssembly.Memory;
  /** __wasm_call_ctors */
  d: () => void;
  /** rnnoise_create */
  f: (model: number) => number;
  /** malloc */
  g: (bytes: number) => number;
  /** rnnoise_process_frame */
  j: (state: number, output: number, input: number) => number;
}

const frameSamples = 480;
/** It expects samples as 16-bit numbers. */
const scale = 32_768;

/** A denoiser of its own; costs 1.3 % of a slow core, and 16 MB. Throws if the module isn’t RNNoise. */
export function createDenoiser(module: WebAssembly.Module): Denoiser {
  const instance = new WebAssembly.Instance(module, {
    a: {
      // emscripten_resize_heap: its 16 MB are enough, so no.
      a: () => 0,
      // emscripten_memcpy_big
      b: (to: number, from: number, length: number) => {
        new Uint8Array(memory.buffer).copyWithin(to, from, from + length);
      },
    },
  });
  const exports = instance.exports as unknown as Exports;
  const memory = exports.c;
  exports.d();
  const state = exports.f(0);
  const address = exports.g(frameSamples * Float32Array.BYTES_PER_ELEMENT);
  const buffer = new Float32Array(memory.buffer, address, frameSamples);
  return (frame) => {
    for (let index = 0; index < frameSamples; index += 1) buffer[index] = (frame[index] ?? 0) * scale;
    const probability = exports.j(state, address, address);
    for (let index = 0; index < frameSamples; index += 1) frame[index] = (buffer[index] ?? 0) / scale;
    return probability;
  };
}
