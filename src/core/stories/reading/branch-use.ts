import type { SectionDraft } from './answer.ts';
import { sectionOrder } from './line-labels.ts';
import { joinLines } from '../markdown/text-line.ts';
import { readsAsQuestion } from '../questions.ts';
import type { OpenStory } from './story-parts.ts';
import { type Branch, ownLabels } from './tree.ts';
import { isVersion } from '../versions.ts';

const longestName = 3;

/** What a heading below a story is to it. */
export type BranchUse =
  /** It announces other questions that the story answers. */
  | 'also'
  /** One of those questions. */
  | 'alternate'
  /** Another version of the answer. */
  | 'variant'
  /** It holds the story's outline. */
  | 'outline'
  /** A heading over others that hold answers. */
  | 'cover'
  /** Part of the text. */
  | 'text';

export function useOf(branch: Branch, { alsoLevel, parts }: OpenStory): BranchUse {
  const { heading, level, own, bears } = branch;
  const named = heading !== null && isVersion(heading.written);
  if (heading?.role.type === 'also') return 'also';
  if (alsoLevel !== null && level >= alsoLevel && !(named && own === 'labels')) return 'alternate';
  if (own === 'labels' || ownLabels(branch).length > 0) {
    // "Full" below "Outline": the first answer of all is no variant.
    if (own === 'labels' && !named && parts.sections.length === 0 && isBrief(heading)) return 'cover';
    return !named && continues(branch, parts.sections) ? 'text' : 'variant';
  }
  if (own === 'quote' && parts.quotes.length === 0 && namesOutline(heading)) return 'outline';
  if (own === 'quote') return named ? 'variant' : 'text';
  return bears ? 'cover' : 'text';
}

/** A quote below a heading of a word or two ("Condensed", "In short") is the outline; below a longer one, a quote. */
function namesOutline(heading: Branch['heading']): boolean {
  return isBrief(heading);
}

function isBrief(heading: Branch['heading']): boolean {
  return heading !== null && heading.written.split(' ').length <= longestName && !readsAsQuestion(heading.title);
}

/** "### Phase 2" that ends with the story's `**R:**` is no other version, but the same one going on. */
function continues(branch: Branch, sections: readonly SectionDraft[]): boolean {
  const [first] = ownLabels(branch);
  const last = sections.findLast(({ kind }) => kind !== 'other');
  if (branch.own !== 'labels' || first === undefined || last === undefined || last.kind === 'other') return false;
  return sectionOrder[first.kind] > sectionOrder[last.kind];
}

/**
 * Whether a heading below a heading with an answer is a story by itself: it is numbered as one, or has a question
 * of its own. Below the file itself, every heading is.
 */
export function standsAlone(branch: Branch, parent: Branch): boolean {
  const { heading, level } = branch;
  if (heading === null || heading.role.type === 'also' || isVersion(heading.written)) return false;
  if (parent.heading === null) return level <= 6 || branch.bears;
  if (branch.own !== 'labels') return false;
  if (heading.role.type === 'story' && (heading.role.word === 'question' || heading.role.numbered)) return true;
  return readsAsQuestion(heading.title) || hasQuestion(branch);
}

function hasQuestion(branch: Branch): boolean {
  for (const each of branch.content) {
    if (each.type === 'mark' && each.mark === 'question') return true;
    if (each.type === 'label' || each.type === 'mark') return false;
    if (each.type === 'text' && readsAsQuestion(joinLines(each.lines))) return true;
  }
  return false;
}
