/** A sentence and where it begins in the text. */
export interface Sentence {
  text: string;
  start: number;
}

/** Words with a full stop that doesn't end a sentence. */
const abbreviations = new Set(
  'e.g i.e etc vs mr mrs ms dr prof st no nr approx ca bzw usw vgl inkl z.b u.a d.h z b d p.ex ex sr sra inc ltd co u.s a.m p.m'.split(
    ' ',
  ),
);

/**
 * Splits prose after full stops, question and exclamation marks that a new sentence follows, and at line breaks. The
 * fingerprints of stories depend on where (see rehearsal/fingerprint.ts).
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const cut = (end: number, next: number): void => {
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') sentences.push({ text: sentence, start: start + text.slice(start, end).search(/\S/) });
    start = next;
  };
  for (const found of text.matchAll(/\n+|[.!?…]["'”’»)\]]*\s+(?=["'“‘„«([¿¡]*[\p{Lu}\p{N}])/gu)) {
    const end = found.index + found[0].trimEnd().length;
    if (found[0].startsWith('.') && isAbbreviation(text, start, found.index)) continue;
    cut(end, found.index + found[0].length);
  }
  cut(text.length, text.length);
  return sentences;
}

function isAbbreviation(text: string, start: number, stop: number): boolean {
  const from = Math.max(start, text.lastIndexOf(' ', stop - 1) + 1, stop - 8);
  const word = text
    .slice(from, stop)
    .replace(/^[("'“„«]+/, '')
    .toLowerCase();
  // A single capital is an initial: "J. Smith".
  return abbreviations.has(word) || /^\p{L}$/u.test(word);
}

/** In words: what is short enough as a name, or to recognize a sentence by. */
const mostWords = 8;
/** In words: a shorter clause says too little. */
const shortestClause = 3;

/** The clauses a sentence begins with, as far as they fit; else its first eight words. */
export function sentenceStart(sentence: string): string {
  const words = sentence.split(/\s+/);
  if (words.length <= mostWords) return sentence.replace(/[.;,:]$/, '');
  let end = mostWords;
  for (let count = mostWords; count >= shortestClause; count -= 1) {
    if (/[,;:]$/.test(words[count - 1] ?? '') || /^[–—-]$/.test(words[count] ?? '')) {
      end = count;
      break;
    }
  }
  return words
    .slice(0, end)
    .join(' ')
    .replace(/[.,;:]$/, '');
}
