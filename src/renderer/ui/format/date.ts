import { dayNumber } from '../../../core/rehearsal/iso-time.ts';

/** What a date field holds: a day that can be taken, none, or something that is still being typed. */
export type ReadDay = { kind: 'day'; day: string } | { kind: 'none' } | { kind: 'unfinished' };

/** While a year is typed, the field holds those of its first digits: a date before this one is still being typed. */
const firstYear = 2000;

/**
 * Reads a date field's value, `2026-11-22` or empty. `isPartial`: something is typed that isn't a date yet, which
 * leaves the value empty too.
 */
export function readDay(value: string, isPartial: boolean): ReadDay {
  if (value === '') return { kind: isPartial ? 'unfinished' : 'none' };
  const isTaken = dayNumber(value) !== null && Number(value.slice(0, 4)) >= firstYear;
  return isTaken ? { kind: 'day', day: value } : { kind: 'unfinished' };
}
