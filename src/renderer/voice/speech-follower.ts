import { type FollowState, hear, type Hypothesis, moveTo, notFollowing } from '../../core/voice/following.ts';
import { grammarOf } from '../../core/voice/grammar.ts';
import type { Script } from '../../core/voice/script.ts';
import { soundRate } from '../../core/voice/sound.ts';
import type { Engine } from './engine.ts';

/** Follows an answer in the samples that it is fed. */
export interface SpeechFollower {
  /** 16 kHz, mono; `atMs` is when the first was made. Returns where the speaker is if it looked, else null. */
  feed: (samples: Float32Array, atMs: number) => FollowState | null;
  /** The person went to a row: with the next samples, the cursor is there. */
  moveTo: (row: number) => void;
}

/** How often it looks where the speaker is, in samples. */
const stepSamples = 0.3 * soundRate;
/** Samples that come later than this don’t follow those before: the microphone was paused. */
const gapMs = 200;
/** The engine keeps all of a stretch of speech, so it starts again where the speaker pauses, or at least so often. */
const stretch = { leastMs: 4000, mostMs: 40_000, pauseFrames: 35 } as const;

/** `onHypothesis` gets all that following goes by. Throws if the engine refuses the answer’s words. */
export function createSpeechFollower(
  engine: Engine,
  script: Script,
  onHypothesis: (hypothesis: Hypothesis) => void = () => {},
): SpeechFollower {
  let following = notFollowing;
  let stretchMs = 0;
  let heardSamples = 0;
  let untilStep = stepSamples;
  let isOpen = false;
  /** Where the person went since the last samples. */
  let movedTo: number | null = null;
  const nowMs = (): number => stretchMs + (heardSamples * 1000) / soundRate;

  const start = (atMs: number): void => {
    engine.start();
    [stretchMs, heardSamples, isOpen] = [atMs, 0, true];
  };
  const look = (isFinal: boolean): ReturnType<Engine['segments']> => {
    const segments = engine.segments();
    const hypothesis = { startMs: stretchMs, nowMs: nowMs(), segments, isFinal };
    onHypothesis(hypothesis);
    following = hear(following, hypothesis, script);
    return segments;
  };
  const finish = (): void => {
    engine.stop();
    look(true);
    isOpen = false;
  };

  engine.setGrammar(grammarOf(script));
  return {
    feed: (samples, atMs) => {
      if (isOpen && Math.abs(atMs - nowMs()) > gapMs) finish();
      if (!isOpen) start(atMs);
      // Only now is it clear what time it is: the microphone may have been paused.
      if (movedTo !== null) following = moveTo(following, movedTo, atMs);
      movedTo = null;
      engine.process(samples);
      heardSamples += samples.length;
      untilStep -= samples.length;
      if (untilStep > 0) return null;
      untilStep = stepSamples;
      const last = look(false).at(-1);
      const lastedMs = nowMs() - stretchMs;
      const isPause = last?.word === '<sil>' && last.end - last.start >= stretch.pauseFrames;
      if (lastedMs > stretch.mostMs || (lastedMs > stretch.leastMs && isPause)) finish();
      return following;
    },
    moveTo: (row) => {
      movedTo = row;
    },
  };
}
