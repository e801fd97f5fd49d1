import type { AnswerSection, OutlineSection, Story } from './model.ts';

/** A story that keeps at least this share of its paragraphs and bullets is the same one under a new name. */
const sameStoryShare = 0.5;

/**
 * The story that `gone` became when its heading, its group or its file was renamed, and its id with it: a new story
 * with at least half of its text. Null if none matches.
 */
export function findSuccessor(gone: Story, before: readonly Story[], after: readonly Story[]): Story | null {
  const known = new Set(before.map((story) => story.id));
  const texts = textsOf(gone);
  let best: Story | null = null;
  let bestShare = 0;
  for (const story of after) {
    if (known.has(story.id)) continue;
    const share = sharedShare(texts, textsOf(story));
    if (share >= sameStoryShare && share > bestShare) [best, bestShare] = [story, share];
  }
  return best;
}

/** The story as it is now, found by its id or, if that changed, by its text as last `known`; null if it is gone. */
export function storyNow(
  id: string,
  known: Story | undefined,
  before: readonly Story[],
  after: readonly Story[],
): Story | null {
  const same = after.find((story) => story.id === id);
  if (same !== undefined) return same;
  return known === undefined ? null : findSuccessor(known, before, after);
}

function textsOf(story: Story): Set<string> {
  return new Set([...itemTexts(story.outline.sections), ...lines(story.answer)]);
}

function itemTexts(sections: OutlineSection[]): string[] {
  return sections.flatMap((section) => section.items.map((item) => item.text));
}

/** Paragraphs and bullets. */
function lines(sections: AnswerSection[]): string[] {
  return sections.flatMap((section) => section.text.split('\n')).filter((text) => text !== '');
}

/** The share of the larger set that both have, from 0 to 1. */
function sharedShare(one: Set<string>, other: Set<string>): number {
  const larger = Math.max(one.size, other.size);
  const shared = [...one].filter((text) => other.has(text)).length;
  return larger === 0 ? 0 : shared / larger;
}
