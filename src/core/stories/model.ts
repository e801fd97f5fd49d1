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
  asides: Aside[];
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
  followUps: FollowUp[];
  tags: string[];
  targetMs: number | null;
  /** A title or a question with nothing written below it yet: listed, but never prompted or rehearsed. */
  planned: boolean;
  /** What the file says about the story: where it happened, when, at which company. Not spoken. */
  facts: Labelled[];
  outline: Outline;
  answer: AnswerSection[];
  variants: Variant[];
  alternates: Alternate[];
  /** Labelled parts after the answer that aren’t part of it, such as a tip or the evidence. Not spoken. */
  notes: Labelled[];
}

/** A question that may come after the answer. */
export interface FollowUp {
  question: string;
  /** What the person has prepared, as plain text; empty if nothing. Never part of the spoken time. */
  answer: string;
  line: number;
}

/** A label as written and its text, plain, with a blank line between blocks. */
export interface Labelled {
  label: string;
  text: string;
  line: number;
}

/**
 * The condensed version. `derived` if the file has none, and it has to be made from the answer: the reader leaves it
 * empty then (see outline/told.ts).
 */
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
  /** Where the file’s lines begin in the text, in order; without it, all of the text is prose from `line`. */
  lines?: LineStart[];
}

/** The line of the file whose text begins at `at`; `depth` if a list item does, null in prose. */
export interface LineStart {
  at: number;
  line: number;
  depth: number | null;
}

/** Another full answer to the same story. */
export interface Variant {
  title: string;
  /** Whether its title says that it is shorter: “60-second version”. */
  short: boolean;
  line: number;
  /** As in the story: empty if the file has none. */
  outline: OutlineSection[];
  answer: AnswerSection[];
}

/** Another question that the same story answers. */
export interface Alternate {
  group: string | null;
  question: string | null;
  followUps: FollowUp[];
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

/** What the lines of an aside are: why they belong to no story. */
export const asideKinds = ['heading', 'explanation', 'questions', 'preface', 'signOff', 'comment'] as const;
export type AsideKind = (typeof asideKinds)[number];

/** Lines that belong to no story, and that their author didn’t mean to: how-to text, a list of questions, a comment. */
export interface Aside {
  file: string;
  line: number;
  endLine: number;
  kind: AsideKind;
  /** Plain text; of `questions`, one a line. */
  text: string;
}

/** A non-blank source line that isn't part of any story. Kept so that nothing written is lost. */
export interface Unplaced {
  file: string;
  line: number;
  text: string;
}

/** What the reader took a stretch of lines for. */
export type Role =
  /** The file’s own title, such as “STAR stories”. */
  | 'title'
  | 'group'
  | 'storyTitle'
  | 'question'
  | 'followUp'
  | 'followUpAnswer'
  /** Part of the answer. */
  | 'section'
  | 'outline'
  | 'variant'
  | 'alternate'
  | 'fact'
  | 'note'
  /** Part of a story that isn’t written yet. */
  | 'planned'
  | 'explanation'
  | 'questions'
  | 'preface'
  | 'signOff'
  | 'comment'
  | 'frontMatter'
  | 'unplaced';

/** The role of a stretch of lines. */
export interface LineRole {
  line: number;
  endLine: number;
  role: Role;
  /** The section that the lines are in, for `section` and `outline`. */
  section: SectionKind | null;
  /** The id of the story that the lines are part of. */
  story: string | null;
}
