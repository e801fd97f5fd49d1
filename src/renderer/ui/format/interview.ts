import type { Interview, UpcomingInterview } from '../../../core/rehearsal/interviews.ts';
import { inDaysWords, shortDay } from './day.ts';

/** What an interview is called. */
export function interviewName({ company }: Pick<Interview, 'company'>): string {
  return company.trim() === '' ? 'Interview' : company.trim();
}

/** `9:00`: a time such as `09:00` as people say it. */
export function startWords(time: string): string {
  return time.replace(/^0/u, '');
}

/** When it is: `tomorrow at 9:00`, `in 5 days, Fri 27 Nov`, `today, in 40 minutes`. */
export function whenWords({ interview: { day, time }, inDays, minutesLeft }: UpcomingInterview): string {
  if (minutesLeft !== null && minutesLeft <= 180) return `${inDaysWords(inDays)}, ${minutesWords(minutesLeft)}`;
  const at = time === null ? '' : ` at ${startWords(time)}`;
  if (inDays <= 1) return `${inDaysWords(inDays)}${at}`;
  return `${inDaysWords(inDays)}, ${shortDay(day ?? '')}${at}`;
}

/** `now`, `in 1 minute`, `in 2 hours 5 minutes`. */
function minutesWords(minutes: number): string {
  if (minutes <= 0) return 'now';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? plural(hours, 'hour') : '', rest > 0 ? plural(rest, 'minute') : ''];
  return `in ${parts.filter((part) => part !== '').join(' ')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The day of an interview, so many days ahead, in `ready for …`. */
export function interviewDayWords(inDays: number): string {
  return inDays <= 1 ? inDaysWords(Math.max(0, inDays)) : 'the interview';
}
