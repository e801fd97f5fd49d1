import type { Story } from '../core/stories/model.ts';
import { asBlockQuote } from '../core/stories/outline/block-quote.ts';
import { outlineOf } from '../core/stories/outline/told.ts';
import type { Io } from './io.ts';
import { parseOutlineOptions, refuseOptions } from './options.ts';
import { refuseStory, storiesIn } from './read-library.ts';

/**
 * `offbook outline`: prints the outline that was made from a story's answer as a Markdown block quote, for pasting into
 * the file; without an id those of all stories that have none, each below its title. Returns the exit code: 0, 1 without
 * anything to print, 2 for bad options.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = parseOutlineOptions(args, io.cwd);
  if (typeof options === 'string') return refuseOptions('outline', options, io);
  const stories = await storiesIn(options.file, io);
  if (stories === null) return 1;
  return options.story === null
    ? printAll(stories, options.file, io)
    : printOne(options.story, stories, options.file, io);
}

function printOne(id: string, stories: readonly Story[], file: string, io: Io): number {
  const story = stories.find((candidate) => candidate.id === id);
  if (story === undefined) return refuseStory(id, file, stories, io);
  const quote = asBlockQuote(outlineOf(story, null));
  if (story.outline.derived && quote !== '') {
    io.stdout.write(`${quote}\n`);
    return 0;
  }
  const why = story.outline.derived ? 'has no answer to make an outline from' : 'has an outline of its own already';
  io.stderr.write(`“${story.title}” (${story.file}:${story.line}) ${why}.\n`);
  return 1;
}

function printAll(stories: readonly Story[], file: string, io: Io): number {
  const parts = stories
    .filter(({ outline }) => outline.derived)
    .map((story) => ({ story, quote: asBlockQuote(outlineOf(story, null)) }))
    .filter(({ quote }) => quote !== '');
  io.stdout.write(parts.map(({ story, quote }) => `## ${story.title}\n\n${quote}\n`).join('\n'));
  if (parts.length > 0) return 0;
  io.stderr.write(`Every story in ${file} that has an answer has an outline of its own already.\n`);
  return 1;
}
