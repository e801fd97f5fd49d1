import { formatDuration } from '../../../core/prompter/countdown.ts';
import type { SettingRow } from '../../../core/settings/row.ts';

/** The rows whose value is a number. */
export type CountedRow = Extract<SettingRow, { min: number }>;

export type ReadValue = { ok: true; value: number } | { ok: false; error: string };

/** A value as its field shows it: `2:00`, `1.35`, `33 %`. */
export function valueText(row: CountedRow, value: number): string {
  if (row.control === 'time') return formatDuration(value);
  if (row.control === 'share') return `${Math.round(value * 100)} %`;
  return String(Math.round(value * 100) / 100);
}

/** A value with its unit, as text for a sentence. */
export function valueWords(row: CountedRow, value: number): string {
  const text = valueText(row, value);
  return row.control === 'number' ? `${text} ${row.unit}` : text;
}

/** Typed text as a value of the row, or a sentence that says what is valid. */
export function readValue(row: CountedRow, typed: string): ReadValue {
  const value = row.control === 'time' ? timeOf(typed) : row.control === 'share' ? shareOf(typed) : numberOf(typed);
  if (value === null || value < row.min || value > row.max) return { ok: false, error: refusal(row, typed) };
  return { ok: true, value };
}

/** The value a step up or down, on the grid of steps and within the bounds. */
export function stepped(row: CountedRow, value: number, steps: number): number {
  const onGrid = Math.round((value + steps * row.step) / row.step) * row.step;
  // Steps of a tenth don’t add up exactly in binary.
  return Math.min(row.max, Math.max(row.min, Number(onGrid.toFixed(6))));
}

function refusal(row: CountedRow, typed: string): string {
  const from = valueText(row, row.min);
  const to = valueWords(row, row.max);
  const example = row.control === 'time' ? ', written as minutes and seconds' : '';
  return `“${typed.trim()}” isn’t valid: ${row.title} must be ${from} to ${to}${example}.`;
}

/** `2:30`, `1:02:00`, or seconds such as `90`. In milliseconds. */
function timeOf(typed: string): number | null {
  const parts = typed.trim().split(':');
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/u.test(part))) return null;
  const [first, ...rest] = parts.map(Number);
  if (first === undefined || rest.some((part) => part > 59)) return null;
  return rest.reduce((sum, part) => sum * 60 + part, first) * 1000;
}

function shareOf(typed: string): number | null {
  const percent = numberOf(typed.replace('%', ''));
  return percent === null ? null : percent / 100;
}

/** Accepts a decimal comma, which much of the world writes. */
function numberOf(typed: string): number | null {
  const written = typed.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/u.test(written) ? Number(written) : null;
}
