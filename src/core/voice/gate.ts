import { bandFilter, frameMs, levelDb, powerDb, silenceDb } from './sound.ts';

/** Speech begins or ends. `atMs` counts from the first frame, to when it was made: a turn is known only later. */
export interface SpeechTurn {
  isSpeaking: boolean;
  atMs: number;
}

interface SpeechGate {
  /**
   * Takes the next frame. `probability` is a second opinion whether somebody speaks in it, 0 to 1, or null without one: in
   * noise it decides, else both have to agree (keys that are hit are loud too). Returns a turn if this frame shows one.
   */
  hear: (frame: Float32Array, probability: number | null) => SpeechTurn | null;
  /** Speech is only a little louder than the noise. */
  isNoisy: () => boolean;
}

// What is between the sounds of speech: above hum, below hiss.
const band = { lowHz: 180, highHz: 3800 };
/** Noise is the quietest moment of as long as this: longer than most words, shorter than most sentences. */
const quietestOfMs = 1500;
const riseDbPerSecond = 3;
/** Below this, nothing is a voice in front of the microphone. */
const lowestFloorDb = -70;
const aboveFloorDb = 8;
/** Noise itself is hardly ever as much louder than its quietest moment. */
const audibleDb = 5;
const likely = 0.5;
const onsetMs = 40;
const hangoverMs = 250;
/** Levels above the noise at which it begins and stops to matter, and how much speech shows it. */
const noisyBelowDb = 17;
const quietAboveDb = 22;
const speechNeededMs = 1000;

/** Whether somebody speaks, by level: a second of sound costs a quarter of a millisecond. */
export function speechGate(): SpeechGate {
  const filter = bandFilter(band.lowHz, band.highHz);
  const floor = noiseFloor();
  let count = 0;
  let isSpeaking = false;
  let isNoisy = false;
  /** Active frames not yet outweighed by others, and where they began; while speaking, where the last one ended. */
  let active = 0;
  let firstMs = 0;
  let lastMs = 0;
  let spokenMs = 0;
  let speechDb = silenceDb;

  const learnNoise = (level: number, floorDb: number): void => {
    spokenMs += frameMs;
    speechDb += (level - speechDb) * Math.max(frameMs / speechNeededMs, frameMs / spokenMs);
    if (spokenMs < speechNeededMs) return;
    const above = speechDb - floorDb;
    isNoisy = isNoisy ? above < quietAboveDb : above < noisyBelowDb;
  };

  return {
    isNoisy: () => isNoisy,
    hear: (frame, probability) => {
      const startMs = count * frameMs;
      count += 1;
      const level = levelDb(filter(frame));
      // What sounds like speech isn’t noise, however long it goes on.
      const isLikely = probability === null ? null : probability > likely;
      const floorDb = floor(level, isLikely !== true);
      const isLoud = level > floorDb + aboveFloorDb;
      const isActive = isLikely === null ? isLoud : isLikely && (isNoisy || isLoud);
      // Also speech that is too soft to count yet: that is how noise shows.
      if (level > floorDb + audibleDb && (isLikely ?? (isSpeaking && isLoud))) learnNoise(level, floorDb);
      if (isSpeaking) {
        if (isActive) {
          lastMs = startMs + frameMs;
          return null;
        }
        if (startMs + frameMs - lastMs < hangoverMs) return null;
        isSpeaking = false;
        active = 0;
        return { isSpeaking, atMs: lastMs };
      }
      if (!isActive) {
        active = Math.max(0, active - 1);
        return null;
      }
      if (active === 0) firstMs = startMs;
      active += 1;
      if (active * frameMs < onsetMs) return null;
      isSpeaking = true;
      lastMs = startMs + frameMs;
      return { isSpeaking, atMs: firstMs };
    },
  };
}

/**
 * The level of the noise: the quietest moment, averaged over a few frames. It falls at once and rises slowly, so that
 * a long vowel isn’t taken for noise. What comes before the first sound is a microphone that is starting.
 */
function noiseFloor(): (level: number, mayRise: boolean) => number {
  const parts = 10;
  const framesPerPart = quietestOfMs / frameMs / parts;
  const quietest: number[] = [];
  let frames = 0;
  let power = 0;
  let floor: number | null = null;
  return (level, mayRise) => {
    if (floor === null && level <= silenceDb) return lowestFloorDb;
    const isFirst = frames === 0;
    power = isFirst ? 10 ** (level / 10) : power + (10 ** (level / 10) - power) / 4;
    const smooth = powerDb(power);
    if (frames % framesPerPart === 0) {
      quietest.push(smooth);
      if (quietest.length > parts) quietest.shift();
    }
    const newest = quietest.length - 1;
    quietest[newest] = Math.min(quietest[newest] ?? smooth, smooth);
    frames += 1;
    const least = Math.min(...quietest);
    const riseDb = mayRise ? (riseDbPerSecond * frameMs) / 1000 : 0;
    floor = floor === null ? least : Math.min(least, floor + riseDb);
    floor = Math.max(floor, lowestFloorDb);
    return floor;
  };
}
