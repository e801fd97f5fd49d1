import { isBoilerplate, weightOfWord } from './boilerplate.ts';
import { weightOfPart, type Concept, type Part } from './concept.ts';
import type { Lexicon } from './lexicon.ts';
import type { Synonyms } from './synonyms-lookup.ts';

/** How well what stands for a word answers it, beside the word itself at 1. */
const startShare = 0.8;
const slipShares: Readonly<Record<number, number>> = { 1: 0.7, 2: 0.5 };
const synonymShare = 0.4;
/** Several words in a row are hardly ever there by chance. */
const phraseSynonymShare = 0.6;
const wordOfPhraseShare = 0.6;

/** Letters from which on the start of a word says what it means, so that its synonyms count, too. */
const shortestStart = 4;

/** A start or a slip of so many words is nothing to go by. */
const mostMeant = 8;
/** Looking for slips goes through the whole lexicon, so only so many words of a search are taken for mistyped. */
const mostSlips = 4;

/** Makes the concepts of one search: each part with the word starts, slips and synonyms that may stand for it. */
export function createExpander(lexicon: Lexicon, synonyms: Synonyms): (part: Part) => Concept {
  let slipsLeft = mostSlips;

  /** The words of the lexicon that a written word may mean, with how well they answer it. */
  function meant(word: string, unfinished: boolean): [string, number][] {
    const known = lexicon.knows(word);
    const found: [string, number][] = known ? [[word, 1]] : [];
    if (unfinished || (!known && word.length > 2)) {
      const starts = lexicon.starts(word, mostMeant);
      found.push(
        ...starts.map((start): [string, number] => [start, startShare * Math.sqrt(word.length / start.length)]),
      );
    }
    // A word that the stories have, or that begins one, is no slip. A light one ("deal") isn't worth guessing at.
    if (found.length > 0 || slipsLeft === 0 || weightOfWord(word) < 1) return found;
    slipsLeft -= 1;
    return lexicon.near(word, mostMeant).map((slip) => [slip.word, slipShares[slip.distance] ?? 0]);
  }

  return (part) => {
    const terms = new Map<string, number>();
    const add = (term: string, share: number) => terms.set(term, Math.max(share, terms.get(term) ?? 0));
    const addWithSynonyms = (term: string, share: number) => {
      add(term, share);
      for (const other of synonyms.of(term)) add(other, share * (isPhrase(other) ? phraseSynonymShare : synonymShare));
    };
    const [word] = part.words;
    if (part.words.length > 1) {
      addWithSynonyms(part.term, 1);
      for (const { text } of part.words) {
        if (!isBoilerplate(text)) add(lexicon.termOf(text), wordOfPhraseShare * weightOfWord(text));
      }
    } else if (word) {
      for (const [other, share] of meant(word.text, part.unfinished)) {
        const saysEnough = other === word.text || word.text.length >= shortestStart;
        (saysEnough ? addWithSynonyms : add)(lexicon.termOf(other), share);
      }
    }
    return { weight: weightOfPart(part), terms };
  };
}

function isPhrase(term: string): boolean {
  return term.includes(' ');
}
