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

/** Words of a row count only while they say more than a word alone can… */
const together = 1.1;
/** …and the speaker is near it, in rows. */
const nearRows = 1;
/** What the words of a row can say, at most: a long row counts as wholly heard before all of it was. */
const mostWorth = 5;
/** A row was told if the share of it that was heard, and that of the rows beside it, come to this together. */
const toldShare = 0.9;

/**
 * Adds what is heard while the speaker is at the row `cursor`. Mishearings are scattered, and a telling isn’t: so little of
 * a row is enough where much of the rows before and after it was heard, and alone it needs almost all of its words. A row
 * that was told stays told.
 */
export function tick(ticks: Ticks, evidence: Evidence, cursor: number, script: Script): Ticks {
  const heard = new Map(ticks.heard);
  for (const [row, { worth, positions, lastMs }] of evidence.rows) {
    if (Math.abs(row - cursor) > nearRows || worth < together) continue;
    const own = new Map(heard.get(row)?.positions);
    for (const [position, says] of positions) own.set(position, Math.max(says, own.get(position) ?? 0));
    heard.set(row, { positions: own, lastMs });
  }
  const shares = script.worths.map((worth, row) => shareOf(heard.get(row), worth));
  const told = [...ticks.told];
  for (const [row, { positions, lastMs }] of heard) {
    const id = script.rows[row];
    if (id === undefined || told.some((other) => other.id === id)) continue;
    if ((shares[row] ?? 0) + shareBeside(shares, row) < toldShare) continue;
    told.push({ id, atMs: Math.round(lastMs), words: wordsAt(positions.keys(), script) });
  }
  return { told, heard };
}

function shareOf(heard: HeardRow | undefined, worth: number): number {
  if (heard === undefined) return 0;
  const sum = [...heard.positions.values()].reduce((total, says) => total + says, 0);
  return sum / Math.min(worth, mostWorth);
}

/** The mean of the rows before and after, of which the first and the last row have one. */
function shareBeside(shares: readonly number[], row: number): number {
  const beside = [shares[row - 1], shares[row + 1]].filter((share) => share !== undefined);
  return beside.reduce((sum, share) => sum + Math.min(1, share), 0) / Math.max(1, beside.length);
}

/** As the answer has them, in its order, each once: "61" is two positions. */
function wordsAt(positions: Iterable<number>, script: Script): string[] {
  const inOrder = [...positions].toSorted((one, other) => one - other);
  return [...new Set(inOrder.map((position) => script.positions[position]?.shown ?? ''))];
}
