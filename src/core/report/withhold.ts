import { leftOut, phrasesOf, withoutPhrases } from './phrases.ts';

/** What a report must not tell. */
export interface Private {
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
