import type { SectionKind } from '../model.ts';

/** The sections that have labels. */
export type LabelledKind = Exclude<SectionKind, 'other'>;

/**
 * Everything the reader knows about a language. Case and accents don't matter. To teach the reader another language,
 * write one more of these and add it to `languages.ts`.
 */
export interface Language {
  /** Labels that open a section, by kind. A single letter counts only with a colon or dash, or alone on its line. */
  sections: Readonly<Record<LabelledKind, readonly string[]>>;
  /** Words that structure a file and name neither a group nor a story. */
  structure: Readonly<Record<StructuralWord, readonly string[]>>;
  /** Words allowed before or after those: "First story", "Story two", "Sample answer". */
  ordinals: readonly string[];
  qualifiers: readonly string[];
  /** Words that name a kind of file, as its title: “Interview stories”. Beside two of them, others are allowed. */
  file: readonly string[];
  /** Labels of facts about a story, before its answer, and of what isn’t part of the answer, after it. */
  facts: readonly string[];
  notes: readonly string[];
  /** Labels of lines such as `**Tags:** a, b`. */
  keys: Readonly<Record<MetaKey, readonly string[]>>;
  /**
   * How the headings of lists of other questions begin. In `asks`, the first question may be the story's own. `$` at
   * the end allows only a colon after the phrase.
   */
  also: readonly string[];
  asks: readonly string[];
  /** The words that name another version of an answer: "Shorter answer", "Version for phone screens". */
  versions: {
    kinds: readonly string[];
    nouns: readonly string[];
    before: readonly string[];
    /** Those of the kinds that are shorter, and whole names of short versions: “TL;DR”. */
    short: readonly string[];
    names: readonly string[];
  };
  /** Beginnings of requests, which need no question mark: "Tell me about". */
  openers: readonly string[];
  /** Words that join two labels of one section: "Situation and Task". */
  joiners: readonly string[];
  /** Words allowed before a label that is bold or a heading: "The Situation". */
  determiners: readonly string[];
  /** In the nominative: they show who did it. */
  pronouns: { we: readonly string[]; i: readonly string[] };
  /** Other words of somebody who tells what happened to them, and words that address the reader. */
  own: readonly string[];
  you: readonly string[];
  /** Beginnings of instructions: “Describe the steps”. They matter only where nobody tells anything. */
  instructions: readonly string[];
  /** What chatbots say after an answer. */
  chat: readonly string[];
  /** Words that count as numbers: "doubled", "three". */
  figures: readonly string[];
}

export type StructuralWord = 'question' | 'answer' | 'story' | 'followUps' | 'outline' | 'aside';
export type MetaKey = 'title' | 'group' | 'tags' | 'target';

/** Reads `a, b, c` as a list. */
export function listed(text: string): string[] {
  return text.trim().replace(/\s+/g, ' ').split(', ');
}
