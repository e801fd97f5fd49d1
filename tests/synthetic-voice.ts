/*
 * Sound for tests, made on the spot: a buzz at the pitch of a voice, shaped by the resonances of vowels, in syllables. No
 * words, but enough for everything that asks whether somebody speaks.
 */

/** Vowels by their first three resonances, in Hz. */
const vowels = [
  [700, 1200, 2500],
  [400, 2000, 2600],
  [500, 900, 2400],
  [300, 2200, 2900],
] as const;

export const syllableMs = 200;

/** That many syllables, five a second, of `rate` samples a second, with peaks of about `peak`. */
export function syllables(count: number, rate = 48_000, peak = 0.3): Float32Array {
  const perSyllable = Math.round((rate * syllableMs) / 1000);
  const sound = new Float32Array(count * perSyllable);
  let phase = 0;
  let filters = vowels[0].map((hz) => resonator(hz, rate));
  for (let index = 0; index < sound.length; index += 1) {
    const syllable = Math.floor(index / perSyllable);
    if (index % perSyllable === 0)
      filters = (vowels[syllable % vowels.length] ?? vowels[0]).map((hz) => resonator(hz, rate));
    // The pitch falls within a syllable, as it does in speech.
    const within = (index % perSyllable) / perSyllable;
    phase += (150 - 30 * within + 8 * Math.sin(syllable)) / rate;
    const pulse = phase >= 1 ? 1 : 0;
    phase %= 1;
    const envelope = Math.sin(Math.PI * within) ** 0.7;
    sound[index] = envelope * filters.reduce((sum, filter, order) => sum + filter(pulse) / (order + 1), 0);
  }
  const loudest = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return sound.map((sample) => (sample * peak) / loudest);
}

function resonator(hz: number, rate: number): (x: number) => number {
  const radius = Math.exp((-Math.PI * 90) / rate);
  const a1 = 2 * radius * Math.cos((2 * Math.PI * hz) / rate);
  let [y1, y2] = [0, 0];
  return (x) => {
    const y = x + a1 * y1 - radius * radius * y2;
    [y2, y1] = [y1, y];
    return y;
  };
}

export function silence(ms: number, rate = 48_000): Float32Array {
  return new Float32Array(Math.round((ms * rate) / 1000));
}

/** White noise, the same each time, with an RMS of `level`. */
export function noise(ms: number, level: number, rate = 48_000): Float32Array {
  let seed = 12_345;
  return silence(ms, rate).map(() => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed / 1_073_741_824 - 1) * level * Math.sqrt(3);
  });
}

/** A key that is hit every 150 ms: a burst of a few milliseconds. */
export function typing(ms: number, peak = 0.3, rate = 48_000): Float32Array {
  const burst = noise(ms, peak / 2, rate);
  const period = Math.round(rate * 0.15);
  return burst.map((sample, index) => sample * Math.exp(-(index % period) / (rate * 0.006)));
}

export function joinSounds(...parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Both at once; the first says how long. */
export function mixSounds(sound: Float32Array, other: Float32Array): Float32Array {
  return sound.map((sample, index) => sample + (other[index] ?? 0));
}
