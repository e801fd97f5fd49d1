import type { Evidence } from './evidence.ts';

/** Where the speaker is. */
export interface VoiceCursor {
  /** Of the outline, counted over all sections. */
  row: number;
  /** It doesn’t move before. */
  heldUntilMs: number;
}

/** How long a row that the person went to stays. */
const heldMs = 5000;
/** Between two moves. */
const betweenMovesMs = 1000;
/** How lately a word of a row must have been heard for the cursor to move there: silence and other words never move it. */
const recentMs = 1500;
/** In rows: how far a few words in a row may move it. */
const runReach = 2;

/** How much more the words of another row must say than those of the present one. */
const leads = { next: 0.75, near: 1.4, far: 3, back: 3.6 } as const;
/** In rows: as far as two words suffice. */
const nearRows = 3;

/** The person went to a row: it stays for five seconds, whatever is heard. */
export function placedByHand(row: number, nowMs: number): VoiceCursor {
  return { row, heldUntilMs: nowMs + heldMs };
}

/**
 * Moves to where the words heard say that the speaker is: at most once a second, and only while words of that row are
 * heard. The next row needs less evidence than those farther on, and going back needs most.
 */
export function follow(cursor: VoiceCursor, evidence: Evidence, nowMs: number): VoiceCursor {
  if (nowMs < cursor.heldUntilMs) return cursor;
  const row = runAhead(cursor, evidence) ?? rowAhead(cursor, evidence, nowMs);
  return row === null ? cursor : { row, heldUntilMs: nowMs + betweenMovesMs };
}

function runAhead({ row }: VoiceCursor, { run }: Evidence): number | null {
  return run !== null && run > row && run <= row + runReach ? run : null;
}

function rowAhead({ row }: VoiceCursor, { rows }: Evidence, nowMs: number): number | null {
  const present = rows.get(row)?.worth ?? 0;
  let best: number | null = null;
  let bestLead = 0;
  for (const [other, { worth, positions, lastMs }] of rows) {
    const distance = other - row;
    if (distance === 0 || lastMs < nowMs - recentMs || (distance !== 1 && positions.size < 2)) continue;
    const lead = worth - present - leadTo(distance);
    if (lead >= bestLead) [best, bestLead] = [other, lead];
  }
  return best;
}

function leadTo(distance: number): number {
  if (distance < 0) return leads.back;
  if (distance === 1) return leads.next;
  return distance <= nearRows ? leads.near : leads.far;
}
