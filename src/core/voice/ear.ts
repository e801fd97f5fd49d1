import { speechGate, type SpeechTurn } from './gate.ts';
import { resampler } from './resampler.ts';
import { frameLength, frameMs, soundRate } from './sound.ts';
import { syllableFinder } from './syllables.ts';

/** What a piece of sound has to say. Times are in ms from the first sample. */
export interface HeardSound {
  /** 16 kHz mono; where there is noise, with less of it. */
  samples: Float32Array;
  /** Where those samples start. */
  samplesMs: number;
  /** Where the sound ends that was taken in for it: the newest that is known. */
  endMs: number;
  /** The loudest sample, 0 to 1. */
  peak: number;
  turns: SpeechTurn[];
  syllablesMs: number[];
}

/**
 * Takes the noise out of a frame of 10 ms at 48 kHz, in place. The result is one frame late. Returns the probability that
 * somebody speaks in the frame that it took.
 */
export type Denoiser = (frame: Float32Array) => number;

export const denoiserRate = 48_000;
const denoiserFrame = (denoiserRate * frameMs) / 1000;
/** How much of the noise stays: a pause is never digital silence. With more, fewer words are recognised. */
const dryShare = 0.05;
const framesPerPiece = 5;

/**
 * Listens to sound of any rate, block by block: who speaks when, syllables, and the sound for whoever else wants it, in
 * pieces of 50 ms. Without a denoiser, noise stays, and the level alone decides what is speech.
 */
export function createEar(rate: number, denoise: Denoiser | null): (block: Float32Array) => HeardSound[] {
  const toDenoiser = resampler(rate, denoiserRate);
  // For the gate, the sound as it is; for the rest, as it is passed on.
  const toGate = resampler(denoiserRate, soundRate);
  const toSound = resampler(denoiserRate, soundRate);
  const frames = inLengths(denoiserFrame);
  const gateFrames = inLengths(frameLength);
  const soundFrames = inLengths(frameLength);
  const gate = speechGate();
  const findSyllable = syllableFinder();
  let before: Float32Array = new Float32Array(denoiserFrame);
  let wetShare = 0;
  let isSpeaking = false;
  let framesHeard = 0;
  let framesPassed = 0;
  let piece = emptyPiece();

  /** The frame before this one, with less noise where there is any. */
  const cleaned = (frame: Float32Array): { sound: Float32Array; probability: number | null } => {
    const dry = before;
    before = frame;
    if (denoise === null) return { sound: dry, probability: null };
    const wet = frame.slice();
    const probability = denoise(wet);
    const wanted = gate.isNoisy() ? 1 - dryShare : 0;
    const from = wetShare;
    wetShare = wanted;
    if (from === 0 && wanted === 0) return { sound: dry, probability };
    const sound = dry.map((sample, index) => {
      const share = from + ((wanted - from) * index) / dry.length;
      return sample + ((wet[index] ?? 0) - sample) * share;
    });
    return { sound, probability };
  };

  const hearFrame = (frame: Float32Array): HeardSound | null => {
    for (const sample of frame) piece.peak = Math.max(piece.peak, Math.min(1, Math.abs(sample)));
    const { sound, probability } = cleaned(frame);
    for (const gateFrame of gateFrames(toGate(frame))) {
      const turn = gate.hear(gateFrame, probability);
      if (turn === null) continue;
      ({ isSpeaking } = turn);
      piece.turns.push(turn);
    }
    for (const soundFrame of soundFrames(toSound(sound))) {
      piece.frames.push(soundFrame);
      const atMs = findSyllable(soundFrame, isSpeaking);
      // One frame late.
      if (atMs !== null) piece.syllablesMs.push(Math.max(0, atMs - frameMs));
    }
    framesHeard += 1;
    if (framesHeard % framesPerPiece !== 0) return null;
    const { frames: done, ...rest } = piece;
    const samplesMs = (framesPassed - 1) * frameMs;
    framesPassed += done.length;
    piece = emptyPiece();
    return { ...rest, samples: joined(done), samplesMs, endMs: framesHeard * frameMs };
  };

  return (block) =>
    frames(toDenoiser(block))
      .map(hearFrame)
      .filter((heard) => heard !== null);
}

function emptyPiece(): Pick<HeardSound, 'peak' | 'turns' | 'syllablesMs'> & { frames: Float32Array[] } {
  return { peak: 0, turns: [], syllablesMs: [], frames: [] };
}

/** Cuts sound into frames of one length; what is left over begins the next. */
function inLengths(length: number): (samples: Float32Array) => Float32Array[] {
  let rest = new Float32Array(0);
  return (samples) => {
    const all = joined([rest, samples]);
    const count = Math.floor(all.length / length);
    rest = all.slice(count * length);
    return Array.from({ length: count }, (_, index) => all.slice(index * length, (index + 1) * length));
  };
}

function joined(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
