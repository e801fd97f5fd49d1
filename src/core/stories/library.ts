import { duplicateProblems } from './lint/duplicates.ts';
import { idsAcrossFiles, storySlug } from './ids.ts';
import type { Library } from './model.ts';
import { readStories, type StoryReading } from './reader.ts';

/** A file's name and what was read from it. */
export interface FileReading extends StoryReading {
  file: string;
  /** The folder under which it was found, where there are several. */
  root?: string;
}

/**
 * Joins what was read from several files, in the order given. Makes ids unique across all of them, and adds the
 * problems that only show across files.
 */
export function joinFiles(readings: readonly FileReading[]): Library {
  const found = readings.flatMap((reading) => reading.stories);
  const places = readings.flatMap(({ stories: own, file, ...rest }) =>
    own.map((story) => ({ slug: storySlug(story), file, ...rest })),
  );
  const ids = idsAcrossFiles(places);
  const stories = found.map((story, index) => ({ ...story, id: ids[index] ?? story.id }));
  return {
    files: readings.map((reading) => reading.file),
    stories,
    problems: [...readings.flatMap((reading) => reading.problems), ...duplicateProblems(stories)],
    asides: readings.flatMap((reading) => reading.asides),
    unplaced: readings.flatMap((reading) => reading.unplaced),
  };
}

/** Reads files and joins them. */
export function readStoryTexts(files: readonly { file: string; text: string }[]): Library {
  return joinFiles(files.map(({ file, text }) => ({ file, ...readStories(text, file) })));
}
