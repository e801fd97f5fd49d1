import type { Library, Story } from '../../core/stories/model.ts';

/** Whether two libraries say the same. */
export function isSameLibrary(one: Library, other: Library): boolean {
  return (
    sameItems(one.files, other.files) &&
    sameItems(one.stories, other.stories) &&
    sameItems(one.problems, other.problems) &&
    sameItems(one.unplaced, other.unplaced)
  );
}

/** The ids of stories that are new, different or gone; all of them where there was no library before. */
export function changedStoryIds(before: Library | null, after: Library): string[] {
  const old = new Map<string, Story>(before?.stories.map((story) => [story.id, story]));
  const ids: string[] = [];
  for (const story of after.stories) {
    if (old.get(story.id) !== story) ids.push(story.id);
    old.delete(story.id);
  }
  return [...ids, ...old.keys()];
}

/** Most items are the same objects as before; only those that aren't are looked into. */
function sameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((item, index) => item === other[index] || JSON.stringify(item) === JSON.stringify(other[index]));
}
