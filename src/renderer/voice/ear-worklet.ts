import { createEar, type HeardSound } from '../../core/voice/ear.ts';
import { createDenoiser } from './denoise.ts';

/* Runs on the audio thread, in a scope of its own, of which TypeScript’s library has no types. */
declare const sampleRate: number;
declare const registerProcessor: (name: string, processor: new (options: AudioWorkletNodeOptions) => object) => void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** A block of silence, while a device sends nothing: time goes on. */
const nothing = new Float32Array(128);

class Ear extends AudioWorkletProcessor {
  readonly #hear: (block: Float32Array) => HeardSound[];

  constructor(options: AudioWorkletNodeOptions) {
    super();
    const bytes: unknown = options.processorOptions?.denoiser;
    const denoise = bytes instanceof ArrayBuffer ? createDenoiser(new WebAssembly.Module(bytes)) : null;
    this.#hear = createEar(sampleRate, denoise);
  }

  /** Returns whether it wants more. */
  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    for (const heard of this.#hear(inputs[0]?.[0] ?? nothing)) {
      this.port.postMessage(heard, [heard.samples.buffer]);
    }
    return true;
  }
}

registerProcessor('ear', Ear);
