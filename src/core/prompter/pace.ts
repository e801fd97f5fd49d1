import type { SectionKind } from '../stories/model.ts';

/** Words a minute that an unhurried speaker says; the middle of the 140–150 that speech trainers give for English. */
export const defaultWordsPerMinute = 145;

/**
 * The share of an answer that each section should take: the split that interview coaches give for STAR
 * answers, where what one did oneself gets more than half. `other` stands for text under no label.
 */
export const recommendedShares: Readonly<Record<SectionKind, number>> = {
  situation: 0.2,
  task: 0.1,
  action: 0.55,
  result: 0.1,
  reflection: 0.05,
  other: 0.1,
};

/** Words as a speaker counts them: runs of letters or digits, so that a lone dash or bullet is none. */
export function countWords(text: string): number {
  let words = 0;
  /** Whether the run of characters being read has been counted. */
  let counted = false;
  // Character by character, since the reader counts every word of every file.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) counted = false;
    else if (!counted && isLetterOrDigit(text, at, code)) {
      counted = true;
      words += 1;
    }
  }
  return words;
}

function isSpace(code: number): boolean {
  if (code > 127) return /\s/u.test(String.fromCharCode(code));
  return code === 32 || (code >= 9 && code <= 13);
}

function isLetterOrDigit(text: string, at: number, code: number): boolean {
  if (code > 127) return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? code));
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** How long `words` take to say at `wordsPerMinute`, in whole milliseconds. */
export function spokenMs(words: number, wordsPerMinute: number): number {
  return Math.round((words * 60_000) / wordsPerMinute);
}
