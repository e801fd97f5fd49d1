import type { Evidence } from './evidence.ts';

/** Where the speaker is. */
export interface VoiceCursor {
  /** Of the outline, counted over all sections. */
  row: number;
  /** When it came there. */
  sinceMs: number;
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
  return { row, sinceMs: nowMs, heldUntilMs: nowMs + heldMs };
}

/**
 * Moves to where the words heard say that the speaker is: at most once a second, and only while words of that row are
 * heard. The next row needs less evidence than those farther on, and going back needs most, all of it heard after the last
 * move, as `since` has it: the cursor moved on despite the words before.
 */
export function follow(cursor: VoiceCursor, evidence: Evidence, since: Evidence, nowMs: number): VoiceCursor {
  if (nowMs < cursor.heldUntilMs) return cursor;
  const row = runAhead(cursor, evidence) ?? rowToGoTo(cursor, evidence, since, nowMs);
  return row === null ? cursor : { row, sinceMs: nowMs, heldUntilMs: nowMs + betweenMovesMs };
}

function runAhead({ row }: VoiceCursor, { run }: Evidence): number | null {
  return run !== null && run > row && run <= row + runReach ? run : null;
}

function rowToGoTo({ row }: VoiceCursor, { rows }: Evidence, since: Evidence, nowMs: number): number | null {
  const present = rows.get(row)?.worth ?? 0;
  let best: number | null = null;
  let bestLead = 0;
  for (const [other, { worth, positions, lastMs }] of rows) {
    const distance = other - row;
    if (distance === 0 || lastMs < nowMs - recentMs || (distance !== 1 && positions.size < 2)) continue;
    const says = distance < 0 ? (since.rows.get(other)?.worth ?? 0) : worth;
    const lead = says - present - leadTo(distance);
    if (lead >= bestLead) [best, bestLead] = [other, lead];
  }
  return best;
}

function leadTo(distance: number): number {
  if (distance < 0) return leads.back;
  if (distance === 1) return leads.next;
  return distance <= nearRows ? leads.near : leads.far;
}
