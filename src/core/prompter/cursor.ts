import type { Plan, PlanRow } from './plan.ts';
import { cursorMs, elapsedMs, type Session } from './session.ts';

/** Within this much of the clock one is on pace: about one bullet either way. */
const onPaceMs = 8000;

/** Index of the row at a place on the plan: the last that has begun; -1 in an empty plan. */
export function rowIndexAt(plan: Plan, atMs: number): number {
  let index = plan.rows.length > 0 ? 0 : -1;
  for (let next = 1; next < plan.rows.length; next += 1) {
    if ((plan.rows[next]?.startMs ?? 0) > atMs) break;
    index = next;
  }
  return index;
}

/** Where the cursor goes to stand on the next (or previous) row; null where there is none. It always moves. */
export function rowStep(plan: Plan, atMs: number, step: 1 | -1): number | null {
  const index = rowIndexAt(plan, atMs);
  if (step === 1) return plan.rows[index + 1]?.startMs ?? null;
  // By time, not by index: in a target of fewer milliseconds than rows, several rows start at once.
  const startMs = plan.rows[index]?.startMs ?? 0;
  return plan.rows.findLast((row) => row.startMs < startMs)?.startMs ?? null;
}

/**
 * Where the cursor goes for the next or previous section that has rows. Back means to the start of the
 * present section first, if the cursor is past its first row.
 */
export function sectionStep(plan: Plan, atMs: number, step: 1 | -1): number | null {
  const sections = plan.sections.filter((section) => section.endMs > section.startMs);
  const present = sections.findLastIndex((section) => section.startMs <= atMs);
  if (step === 1) return sections[present + 1]?.startMs ?? null;
  const start = sections[present]?.startMs;
  const firstRow = plan.rows.find((row) => row.startMs === start);
  if (start !== undefined && firstRow !== undefined && atMs >= firstRow.endMs) return start;
  return sections[present - 1]?.startMs ?? null;
}

/**
 * Cursor against clock in whole milliseconds (fractions would flicker at the limits), above zero when ahead.
 * In step mode the speaker is anywhere on the cursor's row, so one is off pace only once the clock is outside
 * the row. A plan without rows has no pace to keep.
 */
export function driftMs(session: Session, plan: Plan, nowMs: number): number {
  const clockMs = elapsedMs(session, nowMs);
  const atMs = cursorMs(session, nowMs);
  const row = plan.rows[rowIndexAt(plan, atMs)];
  if (row === undefined) return 0;
  if (session.mode === 'auto') return Math.round(atMs - clockMs);
  if (clockMs < row.startMs) return Math.round(row.startMs - clockMs);
  return Math.min(0, Math.round(row.endMs - clockMs));
}

/** The drift in words, as assistive software reads it: `on pace`, `12 seconds behind`, `9 seconds ahead`. */
export function describeDrift(drift: number): string {
  if (Math.abs(drift) <= onPaceMs) return 'on pace';
  return `${Math.round(Math.abs(drift) / 1000)} seconds ${drift < 0 ? 'behind' : 'ahead'}`;
}

/** The drift as the header shows it: nothing on pace, else `▼ 12 s` or `▲ 9 s`; a plus is the mark of overtime. */
export function formatDrift(drift: number): string {
  if (Math.abs(drift) <= onPaceMs) return '';
  return `${drift < 0 ? '▼' : '▲'} ${Math.round(Math.abs(drift) / 1000)} s`;
}

/**
 * Where a cursor on the old plan stands on the new one: on the row with the same id and as far into it;
 * where that row is gone, at the start of the nearest old neighbour that is left; else at the same row number.
 */
export function carryCursor(oldPlan: Plan, newPlan: Plan, atMs: number): number {
  const index = rowIndexAt(oldPlan, atMs);
  const old = oldPlan.rows[index];
  if (old === undefined || newPlan.rows.length === 0) return 0;
  const byId = new Map(newPlan.rows.map((row) => [row.id, row]));
  const same = byId.get(old.id);
  if (same !== undefined) return placeOnRow(newPlan, same, intoRow(old, atMs));
  for (let away = 1; away < oldPlan.rows.length; away += 1) {
    for (const neighbour of [oldPlan.rows[index + away], oldPlan.rows[index - away]]) {
      const kept = neighbour && byId.get(neighbour.id);
      if (kept) return kept.startMs;
    }
  }
  return newPlan.rows[Math.min(index, newPlan.rows.length - 1)]?.startMs ?? 0;
}

/** A place on a row, from its start at 0 to its end at 1; short of the end, since that is the next row's start. */
function placeOnRow(plan: Plan, row: PlanRow, into: number): number {
  const placeMs = row.startMs + into * (row.endMs - row.startMs);
  return row === plan.rows.at(-1) ? placeMs : Math.max(row.startMs, Math.min(placeMs, row.endMs - 1));
}

function intoRow(row: PlanRow, atMs: number): number {
  const lengthMs = row.endMs - row.startMs;
  return lengthMs > 0 ? Math.min(1, Math.max(0, (atMs - row.startMs) / lengthMs)) : 0;
}
