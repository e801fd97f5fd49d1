import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSearch } from '../core/search/search.ts';
import { readSettings } from '../core/settings/schema.ts';
import { describeError } from '../services/base/system-error.ts';
import { readRawSettings } from '../services/settings/settings-file.ts';
import { foundStories, reportFound } from './find-report.ts';
import { settingsDirOf, type Io } from './io.ts';
import { parseFindOptions, refuseOptions } from './options.ts';
import { readPaths } from './read-library.ts';

const samplesDir = fileURLToPath(new URL('../../stories', import.meta.url));

/**
 * `offbook find`: the stories that match some words, the best first. Returns the exit code: 0 if there are any, 1 if
 * there are none, 2 for bad options. Unreadable files are reported on stderr, and the other stories are searched
 * anyway.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = parseFindOptions(args, io.cwd);
  if (typeof options === 'string') return refuseOptions('find', options, io);
  const remark = (text: string) => io.stderr.write(`${text}\n`);
  const settingsDir = settingsDirOf(io);
  const folders = options.stories === null ? await lastFolders(settingsDir, samplesDir, remark) : [options.stories];
  const { stories, problems } = await readPaths(folders, io.cwd);
  for (const { file, line, severity, message } of problems) {
    if (severity === 'error') remark(`${line === null ? file : `${file}:${line}`} ${message}`);
  }
  const found = foundStories(createSearch(stories).find(options.words), stories);
  if (options.json) io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else io.stdout.write(reportFound(found));
  if (found.length > 0) return 0;
  remark(noMatch(options.words, stories.length, folders));
  return 1;
}

function noMatch(words: string, stories: number, folders: readonly string[]): string {
  const where = folders.join(', ');
  if (stories === 0) return `There are no stories in ${where}. Name a folder with story files: --stories DIR`;
  return `None of the ${stories} stories in ${where} contains “${words}” or anything like it. Try fewer or other words.`;
}

/**
 * The folders to search if none is given: those that Offbook opened last, or else the sample stories. Never changes the
 * settings; if they can't be read, `remark` gets a sentence and the samples are searched.
 */
export async function lastFolders(
  settingsDir: string,
  samplesDir: string,
  remark: (text: string) => void,
): Promise<string[]> {
  const file = path.join(settingsDir, 'settings.json');
  try {
    const found = await readRawSettings(file);
    if (found.kind === 'broken') remark(`Your settings file ${file} ${found.why}. Searching the sample stories.`);
    const { folders } = readSettings(found.kind === 'object' ? found.raw : {}).settings;
    return folders.length > 0 ? folders : [samplesDir];
  } catch (error) {
    remark(`Your settings in ${file} can’t be read: ${describeError(error)}. Searching the sample stories.`);
    return [samplesDir];
  }
}
