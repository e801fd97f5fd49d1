import type { Script } from './script.ts';

/** What the recogniser may hear, as states with arcs between them. */
export interface WordGrammar {
  states: number;
  /** Where a path begins, and may end. */
  start: number;
  words: { name: string; pronunciations: readonly string[] }[];
  /** `word` is an index; null for an arc that says nothing. */
  arcs: { from: number; to: number; probability: number; word: number | null }[];
}

/** How likely each way out of a state is. */
const likely = {
  /** From the hub to a word of the answer, all together; the rest goes to other words. */
  answer: 0.4,
  /** From a word of the answer to the next ones. */
  onward: [0.6, 0.08, 0.04],
  back: 0.28,
} as const;

/**
 * A grammar in which a person may begin anywhere in the answer, go on word by word, skip one or two, leave it, and say
 * other words. Each position is a word of its own, such as `rounding@137`, so that what is recognised says where.
 */
export function grammarOf({ positions, background, pronunciations }: Script): WordGrammar {
  const hub = 0;
  const stateAfter = (position: number): number => position + 1;
  const words = [
    ...positions.map(({ word }, at) => ({ name: `${word}@${at}`, pronunciations: pronunciations.get(word) ?? [] })),
    ...[...background.keys()].map((word) => ({ name: word, pronunciations: pronunciations.get(word) ?? [] })),
  ];
  const arcs: WordGrammar['arcs'] = [];
  for (const at of positions.keys()) {
    arcs.push({ from: hub, to: stateAfter(at), probability: likely.answer / positions.length, word: at });
    arcs.push({ from: stateAfter(at), to: hub, probability: likely.back, word: null });
    for (const [skipped, probability] of likely.onward.entries()) {
      const next = at + 1 + skipped;
      if (next < positions.length) arcs.push({ from: stateAfter(at), to: stateAfter(next), probability, word: next });
    }
  }
  const sum = [...background.values()].reduce((total, weight) => total + weight, 0);
  for (const [index, weight] of [...background.values()].entries()) {
    const probability = ((1 - likely.answer) * weight) / sum;
    arcs.push({ from: hub, to: hub, probability, word: positions.length + index });
  }
  return { states: positions.length + 1, start: hub, words, arcs };
}

/** The position that a recognised word is; null for other words, silence and noise. */
export function positionOf(name: string): number | null {
  const found = /@(\d+)(?:\(\d+\))?$/.exec(name);
  return found === null ? null : Number(found[1]);
}
