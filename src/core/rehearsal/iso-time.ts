/** A moment with the offset of the place where it was written, so that its day is that person's day. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  epochMs: number;
  /** Minutes ahead of UTC. */
  offsetMinutes: number;
}

const dayMs = 86_400_000;

const isoPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3})\d{0,6})?(?:Z|([+-])(0\d|1[0-8]):([0-5]\d))$/u;

/** Reads `2026-11-22T20:15:07.250+01:00` (or `Z`); null when it is none, such as a 30th of February. */
export function parseMoment(text: string): Moment | null {
  const found = isoPattern.exec(text);
  const day = found === null ? null : dayNumber(found[1] ?? '');
  if (found === null || day === null) return null;
  const [, , hours, minutes, seconds, fraction = '', sign, offsetHours = 0, offsetRest = 0] = found;
  const clockMs = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  const offsetMinutes = (Number(offsetHours) * 60 + Number(offsetRest)) * (sign === '-' ? -1 : 1);
  const localMs = day * dayMs + clockMs + Number(fraction.padEnd(3, '0'));
  return { epochMs: localMs - offsetMinutes * 60_000, offsetMinutes: offsetMinutes === 0 ? 0 : offsetMinutes };
}

/** Writes a moment as ISO 8601 with its offset, to the millisecond. Years 0 to 9999. */
export function formatMoment({ epochMs, offsetMinutes }: Moment): string {
  const localMs = Math.round(epochMs) + offsetMinutes * 60_000;
  const day = Math.floor(localMs / dayMs);
  const restMs = localMs - day * dayMs;
  const clock = [restMs / 3_600_000, (restMs / 60_000) % 60, (restMs / 1000) % 60].map((part) => digits(part, 2));
  const away = Math.abs(offsetMinutes);
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${digits(away / 60, 2)}:${digits(away % 60, 2)}`;
  return `${dayName(day)}T${clock.join(':')}.${digits(restMs % 1000, 3)}${offset}`;
}

/** The day of a moment where it was written, as a day number. */
export function dayOf({ epochMs, offsetMinutes }: Moment): number {
  return Math.floor((epochMs + offsetMinutes * 60_000) / dayMs);
}

/** Days from 1970-01-01 to a day of the Gregorian calendar written `2026-11-22`; null when there is no such day. */
export function dayNumber(day: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (found === null) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return null;
  let days = daysBeforeYear(year) - daysBeforeYear(1970) + date - 1;
  for (let past = 1; past < month; past += 1) days += monthLength(year, past);
  return days;
}

/** The day, written `2026-11-22`, that many days after 1970-01-01. */
export function dayName(days: number): string {
  const sinceYearZero = days + daysBeforeYear(1970);
  let year = Math.floor(sinceYearZero / 366);
  while (daysBeforeYear(year + 1) <= sinceYearZero) year += 1;
  let left = sinceYearZero - daysBeforeYear(year);
  let month = 1;
  while (left >= monthLength(year, month)) {
    left -= monthLength(year, month);
    month += 1;
  }
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(left + 1, 2)}`;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days from the first of January of year 0, a leap year, to that of `year`. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  const leapYears = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + 1;
  return year * 365 + leapYears;
}

function digits(value: number, width: number): string {
  return String(Math.floor(value)).padStart(width, '0');
}
