import { variantPrefixes, withItemIds } from '../ids.ts';
import type { AnswerSection, OutlineSection, Story } from '../model.ts';
import { deriveOutline } from './derive.ts';

/** The outlines that were made so far. Reading a file copies stories, but never their answers. */
const made = new WeakMap<readonly AnswerSection[], OutlineSection[]>();

/**
 * The outline of a story, or of its variant with this index: its own, else one made from its answer when somebody first
 * asks for it. It is the same object each time.
 */
export function outlineOf(story: Story, variant: number | null): OutlineSection[] {
  const chosen = variant === null ? undefined : story.variants[variant];
  const { outline, answer } = chosen ?? { outline: story.outline.sections, answer: story.answer };
  if (outline.length > 0) return outline;
  const known = made.get(answer);
  if (known !== undefined) return known;
  const prefix = chosen === undefined ? '' : (variantPrefixes(story.variants)[variant ?? 0] ?? '');
  const sections = withItemIds(deriveOutline(answer), prefix);
  made.set(answer, sections);
  return sections;
}

/** The story with every outline filled in, for showing all of it. */
export function withOutlines(story: Story): Story {
  const { outline, variants } = story;
  return {
    ...story,
    outline: { ...outline, sections: outlineOf(story, null) },
    variants: variants.map((variant, index) => ({ ...variant, outline: outlineOf(story, index) })),
  };
}
