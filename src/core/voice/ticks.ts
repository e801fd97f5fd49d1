import type { Evidence } from './evidence.ts';
import type { ToldRow } from './heard.ts';
import type { Script } from './script.ts';

/** Which rows were told, and what was heard of all. */
export interface Ticks {
  /** In the order in which they were told. */
  told: readonly ToldRow[];
  /** By row: the positions heard, with the most that each said. */
  heard: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

export const noTicks: Ticks = { told: [], heard: new Map() };

/** Words of a row count only while several of them are heard together… */
const together = { words: 2, worth: 1.5 } as const;
/** …and the speaker is near it, in rows. */
const nearRows = 2;
/** It ticks a row once so much of what the row’s words can say was heard… */
const toldShare = 0.5;
/** …of which a long row needs no more than this. */
const mostWorth = 4;

/** Adds what is heard while the speaker is at the row `cursor`. A row that was told stays told. */
export function tick(ticks: Ticks, evidence: Evidence, cursor: number, script: Script, nowMs: number): Ticks {
  const heard = new Map(ticks.heard);
  const told = [...ticks.told];
  for (const [row, { worth, positions }] of evidence.rows) {
    if (Math.abs(row - cursor) > nearRows || positions.size < together.words || worth < together.worth) continue;
    const own = new Map(heard.get(row));
    for (const [position, says] of positions) own.set(position, Math.max(says, own.get(position) ?? 0));
    heard.set(row, own);
    const id = script.rows[row];
    if (id === undefined || told.some((other) => other.id === id)) continue;
    const sum = [...own.values()].reduce((total, says) => total + says, 0);
    if (sum < toldShare * Math.min(script.worths[row] ?? 0, mostWorth)) continue;
    told.push({ id, atMs: Math.round(nowMs), words: wordsAt(own.keys(), script) });
  }
  return { told, heard };
}

/** As the answer has them, in its order, each once: "61" is two positions. */
function wordsAt(positions: Iterable<number>, script: Script): string[] {
  const inOrder = [...positions].toSorted((one, other) => one - other);
  return [...new Set(inOrder.map((position) => script.positions[position]?.shown ?? ''))];
}
