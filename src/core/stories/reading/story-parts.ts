import type { SectionBlock, SectionDraft } from './answer.ts';
import type { QuoteEntry } from './entries.ts';
import type { StoryHeading } from './headings.ts';
import type { Lines } from '../markdown/block.ts';
import { type MetaDraft, noMeta } from './meta.ts';
import type { Alternate } from '../model.ts';
import type { OutlineDraft } from '../outline.ts';
import type { Content } from './tree.ts';

/** All that one story's content holds, sorted by what it is for. */
export interface StoryContents {
  /** The bold line, or the list's item, that names it. */
  name: StoryHeading | null;
  meta: MetaDraft;
  /** What stands before the answer. */
  lead: SectionBlock[];
  /** The question after `Q:`, and what is glued to it. */
  given: string[];
  followUps: string[];
  quotes: QuoteEntry[];
  sections: SectionDraft[];
  variants: VariantDraft[];
  alternates: Alternate[];
  /** "Questions this answers": the first is the story's own where it has none. */
  asks: Alternate[];
  /** An answer was begun, even if nothing stands in it. */
  answered: boolean;
  /** The lines that were used. */
  used: Lines[];
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
    quotes: [],
    sections: [],
    variants: [],
    alternates: [],
    asks: [],
    answered: false,
    used: [],
  };
}

/** A story that is being read, as the reader of the headings below it sees it. */
export interface OpenStory {
  readonly parts: StoryContents;
  /** Level of "Also works for", as long as its alternates go on; null without. */
  alsoLevel: number | null;
  /** Level of the heading that opened the section being read; null where something else did. */
  sectionLevel: number | null;
  /** Whether a label is still to come. */
  readonly labelsFollow: boolean;
  addAll: (content: readonly Content[]) => void;
  addBlocks: (blocks: readonly SectionBlock[]) => void;
}
