import { sectionKey, type Plan, type PlanRow, type PlanSection } from './plan.ts';
import { cursorMs, elapsedMs, type Session } from './session.ts';
import { differenceWords } from './shown-times.ts';
import { clamp } from '../values.ts';

/** How far from the clock still counts as on pace: about one bullet either way. */
const onPaceMs = 8000;

/** Index of the row at a place on the plan, which is the last one that has begun; -1 in an empty plan. */
export function rowIndexAt(plan: Plan, atMs: number): number {
  let index = plan.rows.length > 0 ? 0 : -1;
  for (let next = 1; next < plan.rows.length; next += 1) {
    if ((plan.rows[next]?.startMs ?? 0) > atMs) break;
    index = next;
  }
  return index;
}

/** The cursor's place for the next or previous row; null if there isn't one. Never the place it is at. */
export function rowStep(plan: Plan, atMs: number, step: 1 | -1): number | null {
  const index = rowIndexAt(plan, atMs);
  if (step === 1) return plan.rows[index + 1]?.startMs ?? null;
  // By time, not by index: if the target has fewer milliseconds than rows, several rows start at once.
  const startMs = plan.rows[index]?.startMs ?? 0;
  return plan.rows.findLast((row) => row.startMs < startMs)?.startMs ?? null;
}

/**
 * The cursor's place for the next or previous section with rows; null if there isn't one. Going back from beyond a
 * section's first row leads to the start of that section first.
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
 * How far the cursor is ahead of the clock (below zero: behind). In whole milliseconds, since fractions would flicker
 * at the limits. Where the clock doesn’t move the cursor, the speaker may be anywhere on its row, so the drift is zero
 * while the clock is within the row. A plan without rows has no drift.
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

/** The drift in words: `on pace`, `12 s behind`, `1:24 ahead`. */
export function driftWords(drift: number): string {
  if (Math.abs(drift) <= onPaceMs) return 'on pace';
  return `${differenceWords(drift)} ${drift < 0 ? 'behind' : 'ahead'}`;
}

/** The drift for assistive software, which reads “s” as a letter: `on pace`, `12 seconds behind`, `1:24 ahead`. */
export function spokenDrift(drift: number): string {
  return driftWords(drift).replace(' s ', ' seconds ');
}

/** The drift as the header shows it: empty on pace, else `▼ 12 s` or `▲ 1:24`. No plus sign, which marks overtime. */
export function formatDrift(drift: number): string {
  if (Math.abs(drift) <= onPaceMs) return '';
  return `${drift < 0 ? '▼' : '▲'} ${differenceWords(drift)}`;
}

/**
 * Moves a cursor from an old plan to a new one: to the row with the same id, equally far into it. If that row is gone,
 * to the start of the nearest neighbour that is left; if none is, to the same row number.
 */
export function carryCursor(oldPlan: Plan, newPlan: Plan, atMs: number): number {
  const index = rowIndexAt(oldPlan, atMs);
  const old = oldPlan.rows[index];
  if (old === undefined || newPlan.rows.length === 0) return 0;
  const byId = new Map(newPlan.rows.map((row) => [row.id, row]));
  const same = byId.get(old.id);
  if (same !== undefined) return placeOn(newPlan, same, intoSpan(old, atMs));
  for (let away = 1; away < oldPlan.rows.length; away += 1) {
    for (const neighbour of [oldPlan.rows[index + away], oldPlan.rows[index - away]]) {
      const kept = neighbour && byId.get(neighbour.id);
      if (kept) return kept.startMs;
    }
  }
  return newPlan.rows[Math.min(index, newPlan.rows.length - 1)]?.startMs ?? 0;
}

/**
 * Moves a cursor to the plan of another version of the same answer: to the row with the same id, else to the same section,
 * equally far into it. If that version leaves the section out, to the start of the next one that it has, else of the last
 * one before.
 */
export function carrySection(oldPlan: Plan, newPlan: Plan, atMs: number): number {
  const old = oldPlan.rows[rowIndexAt(oldPlan, atMs)];
  const same = old && newPlan.rows.find(({ id }) => id === old.id);
  if (old !== undefined && same !== undefined) return placeOn(newPlan, same, intoSpan(old, atMs));
  const sections = oldPlan.sections.filter(hasTime);
  const present = sections.findLastIndex((section) => section.startMs <= atMs);
  const here = sections[present];
  if (here === undefined) return 0;
  const counterpart = counterpartIn(newPlan, sections, present);
  if (counterpart !== undefined) return placeOn(newPlan, counterpart, intoSpan(here, atMs));
  const indexes = [...sections.keys()];
  for (const index of [...indexes.slice(present + 1), ...indexes.slice(0, present).toReversed()]) {
    const kept = counterpartIn(newPlan, sections, index);
    if (kept !== undefined) return kept.startMs;
  }
  return intoSpan({ startMs: 0, endMs: oldPlan.targetMs }, atMs) * newPlan.targetMs;
}

function hasTime({ startMs, endMs }: PlanSection): boolean {
  return endMs > startMs;
}

/** The section of a plan like the one with this index: of several, the one with the same number, else the last. */
function counterpartIn(plan: Plan, sections: readonly PlanSection[], index: number): PlanSection | undefined {
  const section = sections[index];
  if (section === undefined) return undefined;
  const key = sectionKey(section);
  const before = sections.slice(0, index).filter((other) => sectionKey(other) === key).length;
  const alike = plan.sections.filter(hasTime).filter((other) => sectionKey(other) === key);
  return alike[before] ?? alike.at(-1);
}

type Span = Pick<PlanRow, 'startMs' | 'endMs'>;

/** The place that is `into` (0 to 1) of a row or a section. Stays short of its end, which is the start of the next. */
function placeOn({ targetMs }: Plan, { startMs, endMs }: Span, into: number): number {
  const placeMs = startMs + into * (endMs - startMs);
  return endMs === targetMs ? placeMs : Math.max(startMs, Math.min(placeMs, endMs - 1));
}

/** How far into a row, a section or a whole plan a place is, 0 to 1. */
function intoSpan({ startMs, endMs }: Span, atMs: number): number {
  const lengthMs = endMs - startMs;
  return lengthMs > 0 ? clamp((atMs - startMs) / lengthMs, 0, 1) : 0;
}
