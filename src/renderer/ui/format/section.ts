import type { SectionKind } from '../../../core/stories/model.ts';

export interface SectionLook {
  /** What the section is called on screen and to assistive software. */
  name: string;
  /** Shown beside its colour everywhere, so that nobody has to tell colours apart. */
  letter: string;
}

const sectionLooks: Readonly<Record<SectionKind, SectionLook>> = {
  situation: { name: 'Situation', letter: 'S' },
  task: { name: 'Task', letter: 'T' },
  action: { name: 'Action', letter: 'A' },
  result: { name: 'Result', letter: 'R' },
  reflection: { name: 'Reflection', letter: 'Rf' },
  other: { name: 'Notes', letter: '' },
};

/** A longer label is a sentence of its author’s; the kind’s name says it in a word. */
const longestName = 24;

/**
 * How a section looks on screen: as its author wrote its label. A label of capitals, such as “S”, is its letter, and it has
 * its kind’s name. The first letter of a word is its letter too, unless that is another kind’s: “Reflection” is “Rf”,
 * since R is the result.
 */
export function sectionLook(kind: SectionKind, label: string): SectionLook {
  const look = sectionLooks[kind];
  const [first, ...others] = label.match(letters) ?? [];
  if (first === undefined) return kind === 'other' && label !== '' ? { name: label, letter: '' } : look;
  const letter = first.toUpperCase();
  const second = others.find((other) => !vowel.test(other.normalize('NFD')));
  const pair = second === undefined ? look.letter : `${letter}${second.toLowerCase()}`;
  return { name: nameOf(kind, label) ?? look.name, letter: isTaken(letter, kind) ? pair : letter };
}

/** The label as a name; null if it is an abbreviation or too long. */
function nameOf(kind: SectionKind, label: string): string | null {
  if (kind !== 'other' && (label.length > longestName || abbreviation.test(label))) return null;
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
}

const letters = /[\p{L}\p{N}]\p{M}*/gu;
const abbreviation = /^\P{L}*(?:\p{L}|\p{Lu}\P{L}*\p{Lu})\P{L}*$/u;
/** Two consonants tell more of a word. */
const vowel = /^[aeiouy]/iu;

/** Whether a letter is another kind’s. A framework of the author’s own uses letters as it likes. */
function isTaken(letter: string, kind: SectionKind): boolean {
  if (kind === 'other') return false;
  return Object.entries(sectionLooks).some(([other, look]) => other !== kind && look.letter === letter);
}
