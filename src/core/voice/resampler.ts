/** Zero crossings of the filter on each side; the more, the sharper. */
const reach = 16;
const none = new Float64Array(0);
/** Passes this share of the band, so that what is above it doesn’t fold back. */
const rollOff = 0.92;

/**
 * Changes the rate of a sound, block by block, by a windowed sinc (Hann) for each position between two samples. Sample n
 * of the result is the sound at n / `toHz` seconds; the last few milliseconds come with the next block.
 */
export function resampler(fromHz: number, toHz: number): (block: Float32Array) => Float32Array {
  const divisor = greatestDivisor(fromHz, toHz);
  const [up, down] = [toHz / divisor, fromHz / divisor];
  if (up === down) return (block) => block;
  const half = Math.ceil(reach * Math.max(1, fromHz / toHz));
  const cutoff = Math.min(1, toHz / fromHz) * rollOff;
  const kernels = Array.from({ length: up }, (_, phase) => kernel(phase / up, half, cutoff));
  /** What is still needed of earlier blocks; at first, the silence before them. */
  let kept = new Float32Array(half - 1);
  /** The next result, as a number of steps of 1 / `up` sample into `kept`, after its first `half` − 1 samples. */
  let position = 0;
  return (block) => {
    const sound = new Float32Array(kept.length + block.length);
    sound.set(kept);
    sound.set(block, kept.length);
    const results = new Float32Array(Math.ceil((sound.length * up) / down) + 1);
    let count = 0;
    let first = Math.floor(position / up);
    for (; first + 2 * half <= sound.length; first = Math.floor(position / up)) {
      const taps = kernels[position % up] ?? none;
      let sum = 0;
      for (let tap = 0; tap < taps.length; tap += 1) sum += (taps[tap] ?? 0) * (sound[first + tap] ?? 0);
      results[count] = sum;
      count += 1;
      position += down;
    }
    kept = sound.slice(first);
    position -= first * up;
    return results.subarray(0, count);
  };
}

/** The weights of the samples around a position that is `offset` of a sample after the one at `half` − 1. */
function kernel(offset: number, half: number, cutoff: number): Float64Array {
  const taps = Array.from({ length: 2 * half }, (_, tap) => {
    const distance = tap - (half - 1) - offset;
    const x = Math.PI * distance * cutoff;
    const sinc = x === 0 ? 1 : Math.sin(x) / x;
    return Math.abs(distance) >= half ? 0 : sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / half));
  });
  const sum = taps.reduce((total, weight) => total + weight, 0);
  return Float64Array.from(taps, (weight) => weight / sum);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
