/** A moment with the offset of the place where it was written, so that its day is that person’s day. */
export interface IsoMoment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  epochMs: number;
  /** Minutes ahead of UTC. */
  offsetMinutes: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

const isoPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3})\d{0,6})?(?:Z|([+-])(0\d|1[0-8]):([0-5]\d))$/u;

/** Reads `2026-11-22T20:15:07.250+01:00` (or `Z`); null for anything else, such as a 30th of February. */
export function parseMoment(text: string): IsoMoment | null {
  const found = isoPattern.exec(text);
  const day = found === null ? null : dayNumber(found[1] ?? '');
  if (found === null || day === null) return null;
  const [, , hours, minutes, seconds, fraction = '', sign, offsetHours = 0, offsetRest = 0] = found;
  const clockMs = (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000;
  const away = Number(offsetHours) * 60 + Number(offsetRest);
  // Never -0, which isn’t equal to the 0 of another moment.
  const offsetMinutes = sign === '-' && away > 0 ? -away : away;
  const localMs = day * dayMs + clockMs + Number(fraction.padEnd(3, '0'));
  return { epochMs: localMs - offsetMinutes * minuteMs, offsetMinutes };
}

/** Writes a moment as ISO 8601 with its offset, to the millisecond. Years 0 to 9999. */
export function formatMoment({ epochMs, offsetMinutes }: IsoMoment): string {
  const local = new Date(Math.round(epochMs) + offsetMinutes * minuteMs).toISOString().slice(0, -1);
  const away = new Date(Math.abs(offsetMinutes) * minuteMs).toISOString().slice(11, 16);
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${away}`;
}

/** The day of a moment where it was written, as a day number. */
export function dayOf({ epochMs, offsetMinutes }: IsoMoment): number {
  return Math.floor((epochMs + offsetMinutes * minuteMs) / dayMs);
}

/** Days from 1970-01-01 to a day of the Gregorian calendar written `2026-11-22`; null for a day that doesn’t exist. */
export function dayNumber(day: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (found === null) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]) - 1, Number(found[3])];
  const midnight = new Date(0);
  // Unlike `Date.UTC`, this doesn’t take year 26 for 1926.
  const epochMs = midnight.setUTCFullYear(year, month, date);
  // A 30th of February rolls over into March.
  return midnight.getUTCMonth() === month && midnight.getUTCDate() === date ? epochMs / dayMs : null;
}

/** The day, written `2026-11-22`, that many days after 1970-01-01. */
export function dayName(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}
