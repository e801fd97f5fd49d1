import { foldWord, languages, wordsInAllLanguages } from './words/languages.ts';

/** In words: a longer text is part of a story, even if it ends with a question mark. */
const longestQuestion = 100;

const openers = wordsInAllLanguages((language) => language.openers)
  .map((opener) => opener.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
  .join('|');
/** A request at the beginning, or after a sentence: "We all fail. Tell me about a time ...". */
const request = new RegExp(
  `(?:^[\\p{Extended_Pictographic}\\uFE0F\\s]*|[.!?:;…]["”»)]?\\s)["“„«(¿¡]*(?:${openers})(?=[\\s,:]|$)`,
  'iu',
);
const asked = /[?？]["'”’»)\]*_]*\s*$/u;

/**
 * Whether an interviewer would say this: it ends with a question mark, or has a sentence that begins "Tell me about".
 */
export function readsAsQuestion(text: string): boolean {
  if (text.length > longestQuestion * 12) return false;
  if (!asked.test(text) && !request.test(text)) return false;
  return text.split(' ').length <= longestQuestion;
}

const pitches = new Map(
  languages.flatMap(({ pitch }) => pitch.titles.map((title) => [foldWord(title), pitch.question] as const)),
);

/** What an interviewer would say for a title: the title itself if it is a question, “Tell me about yourself.” for “About me”. */
export function knownQuestion(title: string): string | null {
  if (readsAsQuestion(title)) return title;
  return pitches.get(foldWord(title).replace(/[\s.:!…]+$/u, '')) ?? null;
}

/** The question that asks for a story that has none. */
export function titleQuestion(title: string): string {
  return knownQuestion(title) ?? `Talk about: ${title}`;
}

/**
 * Separates a question from follow-ups typed on the same line:
 * `How did it go? * Who helped? * And then?`
 */
export function splitGlued(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const found of text.matchAll(/[.?!…:]["”»)]?\s([*•·‣]|-(?=\s\p{Lu}))\s+/gu)) {
    const bullet = found.index + found[0].trimEnd().length - 1;
    parts.push(text.slice(start, bullet).trim());
    start = found.index + found[0].length;
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== '');
}
