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
  /** Titles of what somebody says about themselves, and the question that asks for it. */
  pitch: { titles: readonly string[]; question: string };
  /** Beginnings of requests, which need no question mark: "Tell me about". */
  openers: readonly string[];
  leadIns: LeadIns;
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
  grammar: Grammar;
}

/**
 * The words that carry the grammar of a sentence rather than its content, by which an outline is made from an answer.
 * Each is given as a list in one text.
 */
export interface Grammar {
  /** What belongs to a noun and isn’t missed: "the", "our". */
  articles: string;
  /** What a clause begins with and isn’t missed: "I", "we", "there". */
  subjects: string;
  /** Other pronouns and the like, which say nothing at the end of a row. */
  pronouns: string;
  /** "had", "was", "would": not missed, except before a negation. */
  auxiliaries: string;
  /** What a clause can begin with before its verb, of several words parted by `_`: "had_to", "was_able_to". */
  chains: string;
  negations: string;
  /** Negations that a row may end in: "nobody", "nothing". */
  nobodies: string;
  /** Adverbs that aren’t missed: "really", "then", "also". */
  hedges: string;
  /** Nouns of "my goal was to …", where the rest says it all. */
  aims: string;
  /** What a sentence can begin with and isn’t missed, of several words parted by `_`: "as_a_result". */
  leadIns: string;
  prepositions: string;
  /** Small words that a clause ending in them needs: half of a verb ("brach ab", "fell through"), or its object ("kept both"). */
  particles: string;
  /** Prepositions that join what belongs together: "the end of March", "97 per cent". */
  bonds: string;
  /** What joins clauses of the same rank: "and", "but". */
  conjunctions: string;
  /** What begins a clause within another: "which", "because". */
  subordinators: string;
  /** Those that describe a noun even after a comma ("which"), begin a reason ("because"), or aren’t missed ("that"). */
  relatives: string;
  reasons: string;
  thats: string;
  /** Verbs that say little without what comes after them: "said", "told", "made". */
  weakVerbs: string;
  /** Nouns and adjectives that say little: "things", "good". */
  vague: string;
  /** Verbs that don’t end like one ("gave", "built"), so that a clause after "and" is recognized. */
  verbs: string;
  /** How regular verbs of a story end; null where nothing is sure. */
  verbEnds: RegExp | null;
  /** "from 40 to 4": the words before both figures. */
  range: readonly [from: string, to: string];
  /** Whether every noun has a capital, so that one doesn’t show a name. */
  capitalNouns: boolean;
  /** Prefixes that an apostrophe joins to the next word: "l’équipe". */
  elisions: boolean;
}

/**
 * What questions begin with before they come to the point: “Could you / tell me about / a time / when / you had to”.
 * Short names of stories do without it. A phrase that ends with an apostrophe is followed by its word without a space.
 */
interface LeadIns {
  /** Only part of it where one of the others follows: “please”, “share”. */
  polite: readonly string[];
  asks: readonly string[];
  /** What is asked for. Part of it only with a join, a subject, or both: “a time of plenty” is a point of its own. */
  cases: readonly string[];
  joins: readonly string[];
  subjects: readonly string[];
}

export type StructuralWord = 'question' | 'answer' | 'story' | 'followUps' | 'outline' | 'aside';
export type MetaKey = 'title' | 'group' | 'tags' | 'target';

/** Reads `a, b, c` as a list. */
export function listed(text: string): string[] {
  return text.trim().replace(/\s+/g, ' ').split(', ');
}
