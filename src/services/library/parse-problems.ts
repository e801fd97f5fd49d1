import type { Problem } from '../../core/stories/model.ts';

/** A file that is tried again with more time. */
export function slowProblem(file: string): Problem {
  const message = 'This file takes long to read. Offbook is trying again with more time.';
  return { ...problem(file, 'parse-slow', message), severity: 'warning' };
}

/** A file that cost more than `limitMs` of processor time. */
export function timeoutProblem(file: string, limitMs: number): Problem {
  const cure = 'Split it, or take out what is nested very deep or repeated thousands of times.';
  const limit = `${limitMs / 1000} seconds of processor time`;
  return problem(file, 'parse-timeout', `Reading the stories took more than ${limit} and was stopped. ${cure}`);
}

/** A file that brought the worker down. */
export function crashProblem(file: string, why: string): Problem {
  const cure = 'Split the file to find the part that causes this, and write that part differently.';
  return problem(file, 'parse-crash', `Offbook failed to read this file (${why}). ${cure}`);
}

/** The worker can't run at all, so that no file can be read. */
export function startProblem(file: string, why: string): Problem {
  return problem(file, 'reader-missing', `The story reader could not be started (${why}). Install Offbook again.`);
}

/** The program was closing before the file's turn came. */
export function stoppedProblem(file: string): Problem {
  return problem(file, 'parse-stopped', 'Offbook was closed before this file was read. Open it again.');
}

function problem(file: string, code: string, message: string): Problem {
  return { file, line: null, severity: 'error', code, message };
}
