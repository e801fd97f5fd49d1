import type { Problem, Severity } from '../core/stories/model.ts';
import type { Io } from './io.ts';
import { parsePaths, refuseOptions } from './options.ts';
import { readPaths } from './read-library.ts';

/**
 * `offbook lint`: prints what could be better in these files and folders, one per line, and a summary. Returns the
 * exit code: 0, 1 if there are errors, 2 for bad options.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const paths = parsePaths(args);
  if (typeof paths === 'string') return refuseOptions('lint', paths, io);
  const { files, stories, problems } = await readPaths(paths, io.cwd);
  for (const problem of sorted(problems, files)) io.stdout.write(`${lintLine(problem)}\n`);
  const inAll = `${counted(stories.length, 'story', 'stories')} in ${counted(files.length, 'file')}`;
  io.stdout.write(`${inAll}: ${tally(problems)}.\n`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** `file:line severity message (code)`. A problem without a line gets line 1, so that editors can open it. */
export function lintLine({ file, line, severity, message, code }: Problem): string {
  return `${file}:${line ?? 1} ${severity} ${message} (${code})`;
}

/** By file in reading order, then by line. Unreadable paths come first. */
function sorted(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const place = ({ file }: Problem): number => order.get(file) ?? -1;
  return problems.toSorted((a, b) => place(a) - place(b) || (a.line ?? 0) - (b.line ?? 0));
}

function tally(problems: readonly Problem[]): string {
  const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  return [counted(count('error'), 'error'), counted(count('warning'), 'warning'), counted(count('hint'), 'hint')].join(
    ', ',
  );
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
