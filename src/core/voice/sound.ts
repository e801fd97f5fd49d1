/* How sound is cut up for listening: mono, 16,000 samples a second, in frames of 10 ms. */

export const soundRate = 16_000;
export const frameMs = 10;
export const frameLength = (soundRate * frameMs) / 1000;

/** Lets pass what is between two frequencies, in Hz: second-order Butterworth filters, one after the other. */
export function bandFilter(lowHz: number, highHz: number): (samples: Float32Array) => Float32Array {
  const high = biquad('high', lowHz);
  const low = biquad('low', highHz);
  return (samples) => samples.map((sample) => low(high(sample)));
}

/** By the formulas of R. Bristow-Johnson’s “Cookbook formulae for audio equalizer biquad filter coefficients”. */
function biquad(passes: 'high' | 'low', cutoffHz: number): (sample: number) => number {
  const w = (2 * Math.PI * cutoffHz) / soundRate;
  const alpha = Math.sin(w) / Math.SQRT2;
  const edge = passes === 'low' ? 1 - Math.cos(w) : 1 + Math.cos(w);
  const a0 = 1 + alpha;
  const b0 = edge / 2 / a0;
  const b1 = (passes === 'low' ? edge : -edge) / a0;
  const a1 = (-2 * Math.cos(w)) / a0;
  const a2 = (1 - alpha) / a0;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (x) => {
    const y = b0 * (x + x2) + b1 * x1 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    return y;
  };
}

/** Digital silence, instead of minus infinity. */
export const silenceDb = -100;

/** The level in dB of full scale. */
export function levelDb(samples: Float32Array): number {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  return powerDb(power / Math.max(1, samples.length));
}

export function powerDb(power: number): number {
  return Math.max(silenceDb, 10 * Math.log10(power + 1e-12));
}
