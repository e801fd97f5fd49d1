import type { AnswerSection, OutlineSection, SectionKind } from '../stories/model.ts';

/**
 * How much text is on screen, from most to least. `full` shows the answer and `outline` its bullets; the others replace
 * letters of those bullets with blanks, so that each line keeps its length and shape.
 */
export const fadeLevels = ['full', 'outline', 'first-words', 'initials', 'nothing'] as const;
export type FadeLevel = (typeof fadeLevels)[number];

/** Replaces a hidden letter. */
const blank = '_';

/** A word’s letters with their marks and invisible joiners. Blanks match too, so that fading twice changes nothing. */
const lettersPattern = /[\p{L}_][\p{L}\p{M}\p{Cf}_]*/gu;

/** The first word or number of a line, with what an apostrophe or a hyphen joins to it. */
const firstWordPattern = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}\p{Cf}_'’\-‐‑]*/u;

/** Scripts written without spaces, where only a dictionary separates the words. */
const unspacedPattern =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

const afterApostrophePattern = /[\p{L}\p{M}\p{N}_]['’]$/u;
/** `'s`, `'t`, `'re`, `'ll`: a tail this short belongs to the word before it; in `l'équipe` a new word starts. */
const longestTail = 2;

const formatOnlyPattern = /^\p{Cf}+$/u;
/** Below the combining marks every code unit is a letter of its own, so such text needs no segmenter. */
const plainPattern = /^[\0-\u02FF]*$/u;

// Stateless, and in any language: word and letter boundaries don’t depend on it.
const letterSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The text at a level: `first-words` keeps each line’s first word and the initials of the others, `initials` only the
 * initials, `nothing` not even those. Numbers, signs and emoji stay, so that `2:30` and `40 %` are readable. In scripts
 * without spaces the engine’s dictionary separates the words. Takes any text.
 */
export function fadeText(text: string, level: FadeLevel): string {
  switch (level) {
    case 'full':
    case 'outline':
      return text;
    case 'first-words':
      return text.split('\n').map(keepFirstWord).join('\n');
    case 'initials':
      return keepInitials(text);
    case 'nothing':
      return '';
  }
}

/** Whether a level hides letters, so that there is something to peek at. */
export function hidesText(level: FadeLevel): boolean {
  return level !== 'full' && level !== 'outline';
}

/** The level with more text (`-1`) or less (`1`); the same level at either end. */
export function levelStep(level: FadeLevel, step: 1 | -1): FadeLevel {
  return fadeLevels[fadeLevels.indexOf(level) + step] ?? level;
}

function keepFirstWord(line: string): string {
  const found = firstWordPattern.exec(line);
  if (found === null) return line;
  const end = found.index + (unspacedPattern.test(found[0]) ? firstSegment(found[0]) : found[0]).length;
  return line.slice(0, end) + keepInitials(line.slice(end));
}

function firstSegment(run: string): string {
  for (const { segment } of wordSegmenter.segment(run)) return segment;
  return run;
}

function keepInitials(text: string): string {
  return text.replace(lettersPattern, (run, offset: number) => {
    if (unspacedPattern.test(run)) return wordsOf(run).map(hideAllButFirst).join('');
    const isTail = afterApostrophePattern.test(text.slice(Math.max(0, offset - 3), offset));
    return isTail && lettersOf(run).length <= longestTail ? lettersOf(run).map(hide).join('') : hideAllButFirst(run);
  });
}

function wordsOf(run: string): string[] {
  return Array.from(wordSegmenter.segment(run), ({ segment }) => segment);
}

function hideAllButFirst(word: string): string {
  const [first = '', ...others] = lettersOf(word);
  return first + others.map(hide).join('');
}

/** Letters as people see them, with their accents and joiners. */
function lettersOf(word: string): string[] {
  if (plainPattern.test(word)) return word.split('');
  return Array.from(letterSegmenter.segment(word), ({ segment }) => segment);
}

/** Invisible direction marks stay, because right-to-left lines would fall apart without them. */
function hide(letter: string): string {
  return formatOnlyPattern.test(letter) ? letter : blank;
}

export interface StageSection {
  kind: SectionKind;
  label: string;
  rows: StageRow[];
}

export interface StageRow {
  /** The outline item’s id, so that a row keeps it when the level changes; rows of the full answer have their own. */
  id: string;
  /** Empty if the level hides all of it. */
  text: string;
  depth: number;
}

/**
 * What the rehearsal shows at a level: the answer’s paragraphs at `full`, otherwise the faded outline. A story without a
 * full answer shows its outline at `full` too. A peek shows the same rows at `outline`.
 */
export function stageText(outline: OutlineSection[], answer: AnswerSection[], level: FadeLevel): StageSection[] {
  if (level === 'full' && answer.length > 0) return answer.map(answerOnStage);
  return outline.map(({ kind, label, items }) => ({
    kind,
    label,
    rows: items.map(({ id, text, depth }) => ({ id, depth, text: fadeText(text, level) })),
  }));
}

function answerOnStage({ kind, label, text }: AnswerSection, index: number): StageSection {
  const paragraphs = text.split(/\n{2,}/u).filter((paragraph) => paragraph.trim() !== '');
  const rows = paragraphs.map((paragraph, row) => ({ id: `answer-${index}-${row}`, text: paragraph, depth: 0 }));
  return { kind, label, rows };
}
