import { isVersion } from './versions.ts';
import { foldWord, wordsInAllLanguages } from '../../words/languages.ts';
import { covers, sliceLine, type TextLine, touchesCode } from '../../markdown/text-line.ts';

/** A label that isn’t one of the known sections: `**Company:** Acme`, `Interview line:`. */
export interface OwnField {
  label: string;
  /** The rest of its line; null for a label alone. */
  value: TextLine | null;
  emphasised: boolean;
  use: FieldUse;
}

/** What its words say that it is; `open` for words of the author’s own. */
export type FieldUse = 'fact' | 'note' | 'version' | 'open';

const facts = new Set(wordsInAllLanguages((language) => language.facts).map(foldWord));
const notes = new Set(wordsInAllLanguages((language) => language.notes).map(foldWord));
const determiners = new Set(wordsInAllLanguages((language) => language.determiners).map(foldWord));

/** In characters and words. */
const longest = 48;
const mostWords = 6;
const mostPlainWords = 3;

/** The field that the line is; null if it is just text. */
export function fieldIn(line: TextLine): OwnField | null {
  const { text, marks } = line;
  const colon = text.slice(0, longest + 8).search(/[:：]/u);
  if (colon < 1) return null;
  const start = skipSigns(text);
  const label = text.slice(start, colon).replace(/[\s\p{Extended_Pictographic}\uFE0F]+$/u, '');
  // Some note-taking apps mark a field as `Company:: Acme`.
  const end = text[colon + 1] === ':' ? colon + 2 : colon + 1;
  const next = text[end];
  if (label.length < 2 || (next !== undefined && next !== ' ') || touchesCode(marks, start, colon)) return null;
  const words = label.split(' ').length;
  if (words > mostWords || !/^[\p{L}\p{N}]/u.test(label) || /[.!?;"“”]/.test(label)) return null;
  const emphasised = covers(marks, 'bold', start, start + label.length);
  const use = labelUse(label);
  const value = end >= text.length ? null : sliceLine(line, end);
  const alone = value === null || value.text === '';
  const capital = label[0] !== label[0]?.toLowerCase();
  if (!emphasised && (!capital || (!alone && use === 'open' && words > mostPlainWords))) return null;
  return { label, value: alone ? null : value, emphasised, use };
}

/** What a label’s words say that it is, as a heading or in bold. */
export function labelUse(written: string): FieldUse {
  if (isVersion(written)) return 'version';
  const word = foldWord(written.replace(/\s*[([].*$/, '').replace(/[:：]\s*$/u, ''));
  const [first = '', ...others] = word.split(' ');
  const plain = determiners.has(first) && others.length > 0 ? others.join(' ') : word;
  for (const each of [word, plain]) {
    if (notes.has(each)) return 'note';
    if (facts.has(each)) return 'fact';
  }
  return 'open';
}

const signs = /^(?:[\s\p{Extended_Pictographic}•·▪►→✓✔*+-]|\uFE0F|\u200D){0,8}/u;

function skipSigns(text: string): number {
  return /^[\p{L}\p{N}]/u.test(text) ? 0 : (signs.exec(text)?.[0].length ?? 0);
}
