import { hear, type Hypothesis, notFollowing } from '../../src/core/voice/following.ts';
import type { Script } from '../../src/core/voice/script.ts';
import type { Plan } from '../../src/core/prompter/plan.ts';
import type { Line } from './tellings.ts';

/** How well a telling was followed. Shares are 0 to 1; NaN without anything to tell. */
export interface Followed {
  told: number;
  ticked: number;
  untold: number;
  /** Ticked, though not told. */
  falseTicks: number;
  missed: number[];
  wrong: number[];
  /** Looks while a row was being told, and how many of them had the cursor within one row of it. */
  looks: number;
  near: number;
  /** The same for a clock that goes through the plan. */
  nearByTimer: number;
}

/** Follows recorded hypotheses, and compares with what was told when. */
export function measure(
  hypotheses: readonly Hypothesis[],
  script: Script,
  lines: readonly Line[],
  times: readonly { startMs: number; endMs: number }[],
  plan: Plan,
): Followed {
  let following = notFollowing;
  let [looks, near, nearByTimer] = [0, 0, 0];
  for (const hypothesis of hypotheses) {
    following = hear(following, hypothesis, script);
    if (hypothesis.isFinal) continue;
    const index = times.findIndex(({ startMs, endMs }) => startMs <= hypothesis.nowMs && hypothesis.nowMs < endMs);
    const row = lines[index]?.row ?? null;
    if (row === null) continue;
    looks += 1;
    if (Math.abs(following.cursor.row - row) <= 1) near += 1;
    const planned = plan.rows.findIndex(({ endMs }) => endMs > hypothesis.nowMs - (times[0]?.startMs ?? 0));
    if (Math.abs((planned === -1 ? plan.rows.length - 1 : planned) - row) <= 1) nearByTimer += 1;
  }
  const told = new Set(lines.flatMap(({ row }) => (row === null ? [] : [row])));
  const ticked = following.ticks.told.map(({ id }) => script.rows.indexOf(id));
  return {
    told: told.size,
    ticked: ticked.filter((row) => told.has(row)).length,
    untold: script.rows.length - told.size,
    falseTicks: ticked.filter((row) => !told.has(row)).length,
    missed: [...told].filter((row) => !ticked.includes(row)),
    wrong: ticked.filter((row) => !told.has(row)),
    looks,
    near,
    nearByTimer,
  };
}
