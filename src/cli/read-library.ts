import path from 'node:path';
import { joinFiles, type FileReading } from '../core/stories/library.ts';
import type { Library, Problem } from '../core/stories/model.ts';
import { createParser, type Parser } from '../services/library/parse-pool.ts';
import { readStoryFile } from '../services/library/story-files.ts';
import { listStoryFiles } from '../services/library/story-listing.ts';

const workerUrl = new URL('../services/library/parse-worker.ts', import.meta.url);

/**
 * Reads files and folders (at any depth) as one library: the paths in the given order, a folder's files in path order.
 * Files are named by the path as given. Relative paths start from `cwd`. A file that can't be read becomes a problem
 * in the result.
 */
export async function readPaths(paths: readonly string[], cwd: string): Promise<Library> {
  const parser = createParser({ workerUrl });
  const readings: FileReading[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  try {
    for (const given of paths) {
      const root = path.resolve(cwd, given);
      const nameOf = (file: string): string => path.join(given, path.relative(root, file));
      const listing = await listStoryFiles(root);
      problems.push(...listing.problems.map((problem) => ({ ...problem, file: nameOf(problem.file) })));
      const fresh = listing.files.filter((file) => !seen.has(file));
      for (const file of fresh) seen.add(file);
      const read = await Promise.all(fresh.map((file) => readOne(parser, root, file, nameOf(file))));
      readings.push(...read.map((reading) => ({ ...reading, root })));
    }
  } finally {
    await parser.close();
  }
  const library = joinFiles(readings);
  return { ...library, problems: [...problems, ...library.problems] };
}

async function readOne(parser: Parser, root: string, file: string, name: string): Promise<FileReading> {
  const nothing = { file: name, stories: [], asides: [], unplaced: [] };
  const text = await readStoryFile(root, file);
  if (!text.ok) return { ...nothing, problems: [{ ...text.problem, file: name }] };
  const outcome = await parser.parse({ file: name, text: text.text }, 'patient');
  return outcome.ok ? { file: name, ...outcome.parsed } : { ...nothing, problems: [outcome.problem] };
}
