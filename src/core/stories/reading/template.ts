import type { Entry } from './entries.ts';
import { type Levels, withLevels } from './levels.ts';
import { withOpeners } from './openers.ts';
import { withOwnLabels } from './own-labels.ts';
import { withoutAsides } from './asides.ts';

/**
 * Finds what the author of a file repeats, over the whole file, and gives its lines the roles that follow from it: what
 * opens a story, which labels are sections, facts or notes, which heading is the file’s own title, which level of
 * headings is that of the stories. What one story misses, the others show.
 */
export function applyTemplate(entries: readonly Entry[]): Levels {
  return withLevels(withOpeners(withOwnLabels(withoutAsides(entries))), false);
}
