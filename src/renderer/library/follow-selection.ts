import type { StoryBrief } from '../../core/contract/contract.ts';

/**
 * The story to show after the files changed: the same one while it exists. A rewritten heading has a new id, so next
 * comes the new story nearest to its line in its file, and then whichever is now at its position. While there are no
 * stories at all, as when a folder is being moved, the selection waits for its story to come back.
 */
export function followSelection(
  before: readonly StoryBrief[],
  now: readonly StoryBrief[],
  selected: string | null,
): string | null {
  if (now.length === 0 || now.some(({ id }) => id === selected)) return selected;
  const place = before.findIndex(({ id }) => id === selected);
  const gone = before[place];
  if (gone === undefined) return now[0]?.id ?? null;
  const known = new Set(before.map(({ id }) => id));
  const added = now.filter(({ id, file }) => file === gone.file && !known.has(id));
  const [nearest] = added.toSorted((one, other) => Math.abs(one.line - gone.line) - Math.abs(other.line - gone.line));
  return (nearest ?? now[Math.min(place, now.length - 1)])?.id ?? null;
}

/** The first story that is new; null without one. */
export function firstNew(before: readonly StoryBrief[], now: readonly StoryBrief[]): string | null {
  const known = new Set(before.map(({ id }) => id));
  return now.find(({ id }) => !known.has(id))?.id ?? null;
}
