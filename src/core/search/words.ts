/** A word of a text, folded for comparing, with its place in the text as it was written. */
export interface Word {
  /** Lower case, without accents and apostrophes. */
  text: string;
  start: number;
  /** Exclusive. */
  end: number;
  /** The last character of a run without spaces, given on its own so that a search for it alone finds it. */
  tail?: true;
}

/**
 * Letters, digits and their marks; an apostrophe inside a word (but not the elision of `l'équipe`), a point or comma
 * inside a figure, a soft hyphen anywhere.
 */
const wordPattern =
  /[\p{L}\p{N}\p{M}\u00AD]+(?:(?:(?<=\p{N})[.,](?=\p{N})|(?<=\p{L}{2})['’](?=\p{L}))[\p{L}\p{N}\p{M}\u00AD]+)*/gu;

/** Scripts that are written without spaces. What stands between two of their spaces is no word. */
const unspacedPattern =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
/** Thai, the first of them in Unicode's order: text below needs no look at scripts. */
const firstUnspaced = /[\u0E00-\u{10FFFF}]/u;

/**
 * The words of `text`, in order. Text of scripts without spaces (Chinese, Japanese, Thai and their neighbours) is given
 * as pairs of characters, which is how such text is found without a dictionary. Takes any text, never throws.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    if (firstUnspaced.test(match[0])) addMixed(words, match[0], match.index);
    else addWord(words, match[0], match.index);
  }
  return words;
}

function addWord(words: Word[], text: string, start: number): void {
  const folded = fold(text);
  if (folded) words.push({ text: folded, start, end: start + text.length });
}

/** A stretch that may hold both kinds of script, such as a Latin name within Japanese. */
function addMixed(words: Word[], text: string, start: number): void {
  let done = 0;
  for (const run of text.matchAll(unspacedPattern)) {
    addWord(words, text.slice(done, run.index), start + done);
    addPairs(words, run[0], start + run.index);
    done = run.index + run[0].length;
  }
  addWord(words, text.slice(done), start + done);
}

function addPairs(words: Word[], run: string, start: number): void {
  const characters = Array.from(run);
  let offset = start;
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    const pair = character + (next ?? '');
    const folded = fold(pair);
    const tail = index > 0 && next === undefined;
    if (folded) words.push({ text: folded, start: offset, end: offset + pair.length, ...(tail ? { tail } : {}) });
    offset += character.length;
  });
}

/** Accents of Latin, Greek and Cyrillic; vowel marks of Hebrew and Arabic, which most writing leaves out; tatweel. */
const accents = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]|\u0640/gu;
/** Letters with a plain twin that Unicode doesn't take apart. */
const twins: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** One spelling for what people type alike: "Müller’s" and "muller" are the same word. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = isAscii(lower) ? lower : withoutAccents(lower);
  return plain.replace(/['’]s$/u, '').replace(/['’.,\u00AD]/gu, '');
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}

function withoutAccents(text: string): string {
  const stripped = text.normalize('NFKD').toLowerCase().replace(accents, '').normalize('NFC');
  return stripped.replace(/[ßøæœłđðþı]/gu, (letter) => twins[letter] ?? letter);
}
