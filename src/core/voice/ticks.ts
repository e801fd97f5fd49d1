import type { Evidence } from './evidence.ts';
import type { ToldRow } from './heard.ts';
import type { Script } from './script.ts';

/** Which rows were told, and what was heard of all. */
export interface Ticks {
  /** In the order in which it became clear. */
  told: readonly ToldRow[];
  /** By row; those of which nothing was heard are missing. */
  heard: ReadonlyMap<number, HeardRow>;
}

interface HeardRow {
  /** The positions heard, with the most that each said. */
  positions: ReadonlyMap<number, number>;
  /** When the last of them was heard. */
  lastMs: number;
}

export const noTicks: Ticks = { told: [], heard: new Map() };

/** Words of a row count only while they say as much as one that no other row has… */
const leastWorth = 0.8;
/** …and the speaker is near it, in rows. */
const nearRows = 1;
/** What the words of a row can say, at most: a long row counts as wholly heard before all of it was. */
const mostWorth = 4;
/** How much of itself has to be heard of a row where nothing is heard around it… */
const aloneShare = 1.05;
/** …which is less by so much of the share that was heard, on average, of those around… */
const aroundCounts = 1.25;
/** …that is, so many rows before and after. */
const aroundRows = 4;

/**
 * Adds what is heard while the speaker is at the row `cursor`. Mishearings are scattered, and a telling isn’t: the more was
 * heard of the rows around a row, the less of its own words is enough. So what is hard to hear, in noise, asks for less
 * of each row, and another story for more. A row that was told stays told.
 */
export function tick(ticks: Ticks, evidence: Evidence, cursor: number, script: Script): Ticks {
  const heard = new Map(ticks.heard);
  for (const [row, { worth, positions, lastMs }] of evidence.rows) {
    if (Math.abs(row - cursor) > nearRows || worth < leastWorth) continue;
    const own = new Map(heard.get(row)?.positions);
    for (const [position, says] of positions) own.set(position, Math.max(says, own.get(position) ?? 0));
    heard.set(row, { positions: own, lastMs });
  }
  const shares = script.worths.map((worth, row) => shareOf(heard.get(row), worth));
  const told = [...ticks.told];
  for (const [row, { positions, lastMs }] of heard) {
    const id = script.rows[row];
    if (id === undefined || told.some((other) => other.id === id)) continue;
    if ((shares[row] ?? 0) + aroundCounts * shareAround(shares, row) < aloneShare) continue;
    told.push({ id, atMs: Math.round(lastMs), words: wordsAt(positions.keys(), script) });
  }
  return { told, heard };
}

function shareOf(heard: HeardRow | undefined, worth: number): number {
  if (heard === undefined) return 0;
  const sum = [...heard.positions.values()].reduce((total, says) => total + says, 0);
  return sum / Math.min(worth, mostWorth);
}

/** Of the rows before and after; there are fewer at the ends. */
function shareAround(shares: readonly number[], row: number): number {
  const around = [...shares.slice(Math.max(0, row - aroundRows), row), ...shares.slice(row + 1, row + 1 + aroundRows)];
  return around.reduce((sum, share) => sum + Math.min(1, share), 0) / Math.max(1, around.length);
}

/** As the answer has them, in its order, each once: "61" is two positions. */
function wordsAt(positions: Iterable<number>, script: Script): string[] {
  const inOrder = [...positions].toSorted((one, other) => one - other);
  return [...new Set(inOrder.map((position) => script.positions[position]?.shown ?? ''))];
}
