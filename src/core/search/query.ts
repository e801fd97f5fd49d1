import { isBoilerplate, weightOfWord, searchWords } from './words.ts';
import { type Concept, type Part, type Query, weightOfPart } from './concept.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt } from './placed-terms.ts';
import type { Synonyms } from './synonyms.ts';

/** Text beyond this is not looked at: nobody types it, it was pasted. */
const mostCharacters = 10_000;
/** The most that is looked for at once. The longest interview questions carry about ten telling words. */
const mostConcepts = 12;

/**
 * What a search asks for. Interview boilerplate ("Tell me about a time when you…") is dropped unless nothing else is
 * left. Of a pasted text only its rarest words are taken, as they are.
 */
export function readQuery(search: string, lexicon: Lexicon, synonyms: Synonyms): Query {
  const parts = partsOf(search.slice(0, mostCharacters), lexicon, synonyms);
  const telling = parts.filter((part) => part.words.length > 1 || !isBoilerplate(part.words[0]?.text ?? ''));
  const distinct = [...new Map((telling.length > 0 ? telling : parts).map((part) => [part.term, part])).values()];
  if (distinct.length > mostConcepts) return { concepts: rarest(distinct, lexicon), keywords: false };
  return { concepts: distinct.map(createExpander(lexicon, synonyms)), keywords: telling.length === parts.length };
}

function partsOf(text: string, lexicon: Lexicon, synonyms: Synonyms): Part[] {
  const words = searchWords(text).filter((word) => !word.tail);
  const terms = words.map((word) => lexicon.termOf(word.text));
  const parts: Part[] = [];
  for (let index = 0; index < words.length;) {
    const phrase = phraseAt(text, words, terms, index, synonyms);
    const taken = words.slice(index, index + (phrase?.length ?? 1));
    const unfinished = taken.at(-1)?.end === text.length;
    parts.push({ term: phrase?.term ?? terms[index] ?? '', words: taken, unfinished });
    index += taken.length;
  }
  return parts;
}

/** The words that the fewest stories have. So long a text brings its own synonyms, and nobody mistypes a pasted one. */
function rarest(parts: readonly Part[], lexicon: Lexicon): Concept[] {
  const known = parts
    .map((part) => ({ part, stories: lexicon.storiesWith(part.term) }))
    .filter(({ stories }) => stories > 0)
    .sort((one, other) => one.stories - other.stories);
  return known.slice(0, mostConcepts).map(({ part }) => ({
    weight: weightOfPart(part),
    terms: new Map([[part.term, 1]]),
  }));
}

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
function createExpander(lexicon: Lexicon, synonyms: Synonyms): (part: Part) => Concept {
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
