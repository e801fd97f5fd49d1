import { bandFilter, frameLength, frameMs, powerDb, silenceDb, soundRate } from './sound.ts';

/*
 * Syllable nuclei, after N. H. de Jong and T. Wempe, “Praat script to detect syllable nuclei and measure speech rate
 * automatically” (Behavior Research Methods 41, 2009): peaks of intensity with a dip on both sides, in voiced sound. It
 * counts 0.84 to 1.01 of the syllables; how many is up to the voice.
 */

const band = { lowHz: 300, highHz: 3300 };
const dipDb = 2;
/** A peak this much below the loudest of late is an echo or a breath. */
const belowLoudestDb = 25;
const loudestFallsDbPerSecond = 3;
const voicedFrom = 0.45;
// The pitch of a voice.
const pitchHz = { low: 75, high: 500 };
/** Weights of neighbouring frames: intensity over some 50 ms, so that a period of the voice makes no peak. */
const smoothing = [0.05, 0.12, 0.2, 0.26, 0.2, 0.12, 0.05];
const halfWindow = (smoothing.length - 1) / 2;
const keptFrames = 12;

/**
 * Finds the middle of each syllable. Call it with each frame in order, and with whether somebody speaks; it returns when
 * one was, in ms from the first frame, or null. It knows one some 100 ms later, when the dip after it is heard.
 */
export function syllableFinder(): (frame: Float32Array, isSpeaking: boolean) => number | null {
  const filter = bandFilter(band.lowHz, band.highHz);
  const frames: Float32Array[] = [];
  const powers: number[] = [];
  let count = 0;
  let loudest = silenceDb;
  /** The lowest intensity since the last syllable, and the highest since that. */
  let dip = silenceDb;
  let peak: { db: number; isVoiced: boolean; atMs: number } | null = null;

  return (frame, isSpeaking) => {
    keep(frames, frame, keptFrames);
    const filtered = filter(frame);
    keep(powers, filtered.reduce((sum, sample) => sum + sample * sample, 0) / frameLength, smoothing.length);
    count += 1;
    if (powers.length < smoothing.length) return null;
    const db = powerDb(powers.reduce((sum, power, index) => sum + power * (smoothing[index] ?? 0), 0));
    loudest = Math.max(loudest - (loudestFallsDbPerSecond * frameMs) / 1000, isSpeaking ? db : silenceDb);

    let found: number | null = null;
    if (peak !== null && db <= peak.db - dipDb) {
      if (peak.isVoiced && peak.db > loudest - belowLoudestDb) found = peak.atMs;
      peak = null;
      dip = db;
    }
    if (peak === null) dip = Math.min(dip, db);
    if (isSpeaking && db >= (peak?.db ?? dip + dipDb)) {
      // The weighted frame is in the middle of those that were kept.
      const middle = frames.length - 1 - halfWindow;
      const isVoiced = isVoicedSound(frames.slice(Math.max(0, middle - 2), middle + 3));
      peak = { db, isVoiced, atMs: (count - halfWindow - 0.5) * frameMs };
    }
    return found;
  };
}

function keep<T>(list: T[], item: T, most: number): void {
  list.push(item);
  if (list.length > most) list.shift();
}

/** Whether the sound repeats itself at the pitch of a voice. */
function isVoicedSound(frames: readonly Float32Array[]): boolean {
  const sound = new Float32Array(frames.length * frameLength);
  frames.forEach((frame, index) => sound.set(frame, index * frameLength));
  const mean = sound.reduce((sum, sample) => sum + sample, 0) / Math.max(1, sound.length);
  const longest = Math.min(Math.ceil(soundRate / pitchHz.low), sound.length >> 1);
  const length = sound.length - longest;
  for (let lag = Math.floor(soundRate / pitchHz.high); lag <= longest; lag += 1) {
    let [both, here, there] = [0, 0, 0];
    for (let index = 0; index < length; index += 1) {
      const a = (sound[index] ?? 0) - mean;
      const b = (sound[index + lag] ?? 0) - mean;
      both += a * b;
      here += a * a;
      there += b * b;
    }
    if (both > 0 && both * both >= voicedFrom * voicedFrom * here * there) return true;
  }
  return false;
}
