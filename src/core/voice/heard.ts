import * as v from 'valibot';

/*
 * What a page heard of an answer, as facts about its run. All times are whole milliseconds on the clock of the run: zero is
 * the start of the answer, and a pause takes no time.
 */

const ms = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000));
/** Stretches of speech, and syllables: more than anybody says in hours. What comes later isn’t kept. */
export const mostHeard = 50_000;
export const recordingIdForm = /^[\w-]{1,64}$/u;

/** The recording of an answer. The bytes are in a file of their own. */
export const recorded = v.strictObject({
  /** Names the file. */
  id: v.pipe(v.string(), v.regex(recordingIdForm)),
  /** Where the answer starts in the recording: it may have begun in the think time, or (below zero) after the answer. */
  startMs: v.pipe(v.number(), v.integer(), v.minValue(-86_400_000), v.maxValue(86_400_000)),
  durationMs: ms,
  /** The loudest of each of as many equal parts, 0 to 100. */
  peaks: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))), v.maxLength(200)),
});
export type Recorded = v.InferOutput<typeof recorded>;

/** A row of the outline that was told. */
const told = v.strictObject({
  /** Of the outline’s item. */
  id: v.pipe(v.string(), v.maxLength(1000)),
  atMs: ms,
  /** The words that showed it, as the answer has them. */
  words: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)),
});
export type ToldRow = v.InferOutput<typeof told>;

export const heard = v.strictObject({
  /** As far as anybody listened. */
  untilMs: ms,
  /** Stretches of speech, each with its start and end, in order, apart from each other. */
  speech: v.pipe(v.array(v.tuple([ms, ms])), v.maxLength(mostHeard)),
  /** When each syllable was heard, in order. */
  syllablesMs: v.pipe(v.array(ms), v.maxLength(mostHeard)),
  /** Null where rows can’t be followed, or aren’t. */
  told: v.nullable(v.pipe(v.array(told), v.maxLength(1000))),
  recording: v.nullable(recorded),
});
export type Heard = v.InferOutput<typeof heard>;
