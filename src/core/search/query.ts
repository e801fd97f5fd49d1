import { isBoilerplate, weightOfWord, searchWords } from './words.ts';
import { type Concept, type Part, type Query, weightOfPart } from './concept.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt } from './placed-terms.ts';
import { termOf } from './term.ts';
import type { Synonyms } from './synonyms.ts';

/** Text beyond this is ignored: nobody types that much, so it was pasted. */
const mostCharacters = 10_000;
/** Limit for one search. The longest interview questions have about ten telling words. */
const mostConcepts = 12;

/**
 * Works out what a search asks for. Interview boilerplate ("Tell me about a time when you…") is dropped unless that
 * leaves nothing. For a pasted text only its rarest words count, without synonyms and typos.
 */
export function readQuery(search: string, lexicon: Lexicon, synonyms: Synonyms): Query {
  const parts = partsOf(search.slice(0, mostCharacters), lexicon, synonyms);
  const telling = parts.filter((part) => part.words.length > 1 || !isBoilerplate(part.words[0]?.text ?? ''));
  const distinct = [...new Map((telling.length > 0 ? telling : parts).map((part) => [part.term, part])).values()];
  if (distinct.length > mostConcepts) {
    return { concepts: rarest(distinct, lexicon, synonyms), keywordsOnly: false, isBoilerplate: false, isPasted: true };
  }
  const concepts = distinct.map(createExpander(lexicon, synonyms));
  return {
    concepts,
    keywordsOnly: telling.length === parts.length,
    isBoilerplate: telling.length === 0,
    isPasted: search.length > mostCharacters,
  };
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

/** The parts that the fewest stories have. A text this long has its own synonyms, and pasted text has few typos. */
function rarest(parts: readonly Part[], lexicon: Lexicon, synonyms: Synonyms): Concept[] {
  const known = parts
    .map((part) => ({ part, stories: lexicon.storiesWith(part.term) }))
    .filter(({ stories }) => stories > 0)
    .sort((one, other) => one.stories - other.stories);
  return known.slice(0, mostConcepts).map(({ part }) => ({
    weight: weightOfPart(part),
    terms: new Map([[part.term, 1]]),
    own: new Set([part.term]),
    parts: new Set<string>(),
    isTopic: synonyms.isTopic(part.term),
    turns: turns.has(part.term),
  }));
}

/** How well other words answer a word, compared with 1 for the word itself. */
const startShare = 0.8;
const typoShares: Readonly<Record<number, number>> = { 1: 0.7, 2: 0.5 };
const sameShare = 0.8;
const synonymShare = 0.4;
/** Higher than for a word, since several words in a row are rarely a coincidence. */
const phraseSynonymShare = 0.6;
const wordOfPhraseShare = 0.6;

/** From this many letters on, the start of a word is clear enough for its synonyms to count. */
const shortestStart = 4;

/** How many words a start or a typo may be completed to. */
const mostMeant = 8;
/** How many words of a search are checked for typos, as each check goes through the whole lexicon. */
const mostTypos = 4;

/** Whoever did something to others has seldom told how it was the other way round. */
const turns: ReadonlySet<string> = new Set(['receive', 'refuse', 'decline', 'reject', 'resign'].map(termOf));

/** Makes the concepts of one search: each part with the completions, typos and synonyms that may answer it. */
function createExpander(lexicon: Lexicon, synonyms: Synonyms): (part: Part) => Concept {
  let checksLeft = mostTypos;

  /** The words of the lexicon that a typed word may mean, and how well they answer it. */
  function meant(word: string, unfinished: boolean): [string, number][] {
    const known = lexicon.knows(word);
    const found: [string, number][] = known ? [[word, 1]] : [];
    if (unfinished || (!known && word.length > 2)) {
      const starts = lexicon.starts(word, mostMeant);
      found.push(
        ...starts.map((start): [string, number] => [start, startShare * Math.sqrt(word.length / start.length)]),
      );
    }
    // A word that is in the stories, or starts one there, isn't a typo. A light one ("deal") isn't worth guessing.
    if (found.length > 0 || checksLeft === 0 || weightOfWord(word) < 1) return found;
    checksLeft -= 1;
    return lexicon.near(word, mostMeant).map(({ word: near, distance }) => [near, typoShares[distance] ?? 0]);
  }

  return (part) => {
    const terms = new Map<string, number>();
    const own = new Set<string>();
    const parts = new Set<string>();
    const add = (term: string, share: number) => terms.set(term, Math.max(share, terms.get(term) ?? 0));
    const addOwn = (term: string, share: number) => {
      own.add(term);
      add(term, share);
    };
    const addWithSynonyms = (term: string, share: number) => {
      addOwn(term, share);
      for (const [other, meaning] of synonyms.of(term)) {
        const related = isPhrase(other) ? phraseSynonymShare : synonymShare;
        add(other, share * (meaning === 'same' ? sameShare : related));
      }
    };
    const [word] = part.words;
    if (part.words.length > 1) {
      addWithSynonyms(part.term, 1);
      for (const { text } of part.words) {
        const term = lexicon.termOf(text);
        if (isBoilerplate(text)) continue;
        if (!terms.has(term)) parts.add(term);
        add(term, wordOfPhraseShare * weightOfWord(text));
      }
    } else if (word) {
      for (const [other, share] of meant(word.text, part.unfinished)) {
        const saysEnough = other === word.text || word.text.length >= shortestStart;
        (saysEnough ? addWithSynonyms : addOwn)(lexicon.termOf(other), share);
      }
    }
    return {
      weight: weightOfPart(part),
      terms,
      own,
      parts,
      isTopic: synonyms.isTopic(part.term),
      turns: turns.has(part.term),
    };
  };
}

function isPhrase(term: string): boolean {
  return term.includes(' ');
}
