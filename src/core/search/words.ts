/** A word, folded for comparing, with its place in the original text. */
export interface Word {
  /** Lower case, without accents and apostrophes. */
  text: string;
  start: number;
  /** Exclusive. */
  end: number;
  /** The last character of a run without spaces, as a word of its own so that a search for it alone finds it. */
  tail?: true;
}

/**
 * Letters, digits and combining marks; an apostrophe inside a word (but not the elision in `l'équipe`), a point or
 * comma inside a number, a soft hyphen anywhere.
 */
const wordPattern =
  /[\p{L}\p{N}\p{M}\u00AD]+(?:(?:(?<=\p{N})[.,](?=\p{N})|(?<=\p{L}{2})['’](?=\p{L}))[\p{L}\p{N}\p{M}\u00AD]+)*/gu;

/** Scripts written without spaces between words. */
const unspacedPattern =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
/** Thai is the first of them in Unicode. Text below it can't have any of these scripts. */
const firstUnspaced = /[\u0E00-\u{10FFFF}]/u;

/**
 * The words of `text`, in order. Scripts without spaces (Chinese, Japanese, Thai and their neighbours) give pairs of
 * characters, which make such text searchable without a dictionary. Never throws, whatever the text.
 */
export function searchWords(text: string): Word[] {
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

/** Adds a run that may mix both kinds of script, such as a Latin name in Japanese text. */
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

/** Accents of Latin, Greek and Cyrillic; vowel marks of Hebrew and Arabic, which most texts omit; tatweel. */
const accents = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]|\u0640/gu;
/** Letters with a plain equivalent that Unicode doesn't decompose. */
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

/** Folds spellings that people use interchangeably: "Müller’s" and "muller" become the same. */
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

/** The function words of English. */
const functionWords = `
a an the this that these those such same other another each every both any some all none
and or but nor so if than then as because while although though until unless
in on at by for from to into onto of off with without within about around across through over under up down out
before after during between against back away
i me my mine myself we us our ours you your yours he him his himself she her hers herself it its itself
they them their theirs who whom whose which what when where why how there here
is am are was were be been being isnt arent wasnt werent
do does did done doing dont doesnt didnt have has had having havent hasnt hadnt
will would shall should can could may might must wont wouldnt shouldnt cannot cant couldnt
not no yes too very one ones two just also even only quite really ever never always again once more most much many few less
im ive id ill youve youre youd weve were theyre thats lets s t d m ll re ve
`;

/** Words that interviewers wrap their questions in. */
const interviewWords = `
tell describe give share explain discuss walk talk show please example examples instance occasion time times
situation situations case story stories question experience experiences experienced recent recently last
think happen happened happens hypothetical specific
`;

/** Words that mean little: they can decide between two stories, but outweigh nothing. */
const lightWords = `
something anything nothing everything someone somebody anyone anybody everyone everybody nobody
colleague colleagues coworker coworkers senior employee employees
thing things people person others way ways kind sort lot bit little
make made making makes take took taken taking takes get got getting go going went come came coming put use used using
decide decided deciding told gave give given giving thought willing want wanted need needed try tried like look looking see saw seen find found know knew let set keep kept
work works worked working team teams project projects job jobs company companies business role day days week month year years
handle handled handling deal dealt dealing face faced facing approach approached manage managed able end
important significant technical consequence consequences impact outcome outcomes difficult hard tough challenging complex biggest greatest
resolve resolved solve solved problem problems issue issues decision decisions challenge challenges change changes changed changing
great good best big new first still turned turn led lead
`;

function wordSet(list: string): ReadonlySet<string> {
  return new Set(searchWords(list).map((word) => word.text));
}

const boilerplate = wordSet(functionWords + interviewWords);
const light = wordSet(lightWords);

/** How much a light word counts, compared with 1 for any other. */
const lightWeight = 0.35;

/** Whether a folded word is just wrapping of a question. */
export function isBoilerplate(word: string): boolean {
  return boilerplate.has(word);
}

/** How much a folded word counts in a search, 0 to 1. */
export function weightOfWord(word: string): number {
  return light.has(word) ? lightWeight : 1;
}
