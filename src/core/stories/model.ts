/**
 * What a story is, as plain data. This is what the reader makes of a person's Markdown, what
 * `offbook inspect` prints and what crosses to the views. Lines are 1-based; times end in `Ms`.
 */

/** The parts of an answer. `other` holds text that stands under no label (a pitch, a preface). */
export const sectionKinds = ['situation', 'task', 'action', 'result', 'reflection', 'other'] as const;
export type SectionKind = (typeof sectionKinds)[number];

export interface Library {
  files: string[];
  stories: Story[];
  problems: Problem[];
  unplaced: Unplaced[];
}

export interface Story {
  /**
   * File stem, group and title as a slug; of stories that have these in common, all but one get a number (`-2`).
   * Renaming the story changes it. Editing another story doesn't, unless that one is its twin in the same file; a
   * twin in another file can change the number at the next start.
   */
  id: string;
  file: string;
  line: number;
  endLine: number;
  group: string | null;
  title: string;
  question: string | null;
  followUps: string[];
  tags: string[];
  targetMs: number | null;
  outline: Outline;
  answer: AnswerSection[];
  variants: Variant[];
  alternates: Alternate[];
}

/** The condensed version. `derived` when the file has none and it was made from the answer. */
export interface Outline {
  derived: boolean;
  sections: OutlineSection[];
}

export interface OutlineSection {
  kind: SectionKind;
  label: string;
  items: OutlineItem[];
}

/** One bullet of the outline. `depth` 0 stands directly under its section. The id survives moved lines. */
export interface OutlineItem {
  id: string;
  text: string;
  depth: number;
  line: number;
}

/** A part of the full answer. `text` is plain, its blocks parted by a blank line. */
export interface AnswerSection {
  kind: SectionKind;
  label: string;
  text: string;
  words: number;
  line: number;
}

/** Another full answer to the same story. */
export interface Variant {
  title: string;
  line: number;
  outline: OutlineSection[];
  answer: AnswerSection[];
}

/** Another question that the same story answers. */
export interface Alternate {
  group: string | null;
  question: string | null;
  followUps: string[];
  line: number;
  notes: AnswerSection[];
}

export type Severity = 'error' | 'warning' | 'hint';

/** Something wrong or doubtful in a person's file. The message says what to do about it. */
export interface Problem {
  file: string;
  line: number | null;
  severity: Severity;
  code: string;
  message: string;
}

/** A non-blank source line that found no place in any story. Nothing written is lost. */
export interface Unplaced {
  file: string;
  line: number;
  text: string;
}
