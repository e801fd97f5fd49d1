import type { FollowUpDraft, LabelledDraft, SectionBlock, SectionDraft } from './answer.ts';
import type { AsideEntry, Placed, QuoteEntry } from './lines/entries.ts';
import type { StoryHeading } from './lines/headings.ts';
import { type MetaDraft, noMeta } from './lines/meta.ts';
import type { Alternate } from '../model.ts';
import type { OutlineDraft } from '../ids.ts';
import type { Content } from './tree.ts';

/** The content of one story, sorted into its parts. */
export interface StoryContents {
  /** The bold line or list item that names it. */
  name: StoryHeading | null;
  meta: MetaDraft;
  /** The text before the answer. */
  lead: SectionBlock[];
  /** The question after `Q:`, and follow-ups on its line. */
  given: string[];
  followUps: FollowUpDraft[];
  facts: LabelledDraft[];
  notes: LabelledDraft[];
  asides: AsideEntry[];
  quotes: QuoteEntry[];
  sections: SectionDraft[];
  variants: VariantDraft[];
  alternates: Alternate[];
  /** From "Questions this answers"; the first one is the story's own if it has no other. */
  asks: Alternate[];
  /** Whether an answer has begun, even if it is empty. */
  answered: boolean;
  /** The lines used, each with its role. */
  used: Placed[];
}

export interface VariantDraft {
  title: string;
  line: number;
  outline: OutlineDraft[];
  answer: SectionDraft[];
}

export function emptyParts(): StoryContents {
  return {
    name: null,
    meta: noMeta(),
    lead: [],
    given: [],
    followUps: [],
    facts: [],
    notes: [],
    asides: [],
    quotes: [],
    sections: [],
    variants: [],
    alternates: [],
    asks: [],
    answered: false,
    used: [],
  };
}

/** A story that is being read, as used by the reader of the headings below it. */
export interface OpenStory {
  readonly parts: StoryContents;
  /** The level of "Also works for" while its alternates continue; else null. */
  alsoLevel: number | null;
  /** The level of the heading that opened the current section; null if it wasn't a heading. */
  sectionLevel: number | null;
  /** Whether more labels follow. */
  readonly labelsFollow: boolean;
  /** How far its labels have got in the usual order. */
  readonly furthest: number;
  addNote: (heading: StoryHeading, content: readonly Content[]) => void;
  addFollowUp: (heading: StoryHeading, content: readonly Content[]) => void;
  addVersion: (heading: StoryHeading, content: readonly Content[]) => void;
  addAll: (content: readonly Content[]) => void;
  addBlocks: (blocks: readonly SectionBlock[]) => void;
}
