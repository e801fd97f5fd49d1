import { frameLength } from '../../../src/core/voice/sound.ts';

/** A sound of 16,000 samples a second, cut into frames. */
export function framesOf(sound: Float32Array): Float32Array[] {
  return Array.from({ length: Math.floor(sound.length / frameLength) }, (_, index) =>
    sound.slice(index * frameLength, (index + 1) * frameLength),
  );
}
