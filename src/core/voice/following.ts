import { follow, placedByHand, type VoiceCursor } from './cursor.ts';
import { evidenceOf, type WordHit, hitsIn, type Segment, windowMs } from './evidence.ts';
import type { Script } from './script.ts';
import { noTicks, tick, type Ticks } from './ticks.ts';

/** Where the speaker is, which rows were told, and the words heard that say so. */
export interface FollowState {
  cursor: VoiceCursor;
  ticks: Ticks;
  /** Of stretches of speech that have ended. */
  past: readonly WordHit[];
  /** Words heard before don’t count: the person has moved since. */
  sinceMs: number;
}

/** What the recogniser made of the speech since `startMs`, at `nowMs`. */
export interface Hypothesis {
  startMs: number;
  nowMs: number;
  segments: readonly Segment[];
  /** Nothing will change in these segments: the next come from a new start. */
  isFinal: boolean;
}

/** At the first row, with nothing told. */
export const notFollowing: FollowState = {
  cursor: { row: 0, sinceMs: Number.NEGATIVE_INFINITY, heldUntilMs: 0 },
  ticks: noTicks,
  past: [],
  sinceMs: Number.NEGATIVE_INFINITY,
};

/** Takes what was heard into account. Called a few times a second. */
export function hear(
  following: FollowState,
  { startMs, nowMs, segments, isFinal }: Hypothesis,
  script: Script,
): FollowState {
  const hits = [...following.past, ...hitsIn(segments, startMs)].filter(
    ({ atMs }) => atMs > Math.max(following.sinceMs, nowMs - windowMs),
  );
  const evidence = evidenceOf(hits, script, nowMs);
  const sinceMove = hits.filter(({ atMs }) => atMs > following.cursor.sinceMs);
  const cursor = follow(following.cursor, evidence, evidenceOf(sinceMove, script, nowMs), nowMs);
  const ticks = tick(following.ticks, evidence, cursor.row, script);
  return { ...following, cursor, ticks, past: isFinal ? hits : following.past };
}

/** The person went to a row. */
export function moveTo(following: FollowState, row: number, nowMs: number): FollowState {
  return { ...following, cursor: placedByHand(row, nowMs), sinceMs: nowMs };
}
