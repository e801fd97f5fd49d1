import type { Settings } from '../settings/schema.ts';
import type { Story } from '../stories/model.ts';

type Chosen = Pick<Settings, 'storyVariants'>;

/** The version in which a story comes unless somebody opens another: its index among the variants; null for the story itself. */
export function defaultVariant(
  { id, variants }: Pick<Story, 'id' | 'variants'>,
  { storyVariants }: Chosen,
): number | null {
  // A story can have any name, also that of something that every object has.
  const title = Object.hasOwn(storyVariants, id) ? storyVariants[id] : undefined;
  const index = variants.findIndex((variant) => variant.title === title);
  return index === -1 ? null : index;
}

/** The default versions with this one for a story; null is the story itself. */
export function withDefaultVariant(
  { storyVariants }: Chosen,
  id: string,
  title: string | null,
): Chosen['storyVariants'] {
  const others = Object.entries(storyVariants).filter(([other]) => other !== id);
  return Object.fromEntries(title === null ? others : [...others, [id, title]]);
}
