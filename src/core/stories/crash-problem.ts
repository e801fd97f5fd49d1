import type { Problem } from './model.ts';

/** The reader itself failed on a file, or took its worker down, so nothing else is known about the file. */
export function crashProblem(file: string, error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  const message =
    `Offbook failed to read this file (${why}). ` +
    'Split the file to find the part that causes this, and write that part differently.';
  return { file, line: null, severity: 'error', code: 'parse-crash', message };
}
