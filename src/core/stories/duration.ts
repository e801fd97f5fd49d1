/** No real answer is shorter or longer than this. */
const shortestMs = 5_000;
const longestMs = 60 * 60_000;

const minutes = '(?:m|min|mins|minutes?|minuten|minutos?)\\.?';
const seconds = '(?:s|sec|secs|seconds?|sek|sekunden?|seg|segundos?|secondes?)\\.?';

/** The ways to write a time. */
const forms: readonly { pattern: RegExp; unit: 'both' | 'minutes' | 'seconds' }[] = [
  { pattern: /^(\d{1,3})[:'′]([0-5]\d)["″]?$/, unit: 'both' },
  { pattern: new RegExp(`^(\\d{1,3})\\s?${minutes}\\s?(\\d{1,2})\\s?(?:${seconds})?$`), unit: 'both' },
  { pattern: new RegExp(`^(\\d{1,3}(?:[.,]\\d{1,2})?)\\s?-?${minutes}$`), unit: 'minutes' },
  { pattern: new RegExp(`^(\\d{1,4})\\s?-?${seconds}$`), unit: 'seconds' },
];

/** Reads a speaking time (`2:30`, `90 s`, `2.5 min`) as milliseconds; null if it isn't one. */
export function parseDuration(written: string): number | null {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/^(?:~|≈|ca\.?|about|max\.?)\s*/, '');
  if (text.length > 20) return null;
  for (const { pattern, unit } of forms) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const first = Number((found[1] ?? '').replace(',', '.'));
    const second = Number(found[2] ?? 0);
    return within(unit === 'seconds' ? first * 1000 : first * 60_000 + second * 1000);
  }
  return null;
}

/**
 * Reads a time from front matter or after `Target:`, where a bare number is minutes up to 15 (`2`), else seconds
 * (`150`).
 */
export function parseTarget(written: string): number | null {
  const text = written.trim();
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text)) return parseDuration(text);
  const number = Number(text.replace(',', '.'));
  return within(number <= 15 ? number * 60_000 : number * 1000);
}

/** Splits `Migration (2:30)` into its text and the time at its end. */
export function splitTarget(text: string): { text: string; targetMs: number | null } {
  const bracketed = /^(.*?)\s?[([]([^()[\]]{1,20})[)\]]$/u.exec(text);
  const dashed = bracketed ?? /^(.*?)\s[–—|-]\s(\d[^–—|]{0,12})$/u.exec(text);
  const targetMs = dashed === null ? null : parseDuration(dashed[2] ?? '');
  return targetMs === null ? { text, targetMs } : { text: (dashed?.[1] ?? '').trim(), targetMs };
}

function within(ms: number): number | null {
  return ms >= shortestMs && ms <= longestMs ? Math.round(ms) : null;
}
