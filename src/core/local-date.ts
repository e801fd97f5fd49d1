import { formatMoment, type IsoMoment } from './rehearsal/iso-time.ts';

/** A date with this computer’s time zone offset, so that its day is the person’s day. */
export function momentOf(date: Date): IsoMoment {
  return { epochMs: date.getTime(), offsetMinutes: -date.getTimezoneOffset() };
}

/** The date as the log writes it: `2026-11-22T20:15:07.250+01:00`. */
export function dateForLog(date: Date): string {
  return formatMoment(momentOf(date));
}
