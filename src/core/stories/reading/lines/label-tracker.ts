import { parseTarget } from '../../duration.ts';
import { type Label, sectionOrder } from './labels.ts';
import type { Meaning } from '../../words/lookup.ts';

/** How clearly a label is meant as one, depending on where it is. */
export const strengths = { heading: 4, boldLine: 3, plainLine: 2, boldItem: 2, plainItem: 1 } as const;

/** The name of a competency is no longer. */
const mostNameWords = 6;

/**
 * Decides, in reading order, which labels open a section. What looks like a label may be text of the section it is in,
 * such as the bullet "Goal: ship by May" under "### Action". A label slightly less clear than the one before counts if
 * it continues in the usual order.
 */
export class LabelTracker {
  #order = -1;
  #strength = 0;
  /** Whether there was a `Q:` and no section since, so that `A:` is its answer. */
  #asked = false;
  #named = false;
  /** The labels such as “Competency” that came before a story’s first section. */
  readonly #leading = new Set<string>();

  /** Whether a section has begun since the last heading, and how clear its label was. */
  get strength(): number {
    return this.#order === -1 ? 0 : this.#strength;
  }

  /** Starts over, as after a heading. */
  reset(): void {
    this.#order = -1;
    this.#strength = 0;
    this.#asked = false;
    this.#named = false;
  }

  /** Notes a bold line, which may name another story: if its situation follows, the labels start over. */
  name(): void {
    this.#named = true;
  }

  /** Starts over after a question. */
  ask(): void {
    this.reset();
    this.#asked = true;
  }

  /** What the label means here; null if it is just text. `rest` is the rest of its line. */
  accept(label: Label, strength: number, rest: string): Meaning | null {
    const meaning = this.#read(label, rest);
    if (meaning === null) return null;
    if (meaning.type === 'meta') return this.#acceptsMeta(label, meaning.key, rest) ? meaning : null;
    if (meaning.type === 'structure') {
      if (meaning.word === 'question') this.ask();
      return meaning;
    }
    if (this.#named && meaning.kind === 'situation' && this.#order > sectionOrder.task) this.reset();
    this.#named = false;
    const order = sectionOrder[meaning.kind];
    const weaker = this.#strength - strength;
    if (weaker > 1 || (weaker === 1 && order <= this.#order)) return null;
    this.#order = order;
    this.#strength = Math.max(this.#strength, strength);
    this.#asked = false;
    return meaning;
  }

  /** Reads a letter, whose meaning depends on whether a question is open: `Q:` and `A:`, `P1:` and `R1:`. */
  #read(label: Label, rest: string): Meaning | null {
    if (!label.letter) return label.meaning;
    const letter = label.text.slice(0, 1).toUpperCase();
    if (label.text.length > 1 && letter !== 'Q' && !this.#asked) return null;
    if (this.#asked && (letter === 'A' || letter === 'R')) return { type: 'structure', word: 'answer' };
    if ((letter === 'F' || letter === 'P') && !rest.includes('?')) return null;
    // STARR: the second R is the reflection.
    if (letter === 'R' && this.#order === sectionOrder.result) return { type: 'section', kind: 'reflection' };
    return label.meaning;
  }

  #acceptsMeta(label: Label, key: string, rest: string): boolean {
    if (key === 'target') return parseTarget(rest) !== null;
    if (this.#order === -1) this.#leading.add(label.text);
    const isName = rest.split(' ').length <= mostNameWords && !/[.!?]$/.test(rest);
    const leadsNext = this.#order >= sectionOrder.result && this.#leading.has(label.text) && isName;
    return label.emphasised || key === 'tags' || this.#order === -1 || leadsNext;
  }
}
