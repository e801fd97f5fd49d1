import type { Problem } from '../model.ts';

/** Something to better in a story. */
export type Finding = Omit<Problem, 'file' | 'line'> & { line: number };

export interface DoctorOptions {
  /** Speaking rate. */
  wordsPerMinute: number;
  /** Target of stories that name none. */
  targetMs: number;
}

/** Titles are questions at times; this much tells which. */
const longestName = 50;

/** A story's title for a message, in quotes. */
export function nameOf(title: string): string {
  return title.length <= longestName ? `"${title}"` : `"${title.slice(0, longestName - 1).trimEnd()}…"`;
}
