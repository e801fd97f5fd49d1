import { idsAcrossFiles, storySlug } from '../../core/stories/ids.ts';
import type { Library, Problem, Story } from '../../core/stories/model.ts';
import { problemsOf, type FileRecord } from './file-record.ts';

/** Joins records into a library, in their order; `others` are problems that no file has. */
export type Joiner = (records: Iterable<FileRecord>, others: readonly Problem[]) => Library;

/**
 * A joiner that remembers what it worked out for a story as long as that story lives, so that joining thousands of
 * files again after one was saved costs next to nothing. A story that is the same stays the same object, and keeps
 * its id whatever comes and goes around it; the first time, ids come out as those of a full reading. What only shows
 * across files (duplicates) is left to `offbook lint`.
 */
export function createJoiner(): Joiner {
  const slugs = new WeakMap<Story, string>();
  const renamed = new WeakMap<Story, Story>();
  /** By file and the id within it. What is gone keeps its id until another story needs that. */
  const idsByPlace = new Map<string, string>();
  const placesById = new Map<string, string>();

  function slugOf(story: Story): string {
    const slug = slugs.get(story) ?? storySlug(story);
    slugs.set(story, slug);
    return slug;
  }

  function withId(story: Story, id: string): Story {
    if (story.id === id) return story;
    const before = renamed.get(story);
    if (before?.id === id) return before;
    const after = { ...story, id };
    renamed.set(story, after);
    return after;
  }

  function keepId(place: string, id: string): void {
    const former = placesById.get(id);
    if (former !== undefined && former !== place) idsByPlace.delete(former);
    idsByPlace.set(place, id);
    placesById.set(id, place);
  }

  return (records, others) => {
    const all = [...records];
    const found = all.flatMap((record) => record.good?.stories ?? []);
    const places = found.map(({ file, id }) => `${file}\0${id}`);
    const roots = all.flatMap(({ root, good }) => good?.stories.map(() => root) ?? []);
    const ids = idsAcrossFiles(
      found.map((story, index) => ({
        slug: slugOf(story),
        file: story.file,
        root: roots[index] ?? '',
        known: idsByPlace.get(places[index] ?? ''),
      })),
    );
    for (const [index, place] of places.entries()) keepId(place, ids[index] ?? '');
    return {
      files: all.map((record) => record.file),
      stories: found.map((story, index) => withId(story, ids[index] ?? story.id)),
      problems: [...others, ...all.flatMap(problemsOf)],
      unplaced: all.flatMap((record) => record.good?.unplaced ?? []),
    };
  };
}
