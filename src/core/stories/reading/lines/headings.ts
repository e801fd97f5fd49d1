import { type AlsoHeading, readAlso } from './also.ts';
import { splitTarget } from '../../duration.ts';
import { type Label, labelAt } from './labels.ts';
import type { Heading as HeadingBlock, Lines } from '../../markdown/block.ts';
import { joinLines, sliceLine, type TextLine } from '../../markdown/text-line.ts';
import { readsAsQuestion } from '../../questions.ts';
import { foldWord, wordsInAllLanguages } from '../../words/languages.ts';

/** What a heading is for. */
type HeadingRole =
  /** A group or a title. */
  | { type: 'plain' }
  /** "Question 1", "Story 3: The migration", "Example": structure; only the text after the number is a title. */
  | { type: 'story'; word: 'question' | 'story'; numbered: boolean }
  /** A label of a section, an answer or a question; `rest` is the rest of its line. */
  | { type: 'label'; label: Label; rest: TextLine | null }
  | { type: 'answer'; numbered: boolean }
  /** "Also works for": alternates follow. */
  | { type: 'also'; also: AlsoHeading }
  /** "Notes": not a story, whatever it holds. */
  | { type: 'aside' }
  /** The file’s own title. */
  | { type: 'file' };

export interface StoryHeading extends Lines {
  level: number;
  /** As written, but plain text. */
  written: string;
  /** Without number, ordinal and target time; empty for a structural heading with no more than that. */
  title: string;
  targetMs: number | null;
  role: HeadingRole;
  /** What is in brackets after “Answer”. */
  remark?: string;
  /** Whether it is a story although nothing below it has a label. */
  plainStory?: boolean;
  /** Whether it is a story of which nothing is written yet. */
  planned?: boolean;
  /** Whether it is a line that opens a story in place of a heading. */
  opens?: boolean;
}

/** What Notion puts after a page’s title when it exports it. */
const notionId = /\s[0-9a-f]{32}$/;
/** Chatbots like to put one before `Story 3: ...`. */
const emoji = /^[\p{Extended_Pictographic}\uFE0F\u200D\s]+/u;
/** A decimal number counts only before a capital: "3.5 million rows" is text. */
const leadingNumber =
  /^(?:\d{1,3}(?:\.\d{1,3}){1,3}[.)]?(?=\s+[\p{Lu}¿¡])|\d{1,3}[.)]|#\s?\d{1,3}[.):]?|\d{1,3}\s[–—-]|[IVX]{1,5}[.)])\s+/u;

/** Whether a word names what isn’t a story: “Tips”. */
export function isAsideWord(word: string): boolean {
  return asides.has(foldWord(word));
}

const asides = new Set(wordsInAllLanguages((language) => language.structure.aside).map(foldWord));

/** Reads a heading, a `<summary>`, or a bold line used as a heading. */
export function readHeading(block: Pick<HeadingBlock, 'line' | 'endLine' | 'level' | 'lines'>): StoryHeading {
  const { line, endLine, level } = block;
  const written = joinLines(block.lines).replaceAll('\n', ' ').replace(notionId, '');
  const timed = splitTarget(written);
  const heading = { line, endLine, level, written, targetMs: timed.targetMs };
  const structural = readStructural(timed.text.replace(emoji, ''));
  if (structural !== null) {
    const { word, numbered, rest } = structural;
    if (word === 'answer') return { ...heading, title: rest, role: { type: 'answer', numbered } };
    if (numbered || rest !== '' || word === 'story') {
      return { ...heading, title: rest, role: { type: 'story', word, numbered } };
    }
  }
  const role = roleOf(block.lines[0], timed.text);
  if (role.type === 'label' && role.label.meaning.type === 'structure' && role.label.meaning.word === 'answer') {
    const { remark } = role.label;
    return { ...heading, title: role.rest?.text ?? '', remark, role: { type: 'answer', numbered: false } };
  }
  const named = role.type === 'label' ? namedIn(role) : null;
  if (named !== null) return { ...heading, title: named, role: { type: 'plain' } };
  return { ...heading, title: bareTitle(timed.text).replace(/\s?[:：]$/u, ''), role };
}

/** The name in "Competency: Leadership", which doesn't need its key in a heading. */
function namedIn({ label, rest }: Extract<HeadingRole, { type: 'label' }>): string | null {
  const { meaning } = label;
  if (meaning.type !== 'meta' || (meaning.key !== 'group' && meaning.key !== 'title')) return null;
  return rest?.text ?? label.text;
}

function roleOf(first: TextLine | undefined, text: string): HeadingRole {
  const also = readAlso(withoutNumber(text));
  if (also !== null) return { type: 'also', also };
  if (asides.has(foldWord(withoutNumber(text).replace(/:$/, '')))) return { type: 'aside' };
  const label = first === undefined ? null : labelAt(first, 0, 'heading');
  if (first === undefined || label === null) return { type: 'plain' };
  return { type: 'label', label, rest: label.end < first.text.length ? sliceLine(first, label.end) : null };
}

/** A title without its number, an emoji before it, and the quotes or brackets around a question. */
function bareTitle(text: string): string {
  const plain = withoutNumber(text.replace(emoji, '') || text);
  const rest = withoutNumber(plain.replace(emoji, '') || plain);
  return readsAsQuestion(rest) ? bareQuestion(rest) : rest;
}

/** A question without the emoji before it, and the quotes or brackets around it. */
export function bareQuestion(text: string): string {
  const plain = text.replace(emoji, '').trim() || text.trim();
  const inner = /^(?:["“„«](.+)["”“»]|[([](.+)[)\]]|[*_]+(.+?)[*_]+)[.:]?$/su.exec(plain);
  const found = (inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? '').trim();
  return found === '' || /["“”„«»]/u.test(found) ? plain : found;
}

/** Drops the number of a heading: `1. Ownership`, `2.1 Ownership`, `#3 – Ownership`, `IV. Ownership`. */
export function withoutNumber(text: string): string {
  const rest = text.replace(leadingNumber, '').trim();
  return rest === '' ? text : rest;
}

/** A heading such as `Question 1`, `Answer` or `Story 3: The migration`. */
interface Structural {
  word: 'question' | 'answer' | 'story';
  /** Whether it has a number, or "first" or "second". */
  numbered: boolean;
  /** The text after the ordinal prefix. */
  rest: string;
}

const words = new Map<string, Structural['word']>();
for (const word of ['question', 'answer', 'story'] as const) {
  for (const written of wordsInAllLanguages((language) => language.structure[word])) {
    if (!words.has(foldWord(written))) words.set(foldWord(written), word);
  }
}
const ordinals = new Set(wordsInAllLanguages((language) => language.ordinals).map(foldWord));
const qualifiers = new Set(wordsInAllLanguages((language) => language.qualifiers).map(foldWord));

/**
 * A number after the word: `Story 3`, `Story #3`. A Roman one or a letter needs punctuation after it: `Story I led`.
 */
const number = /^#?\d{1,3}$/;
const lettered = /^(?:[IVX]{1,5}|[A-H])$/;
/** Separates the ordinal prefix from the rest; optional after a number. */
const separator = /^[:.)|–—-]+$/u;
/** In words, including qualifiers and number. */
const longestPrefix = 8;

/** Reads a structural heading; null for any other, such as "Story of my life". */
export function readStructural(text: string): Structural | null {
  // Set punctuation and numbers apart: `Q1:` becomes `Q 1 :`.
  const spaced = text
    .slice(0, 80)
    .replace(/^([QFP])(?=\d)/, '$1 ')
    .replace(/([:|–—]|[.)](?=\s|$))/gu, ' $1 ');
  const parts = spaced.trim().split(/\s+/);
  let at = 0;
  let counted = false;
  if (/^\d{1,3}$/.test(parts[0] ?? '') && separator.test(parts[1] ?? '')) at = 2;
  while (at < longestPrefix && isQualifier(parts[at])) {
    counted ||= ordinals.has(foldWord(parts[at] ?? ''));
    at += 1;
  }
  const { word, length } = wordAt(parts, at);
  if (word === null) return null;
  const letter = length === 1 && parts[at]?.length === 1 ? parts[at] : '';
  at += length;
  const numbered = isNumber(parts[at], parts[at + 1]);
  if (numbered) at += 1;
  const parted = separator.test(parts[at] ?? '');
  if (parted) at += 1;
  // "Q3 results" and "P. S." aren't questions, "First example of ..." isn't an example.
  const complete = parted || at >= parts.length;
  if (!complete && (!numbered || letter !== '')) return null;
  if (letter !== '' && letter !== 'Q' && !numbered) return null;
  return { word, numbered: numbered || counted, rest: restOf(text, parts, at) };
}

function isNumber(part: string | undefined, next: string | undefined): boolean {
  if (part === undefined) return false;
  if (number.test(part) || ordinals.has(foldWord(part))) return true;
  return lettered.test(part) && (next === undefined || separator.test(next));
}

function isQualifier(part: string | undefined): boolean {
  const folded = foldWord(part ?? '');
  return qualifiers.has(folded) || ordinals.has(folded);
}

/** The longest structural word that begins at `at`. */
function wordAt(parts: readonly string[], at: number): { word: Structural['word'] | null; length: number } {
  for (let length = 3; length >= 1; length -= 1) {
    const candidate = parts.slice(at, at + length);
    const word = candidate.length === length ? words.get(foldWord(candidate.join(' '))) : undefined;
    if (word !== undefined) return { word, length };
  }
  return { word: null, length: 0 };
}

/** The text from part `at` on, as written. */
function restOf(text: string, parts: readonly string[], at: number): string {
  const skipped = parts.slice(0, at).join('').length;
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (seen === skipped) return text.slice(index).trim();
    if (text[index] !== ' ') seen += 1;
  }
  return '';
}
