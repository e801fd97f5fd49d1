import path from 'node:path';
import { joinFiles, type FileReading } from '../core/stories/library.ts';
import type { Library, Problem, Story } from '../core/stories/model.ts';
import { createParser } from '../services/library/parse-pool.ts';
import { readStoryFile } from '../services/library/story-files.ts';
import { listStoryFiles } from '../services/library/story-listing.ts';
import type { Io } from './io.ts';

/** One for all calls. Its worker starts with the first file, and doesn’t keep the process running when it is idle. */
const parser = createParser({ workerUrl: new URL('../services/library/parse-worker.ts', import.meta.url) });

/**
 * Reads files and folders (at any depth) as one library: the paths in the given order, a folder's files in path order.
 * Files are named by the path as given. Relative paths start from `cwd`. A file that can't be read becomes a problem
 * in the result.
 */
export async function readPaths(paths: readonly string[], cwd: string): Promise<Library> {
  const readings: FileReading[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const given of paths) {
    const root = path.resolve(cwd, given);
    const nameOf = (file: string): string => path.join(given, path.relative(root, file));
    const listing = await listStoryFiles(root);
    problems.push(...listing.problems.map((problem) => ({ ...problem, file: nameOf(problem.file) })));
    const fresh = listing.files.filter((file) => !seen.has(file));
    for (const file of fresh) seen.add(file);
    const read = await Promise.all(fresh.map((file) => readOne(root, file, nameOf(file))));
    readings.push(...read.map((reading) => ({ ...reading, root })));
  }
  const library = joinFiles(readings);
  return { ...library, problems: [...problems, ...library.problems] };
}

async function readOne(root: string, file: string, name: string): Promise<FileReading> {
  const nothing = { file: name, stories: [], asides: [], unplaced: [] };
  const text = await readStoryFile(root, file);
  if (!text.ok) return { ...nothing, problems: [{ ...text.problem, file: name }] };
  const outcome = await parser.parse({ file: name, text: text.text }, 'patient');
  return outcome.ok ? { file: name, ...outcome.parsed } : { ...nothing, problems: [outcome.problem] };
}

/** The stories in a file or folder. Errors go to stderr; null, with a word about it there, if there are no stories. */
export async function storiesIn(given: string, io: Io): Promise<Story[] | null> {
  const { stories, problems } = await readPaths([given], io.cwd);
  for (const { file, line, severity, message } of problems) {
    if (severity === 'error') io.stderr.write(`${line === null ? file : `${file}:${line}`} ${message}\n`);
  }
  if (stories.length > 0) return stories;
  io.stderr.write(`There are no stories in ${given}.\n`);
  return null;
}

/** Says that there isn't a story with this id (null if none was given), and which there are. Returns the exit code, 2. */
export function refuseStory(id: string | null, given: string, stories: readonly Story[], io: Io): number {
  const what = id === null ? 'Say which story: --story ID.' : `There isn’t a story “${id}”.`;
  const ids = stories.map((story) => `  ${story.id}  (${story.title})\n`);
  io.stderr.write(`${what} The ids in ${given} are:\n${ids.join('')}`);
  return 2;
}
