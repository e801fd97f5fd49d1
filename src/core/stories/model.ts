/**
 * Stories as plain data: what the reader makes of a person's Markdown, what `offbook inspect` prints and what the
 * views receive. Line numbers start at 1.
 */

/** The parts of an answer. `other` is text without a label (a pitch, a preface). */
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

/** The condensed version. `derived` if it was made from the answer because the file has none. */
interface Outline {
  derived: boolean;
  sections: OutlineSection[];
}

export interface OutlineSection {
  kind: SectionKind;
  label: string;
  items: OutlineItem[];
}

/** One bullet of the outline. `depth` 0 is directly under its section. The id stays when the line moves. */
export interface OutlineItem {
  id: string;
  text: string;
  depth: number;
  line: number;
}

/** A part of the full answer. `text` is plain text, with a blank line between blocks. */
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

/** A non-blank source line that isn't part of any story. Kept so that nothing written is lost. */
export interface Unplaced {
  file: string;
  line: number;
  text: string;
}
