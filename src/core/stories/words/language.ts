import type { SectionKind } from '../model.ts';

/** The sections that have labels; `other` is what stands under none. */
export type LabelledKind = Exclude<SectionKind, 'other'>;

/**
 * Everything the reader knows of a language, as data. Upper and lower case and accents don't matter. To teach
 * the reader another language, write one more of these and add it to `languages.ts`.
 */
export interface Language {
  /** What opens a section, by kind. Single letters count only with their colon or dash, or alone. */
  sections: Readonly<Record<LabelledKind, readonly string[]>>;
  /** Words that structure a file and are neither a group nor a title. */
  structure: Readonly<Record<StructuralWord, readonly string[]>>;
  /** What may stand before or after those: "First story", "Story two", "Sample answer". */
  ordinals: readonly string[];
  qualifiers: readonly string[];
  /** Lines such as `**Tags:** a, b`. */
  keys: Readonly<Record<MetaKey, readonly string[]>>;
  /**
   * How headings of lists of other questions begin; `asks` where the first may be the story's own. After a `$`
   * nothing but a colon may follow.
   */
  also: readonly string[];
  asks: readonly string[];
  /** Names of other versions of an answer, word by word: "Shorter answer", "Version for phone screens". */
  versions: { kinds: readonly string[]; nouns: readonly string[]; before: readonly string[] };
  /** How a request begins that needs no question mark: "Tell me about". */
  openers: readonly string[];
  /** Between two labels that share a section: "Situation and Task". */
  joiners: readonly string[];
  /** May stand before a label that is emphasised or a heading: "The Situation". */
  determiners: readonly string[];
  /** Who did it, in subject form. */
  pronouns: { we: readonly string[]; i: readonly string[] };
  /** Words that are figures: "doubled", "three". */
  figures: readonly string[];
}

export type StructuralWord = 'question' | 'answer' | 'story' | 'followUps' | 'outline' | 'aside';
export type MetaKey = 'title' | 'group' | 'tags' | 'target';
