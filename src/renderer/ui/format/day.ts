/*
 * Days as people say them. A day is stored as `2026-11-22`; the words are English like the rest of the program,
 * whatever the system's language.
 */
import { dayNumber } from '../../../core/rehearsal/iso-time.ts';

/** Days from one day to another; below zero when the other one is earlier. 0 where either isn’t a valid day. */
export function daysBetween(from: string, to: string): number {
  const [first, second] = [dayNumber(from), dayNumber(to)];
  return first === null || second === null ? 0 : second - first;
}

/** How long ago a day is: `today`, `yesterday`, `9 days ago`. A future day, as after a clock was set back, is `today`. */
export function agoWords(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** How far off a day is: `today`, `tomorrow`, `in 9 days`; a past one `yesterday`, `9 days ago`. */
export function inDaysWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const months = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** `Sun 22 Nov`. Text that isn’t a valid day comes back unchanged. */
export function shortDay(day: string): string {
  return written(short, day).replace(',', '');
}

/** `Sunday 22 November 2026`. */
export function longDay(day: string): string {
  return written(long, day).replace(',', '');
}

/** `Nov`. */
export function monthOf(day: string): string {
  return written(months, day);
}

function written(format: Intl.DateTimeFormat, day: string): string {
  return dayNumber(day) === null ? day : format.format(new Date(`${day}T00:00:00Z`));
}
