/** What a report must not tell. */
interface Private {
  /** Everything that stands in the stories. */
  texts: readonly string[];
  /** Whole paths of the person's files and folders. */
  paths: readonly string[];
  /** Names alone: of files, folders, and the person's own on this computer. */
  names: readonly string[];
}

/** Longer lines are cut before they are looked at. */
const mostCharacters = 4000;

/** Kept as they are: the program's own files without the folder that it lies in, its pages, and Node's own modules. */
const harmless = [
  /(?:[^\s()'"]*[\\/]|(?<=^|[\s(]))(out[\\/](?:main|preload|renderer)[\\/][\w./\\-]+(?::\d+){0,2})/gu,
  /\b(app:\/\/offbook\/[\w./-]*(?::\d+){0,2})/gu,
  /\b(node:[\w./-]+(?::\d+){0,2})/gu,
];

/** A path goes on over spaces; these end it in the program's own sentences and in stack traces. */
const path = /(?<=^|[\s("'‘“=])(?:[a-z][a-z+.-]*:\/\/|[a-z]:[\\/]|\\\\|~?\/).*?(?=: |[()"'’”]| can['’]t | could |$)/giu;

/** Quoted by `"`, with what an escape sign stands before, as in JSON. */
const escaped = String.raw`(?:[^"\\]|\\.|\\$)*`;

/**
 * What is quoted comes from outside more often than not. It may hold quotations of its own, so that it goes on to the
 * last end there is, and without one to the line's end. Where both ends look alike, an odd one has none.
 */
const quoted = [
  new RegExp(`"${escaped}(?:"${escaped}"${escaped})*(?:"|$)`, 'gsu'),
  /`[^`]*(?:`[^`]*`[^`]*)*(?:`|$)/gu,
  /“(?:.*”|.*)/gsu,
  /(?<![\p{L}\p{N}])['‘](?:.*['’](?![\p{L}\p{N}])|.*)/gsu,
];

/** In this order, after the phrases: what is left that looks like a path, a story file or an address. */
const others: readonly [pattern: RegExp, instead: string][] = [
  [path, '[path]'],
  [/\S*[\\/]\S*/gu, '[path]'],
  [/\S+\.(?:md|markdown)\b/giu, '[file]'],
  [/\S+@\S+/gu, '[address]'],
];

/** Stands for what is kept while the rest is looked at; no text has these by accident. */
const keptMark = (index: number): string => `\u{E000}${String.fromCodePoint(0xf0000 + index)}`;
const keptMarks = /\u{E000}(.)/gsu;

/**
 * Makes the function that takes story text, titles, names of files and paths out of a line. What it can't tell from
 * them goes too: a report with less in it is better than one with too much.
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

/** Runs of this many words are told apart; a shorter sentence counts as a whole. */
const runLength = 3;

/** What stands in place of text that is left out. */
const leftOut = '…';

const word = /[\p{L}\p{N}]+/gu;

/**
 * What gives a text away: every run of three words in one of its sentences, a shorter sentence as a whole, and
 * names and figures alone. Words are in small letters, parted by a space.
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

/** A capital letter within a sentence makes a name; at its start every word has one. */
function givesAway(written: string, first: boolean): boolean {
  const isName = !first && written.length > 2 && /^\p{Lu}/u.test(written);
  return isName || (/\p{N}/u.test(written) && /\p{L}/u.test(written));
}

/** The line, composed as NFC, without these phrases, whatever stands between their words. */
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
    // What stands between two hidden words goes with them.
    const joined = hidden[at - 1] === true;
    out += joined ? '' : line.slice(from, start) + leftOut;
    from = end;
  }
  return out + line.slice(from);
}
