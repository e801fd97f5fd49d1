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

/** The moment at which most of a row was heard. */
interface HeardRow {
  /** What its words said then. */
  worth: number;
  positions: ReadonlySet<number>;
  atMs: number;
}

export const noTicks: Ticks = { told: [], heard: new Map() };

/** Words of a row count only while they say as much as one that no other row has… */
const leastWorth = 0.8;
/** …and the speaker is near it, in rows. */
const nearRows = 1;
/** What the words of a row can say, at most: a long row counts as wholly heard before all of it was. */
const mostWorth = 4;
/** How much of itself has to be heard of a row where nothing is heard of others… */
const aloneShare = 1.2;
/** …which is less by so much of the share that was heard of all rows. */
const othersCount = 1.5;

/**
 * Adds what is heard while the speaker is at the row `cursor`. Mishearings are scattered, and a telling isn’t: the more was
 * heard of all rows, the less of a single one is enough. So where words are hard to hear, in noise, each row needs less, and
 * during another story, more. A row that was told stays told.
 */
export function tick(ticks: Ticks, evidence: Evidence, cursor: number, script: Script): Ticks {
  const heard = new Map(ticks.heard);
  for (const [row, { worth, positions, lastMs }] of evidence.rows) {
    if (Math.abs(row - cursor) > nearRows || worth < leastWorth || worth <= (heard.get(row)?.worth ?? 0)) continue;
    heard.set(row, { worth, positions: new Set(positions.keys()), atMs: lastMs });
  }
  const shareOf = (row: number): number => (heard.get(row)?.worth ?? 0) / Math.min(script.worths[row] ?? 0, mostWorth);
  const ofAll = [...heard.keys()].reduce((sum, row) => sum + Math.min(1, shareOf(row)), 0) / script.rows.length;
  const told = [...ticks.told];
  for (const [row, { positions, atMs }] of heard) {
    const id = script.rows[row];
    if (id === undefined || told.some((other) => other.id === id)) continue;
    if (shareOf(row) < aloneShare - othersCount * ofAll) continue;
    told.push({ id, atMs: Math.round(atMs), words: wordsAt(positions, script) });
  }
  return { told, heard };
}

/** As the answer has them, in its order, each once: "61" is two positions. */
function wordsAt(positions: Iterable<number>, script: Script): string[] {
  const inOrder = [...positions].toSorted((one, other) => one - other);
  return [...new Set(inOrder.map((position) => script.positions[position]?.shown ?? ''))];
}
