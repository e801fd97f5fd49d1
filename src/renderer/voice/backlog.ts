import { soundRate } from '../../core/voice/sound.ts';

/** What waits in a worker, and whether it keeps up. */
export interface Backlog {
  /** Samples are about to be sent. False if too many wait: then leave them out. */
  send: (samples: number) => boolean;
  /** The worker took them. */
  done: (samples: number, tookMs: number) => void;
  /** For some seconds, the worker has needed most of the time that the samples last. */
  isTooSlow: () => boolean;
}

/** In seconds of sound: more never waits, */
const mostWaiting = 8;
/** and after that, nothing is sent until no more than this waits. */
const fewWaiting = 1;
/** How much of the time the worker may need, measured over so many seconds of sound. */
const mostShare = 0.8;
const measuredSeconds = 10;

/** Nothing waits. */
export function newBacklog(): Backlog {
  let waiting = 0;
  let isFull = false;
  let isSlow = false;
  /** Since the last look at how long it takes. */
  let measured = { samples: 0, tookMs: 0 };
  const measure = (samples: number, tookMs: number): void => {
    measured = { samples: measured.samples + samples, tookMs: measured.tookMs + tookMs };
    const seconds = measured.samples / soundRate;
    if (seconds < measuredSeconds) return;
    isSlow ||= measured.tookMs / 1000 / seconds > mostShare;
    measured = { samples: 0, tookMs: 0 };
  };
  return {
    send: (samples) => {
      if (waiting > mostWaiting * soundRate) isFull = true;
      if (waiting <= fewWaiting * soundRate) isFull = false;
      // What is left out counts as if the worker had needed all of its time.
      if (isFull) measure(samples, (samples * 1000) / soundRate);
      else waiting += samples;
      return !isFull;
    },
    done: (samples, tookMs) => {
      waiting -= samples;
      measure(samples, tookMs);
    },
    isTooSlow: () => isSlow,
  };
}
