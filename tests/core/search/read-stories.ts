import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readStories } from '../../../src/core/stories/reader.ts';
import type { Story } from '../../../src/core/stories/model.ts';

/** The sample stories that come with the program. */
export function sampleStories(): Story[] {
  const folder = path.resolve('stories');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.sort().flatMap((name) => readStories(readFileSync(path.join(folder, name), 'utf8'), name).stories);
}
