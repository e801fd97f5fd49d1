/** What a report must not contain. */
interface Private {
  /** All text of the stories. */
  texts: readonly string[];
  /** Full paths of the person's files and folders. */
  paths: readonly string[];
  /** Names of files and folders, and the person's user name. */
  names: readonly string[];
}

/** Longer lines are cut first. */
const mostCharacters = 4000;

/** Kept: the program's own files (without its folder), its pages, and Node's modules. */
const harmless = [
  /(?:[^\s()'"]*[\\/]|(?<=^|[\s(]))(out[\\/](?:main|preload|renderer)[\\/][\w./\\-]+(?::\d+){0,2})/gu,
  /\b(app:\/\/offbook\/[\w./-]*(?::\d+){0,2})/gu,
  /\b(node:[\w./-]+(?::\d+){0,2})/gu,
];

/** Paths may contain spaces. The last group is what ends one in the program's messages and in stack traces. */
const path = /(?<=^|[\s("'‘“=])(?:[a-z][a-z+.-]*:\/\/|[a-z]:[\\/]|\\\\|~?\/).*?(?=: |[()"'’”]| can['’]t | could |$)/giu;

/** The inside of a `"` quotation with backslash escapes, as in JSON. */
const escaped = String.raw`(?:[^"\\]|\\.|\\$)*`;

/**
 * Quotations, which mostly come from outside. They may contain quotations, so each extends to the last closing mark of
 * the line, or without one to the end of the line. Where opening and closing marks look alike, an odd one is unclosed.
 */
const quoted = [
  new RegExp(`"${escaped}(?:"${escaped}"${escaped})*(?:"|$)`, 'gsu'),
  /`[^`]*(?:`[^`]*`[^`]*)*(?:`|$)/gu,
  /“(?:.*”|.*)/gsu,
  /(?<![\p{L}\p{N}])['‘](?:.*['’](?![\p{L}\p{N}])|.*)/gsu,
];

/** Replaced after the phrases, in this order: anything left that looks like a path, a story file or an address. */
const others: readonly [pattern: RegExp, instead: string][] = [
  [path, '[path]'],
  [/\S*[\\/]\S*/gu, '[path]'],
  [/\S+\.(?:md|markdown)\b/giu, '[file]'],
  [/\S+@\S+/gu, '[address]'],
];

/** Placeholder for text that is kept, in private-use characters that no text has by accident. */
const keptMark = (index: number): string => `\u{E000}${String.fromCodePoint(0xf0000 + index)}`;
const keptMarks = /\u{E000}(.)/gsu;

/**
 * Makes the function that removes story text, titles, file names and paths from a line. If in doubt, it removes: a
 * report with too little in it is better than one with too much.
 */
export function createWithholding({ texts, paths, names }: Private): (line: string) => string {
  const phrases = phrasesOf([...texts, ...names]);
  const whole = paths.map((each) => each.normalize('NFC')).filter((each) => each.length > 1);
  const known = whole.sort((one, other) => other.length - one.length);
  return (line) => {
    const kept: string[] = [];
    const keep = (_all: string, harmlessPart: string): string => keptMark(kept.push(harmlessPart) - 1);
    let text = line.slice(0, mostCharacters).normalize('NFC');
    for (const pattern of harmless) text = text.replace(pattern, keep);
    for (const each of known) text = text.replaceAll(each, '/');
    text = withoutPhrases(text, phrases);
    for (const pattern of quoted) text = text.replace(pattern, leftOut);
    for (const [pattern, instead] of others) text = text.replace(pattern, instead);
    text = text.replace(keptMarks, (_mark, at: string) => kept[(at.codePointAt(0) ?? 0) - 0xf0000] ?? '');
    return text.replace(/…(?:[\s…]*…)+/gu, leftOut);
  };
}

/** Words in a phrase; a shorter sentence is a phrase as a whole. */
const runLength = 3;

/** Marks text that is left out. */
const leftOut = '…';

const word = /[\p{L}\p{N}]+/gu;

/**
 * The phrases that give a text away: every three words in a row in one of its sentences, shorter sentences as a whole,
 * and single names and codes. In lower case, with single spaces.
 */
function phrasesOf(texts: readonly string[]): Set<string> {
  const phrases = new Set<string>();
  for (const sentence of texts.flatMap((text) => text.split(/[.!?:;\n]+/u))) {
    const words = sentence.normalize('NFC').match(word) ?? [];
    const small = words.map((each) => each.toLowerCase());
    if (small.length > 0 && small.length < runLength) phrases.add(small.join(' '));
    for (let at = 0; at + runLength <= small.length; at += 1) phrases.add(small.slice(at, at + runLength).join(' '));
    for (const [at, each] of words.entries()) if (givesAway(each, at === 0)) phrases.add(each.toLowerCase());
  }
  return phrases;
}

/**
 * Whether a word alone gives a text away: a name, which has a capital inside a sentence, or letters mixed with digits.
 */
function givesAway(written: string, first: boolean): boolean {
  const isName = !first && written.length > 2 && /^\p{Lu}/u.test(written);
  return isName || (/\p{N}/u.test(written) && /\p{L}/u.test(written));
}

/** Removes phrases from a line in NFC, whatever is between their words. */
function withoutPhrases(line: string, phrases: ReadonlySet<string>): string {
  const words = [...line.matchAll(word)].map((found) => ({
    text: found[0].toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const hidden = words.map(() => false);
  for (let length = 1; length <= runLength; length += 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const run = words.slice(at, at + length).map(({ text }) => text);
      if (phrases.has(run.join(' '))) hidden.fill(true, at, at + length);
    }
  }
  let out = '';
  let from = 0;
  for (const [at, { start, end }] of words.entries()) {
    if (hidden[at] !== true) continue;
    // Anything between two hidden words goes with them.
    const joined = hidden[at - 1] === true;
    out += joined ? '' : line.slice(from, start) + leftOut;
    from = end;
  }
  return out + line.slice(from);
}
