import { listed } from '../../words/language.ts';
import { foldWord, wordsInAllLanguages } from '../../words/languages.ts';

/** A heading such as "Also works for these questions", with the rest of its line. */
export interface AlsoHeading {
  /** Whether its first question may be the story's own: "Interview questions this answers". */
  asks: boolean;
  /** Whether it only says that questions follow: “Interview questions”. */
  general: boolean;
  /** The text after the colon; empty if there isn't any. */
  rest: string;
  /** Words of the heading that its phrase doesn’t have: “Best for hard questions:”. */
  extra: string;
}

/** Such headings are short; anything beyond this is their list. */
const longestHeading = 90;

/** Longest first, so that "passt auch für" isn't taken for "passt auch". */
const phrases = [
  ...wordsInAllLanguages((language) => language.asks).map((written) => ({ ...phraseOf(written), asks: true })),
  ...wordsInAllLanguages((language) => language.also).map((written) => ({ ...phraseOf(written), asks: false })),
].sort((one, other) => other.phrase.length - one.phrase.length);

const firstWords = new Set(phrases.map(({ phrase }) => phrase.split(' ')[0]));

/** "…the following questions" names nothing; "…Ownership" does. */
const filler = /question|frage|pregunta|pergunta|following|these|other|suivant|folgend|siguiente|seguinte/i;

const generally =
  /^(?:(?:interview|possible|typical|perguntas|preguntas|questions|typische|mögliche) ?)?(?:questions?|interviewfragen|fragen|preguntas|perguntas|d'entretien|possibles|de entrevista|types)?$/;

/** Words that add nothing to it. */
const fillers = new Set(
  listed(`
    questions, question, the, following, these, those, this, other, like, such, as, about, interview, similar, story, are,
    fragen, folgende, folgenden, diese, wie, die, les, questions, suivantes, ces, comme, preguntas, siguientes, las, como,
    perguntas, seguintes, as, estas
  `),
);

function phraseOf(written: string): { phrase: string; closed: boolean } {
  return { phrase: foldWord(written.replace('$', '')), closed: written.endsWith('$') };
}

/** Reads a line that announces other questions; null if it doesn't. */
export function readAlso(text: string): AlsoHeading | null {
  const space = text.search(/[\s:：]/u);
  if (!firstWords.has(foldWord(space === -1 ? text : text.slice(0, space)))) return null;
  const colon = text.slice(0, longestHeading).search(/[:：]/u);
  const head = colon === -1 ? text : text.slice(0, colon);
  if (head.length > longestHeading) return null;
  const folded = foldWord(head);
  for (const { phrase, closed, asks } of phrases) {
    if (folded !== phrase && (closed || !folded.startsWith(`${phrase} `))) continue;
    const named = head.trim().split(/\s+/).slice(phrase.split(' ').length).join(' ');
    const rest = colon === -1 ? '' : text.slice(colon + 1).trim();
    const general = closed && asks && generally.test(phrase);
    const words = named.split(' ').filter((word) => word !== '' && !fillers.has(foldWord(word)));
    const names = rest === '' && words.length > 0 && !filler.test(named);
    return { asks, general, rest: names ? named : rest, extra: names ? '' : words.join(' ') };
  }
  return null;
}
