import { sectionKey } from '../../prompter/plan.ts';
import { slug, variantPrefixes, withItemIds } from '../ids.ts';
import { sectionKinds, type Alternate, type AnswerSection, type OutlineSection, type Story } from '../model.ts';
import { deriveOutline } from './derive.ts';

/** The outlines that were made so far. Reading a file copies stories, but never their answers. */
const made = new WeakMap<readonly AnswerSection[], OutlineSection[]>();
/** Those with an alternate’s sections in them, by the alternate’s notes; `own` is the outline without. */
const mixed = new WeakMap<readonly AnswerSection[], { own: OutlineSection[]; sections: OutlineSection[] }>();

/**
 * The outline of a story, or of its variant with this index: its own, else one made from its answer when somebody first
 * asks for it. The sections of the alternate with that index, made from its notes, replace those of the same kind; its
 * other notes come first. It is the same object each time.
 */
export function outlineOf(story: Story, variant: number | null, alternate: number | null = null): OutlineSection[] {
  const own = ownOutline(story, variant);
  const other = alternateOf(story, alternate);
  if (other === null) return own;
  const known = mixed.get(other.notes);
  if (known?.own === own) return known.sections;
  const sections = withAlternate(own, outlineOfNotes(other));
  mixed.set(other.notes, { own, sections });
  return sections;
}

/** The full answer of a story or a variant, with the sections of an alternate in their places, as in `outlineOf`. */
export function answerOf(story: Story, variant: number | null, alternate: number | null = null): AnswerSection[] {
  const { answer } = (variant === null ? undefined : story.variants[variant]) ?? story;
  const other = alternateOf(story, alternate);
  return other === null ? answer : withAlternate(answer, notesOf(other));
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

/** Whether the alternate with this index changes what the person says: whether it has notes. */
export function isToldDifferently(story: Story, alternate: number | null): boolean {
  return alternateOf(story, alternate) !== null;
}

function ownOutline(story: Story, variant: number | null): OutlineSection[] {
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

/** The alternate with this index; null without one, or if it has no notes. */
function alternateOf(story: Story, alternate: number | null): Alternate | null {
  const other = alternate === null ? undefined : story.alternates[alternate];
  return other?.notes.some(({ words }) => words > 0) === true ? other : null;
}

/** The label of notes without one, which keeps them apart from a pitch, whose only section has no label either. */
const notesLabel = 'Notes';

function notesOf({ notes }: Alternate): AnswerSection[] {
  return notes
    .filter(({ words }) => words > 0)
    .map((section) => (section.kind === 'other' && section.label === '' ? { ...section, label: notesLabel } : section));
}

function outlineOfNotes(alternate: Alternate): OutlineSection[] {
  return withItemIds(deriveOutline(notesOf(alternate)), `also-${slug(alternate.question ?? alternate.group ?? '')}-`);
}

type Part = Pick<OutlineSection, 'kind' | 'label'>;

/**
 * The sections of a story with those of an alternate: each replaces the sections of its kind, or takes the place that its
 * kind has in an answer. What has no such place, as notes without a label, comes first.
 */
function withAlternate<Section extends Part>(own: readonly Section[], theirs: readonly Section[]): Section[] {
  const ownKeys = new Set(own.map(sectionKey));
  const hasPlace = (section: Section): boolean => section.kind !== 'other' || ownKeys.has(sectionKey(section));
  const byKey = Map.groupBy(theirs.filter(hasPlace), sectionKey);
  const placed = new Set<string>();
  const sections = own.flatMap((section) => {
    const key = sectionKey(section);
    const instead = byKey.get(key);
    if (instead === undefined) return [section];
    const isFirst = !placed.has(key);
    placed.add(key);
    return isFirst ? instead : [];
  });
  for (const [key, added] of byKey) if (!placed.has(key)) sections.splice(placeOf(added[0], sections), 0, ...added);
  return [...theirs.filter((section) => !hasPlace(section)), ...sections];
}

/** Where a section belongs among others of an answer: after those that come before its kind. */
function placeOf(section: Part | undefined, among: readonly Part[]): number {
  const rank = section === undefined ? 0 : sectionKinds.indexOf(section.kind);
  const before = among.findLastIndex(({ kind }) => kind !== 'other' && sectionKinds.indexOf(kind) <= rank);
  if (before !== -1) return before + 1;
  const after = among.findIndex(({ kind }) => kind !== 'other' && sectionKinds.indexOf(kind) > rank);
  return after === -1 ? among.length : after;
}
