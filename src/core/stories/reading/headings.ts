import { type AlsoHeading, readAlso } from './also.ts';
import { splitTarget } from '../duration.ts';
import { type Label, labelAt } from './labels.ts';
import type { Heading as HeadingBlock, Lines } from '../markdown/block.ts';
import { joinLines, sliceLine, type TextLine } from '../markdown/text-line.ts';
import { readStructural } from './structural.ts';
import { foldWord, wordsOf } from '../words/languages.ts';

/** What a heading is for. */
export type HeadingRole =
  /** A group or a title. */
  | { type: 'plain' }
  /** "Question 1", "Story 3: The migration", "Example": neither, but for what follows its number. */
  | { type: 'story'; word: 'question' | 'story'; numbered: boolean }
  /** A label of a section, an answer, a question; `rest` is what follows it on the line. */
  | { type: 'label'; label: Label; rest: TextLine | null }
  | { type: 'answer'; numbered: boolean }
  /** "Also works for": alternates follow. */
  | { type: 'also'; also: AlsoHeading }
  /** "Notes": not a story, whatever it holds. */
  | { type: 'aside' };

export interface Heading extends Lines {
  level: number;
  /** As written, as plain text. */
  written: string;
  /** Without number, ordinal and target time; empty where a structural heading leaves nothing. */
  title: string;
  targetMs: number | null;
  role: HeadingRole;
}

/** Chats put one before `Story 3: ...`. */
const emoji = /^[\p{Extended_Pictographic}\uFE0F\u200D\s]+/u;
/** A decimal number only before a capital: "3.5 million rows" is what it says. */
const leadingNumber =
  /^(?:\d{1,3}(?:\.\d{1,3}){1,3}[.)]?(?=\s+[\p{Lu}¿¡])|\d{1,3}[.)]|#\s?\d{1,3}[.):]?|\d{1,3}\s[–—-]|[IVX]{1,5}[.)])\s+/u;

const asides = new Set(wordsOf((language) => language.structure.aside).map(foldWord));

/** Finds out what a heading, a `<summary>` or a bold line in a heading's place is for. */
export function readHeading(block: Pick<HeadingBlock, 'line' | 'endLine' | 'level' | 'lines'>): Heading {
  const { line, endLine, level } = block;
  const written = joinLines(block.lines).replaceAll('\n', ' ');
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
    return { ...heading, title: role.rest?.text ?? '', role: { type: 'answer', numbered: false } };
  }
  const named = role.type === 'label' ? namedIn(role) : null;
  if (named !== null) return { ...heading, title: named, role: { type: 'plain' } };
  return { ...heading, title: withoutNumber(timed.text).replace(/\s?[:：]$/u, ''), role };
}

/** "Competency: Leadership" is called "Leadership"; as a heading it needs no key. */
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

/** Drops the number of a heading: `1. Ownership`, `2.1 Ownership`, `#3 – Ownership`, `IV. Ownership`. */
export function withoutNumber(text: string): string {
  const rest = text.replace(leadingNumber, '').trim();
  return rest === '' ? text : rest;
}
