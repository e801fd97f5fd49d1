import { withOutlines } from '../core/stories/outline/told.ts';
import type { Io } from './io.ts';
import { parsePaths, refuseOptions } from './options.ts';
import { readPaths } from './read-library.ts';

/**
 * `offbook inspect`: prints what Offbook reads in these files and folders, as JSON. Returns the exit code: 0, 1 if a
 * path can't be read at all (the others are printed anyway), 2 for bad options.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const paths = parsePaths(args);
  if (typeof paths === 'string') return refuseOptions('inspect', paths, io);
  const library = await readPaths(paths, io.cwd);
  const shown = { ...library, stories: library.stories.map(withOutlines) };
  io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  const lost = library.problems.filter(({ code }) => unreadablePath.has(code));
  for (const { message } of lost) io.stderr.write(`${message}\n`);
  return lost.length > 0 ? 1 : 0;
}

/** Problems with a path on the command line, rather than with the contents of a file. */
const unreadablePath: ReadonlySet<string> = new Set(['unreadable-folder', 'not-a-story-file', 'too-many-files']);
