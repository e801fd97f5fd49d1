import { isBoilerplate } from './boilerplate.ts';
import { weightOfPart, type Concept, type Part, type Query } from './concept.ts';
import { createExpander } from './expand.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseAt } from './placed-terms.ts';
import type { Synonyms } from './synonyms-lookup.ts';
import { wordsOf } from './words.ts';

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
  const words = wordsOf(text).filter((word) => !word.tail);
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
