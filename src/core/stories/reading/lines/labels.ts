import { covers, type TextLine, touchesCode } from '../../markdown/text-line.ts';
import { isAsciiLetter, kindsOf, type Meaning, meaningOf } from '../../words/lookup.ts';

/** A label found in a line. */
export interface Label {
  meaning: Meaning;
  /** As written, but without number, colon and remark. */
  text: string;
  /** Where the label begins, including its number or emoji, and where the text after it begins. */
  start: number;
  end: number;
  /** What sets it off from the text after it; `bare` is a label alone on its line. */
  form: 'colon' | 'dash' | 'bare';
  /** A single letter, such as `S`. */
  letter: boolean;
  emphasised: boolean;
  /** What it says besides: a remark in brackets or a share of the time, without words that mean the same. */
  remark: string;
  /** Whether it is a letter with its word: `S – Situation`. */
  spelled: boolean;
}

/**
 * What the line is part of. A heading, or a list item with a list below it (`parent`), needs nothing else to be a
 * label.
 */
export type Carrier = 'heading' | 'line' | 'parent' | 'item';

/** In characters; also the limit for a remark in brackets. */
const maxLabel = 48;
const maxRemark = 120;

/** What a label may have before it: a number, an emoji, a bullet typed by hand. */
const decoration =
  /(?:[\s\p{Extended_Pictographic}•·▪◦‣►→✓✔*+-]|\uFE0F|\u20E3|\u200D|\d{1,2}(?:\uFE0F?\u20E3|[.)](?=\s))){0,8}/uy;

/** What may be between a label and its colon: “Situation 📋:”. */
const trailingSigns = /[\s\p{Extended_Pictographic}\uFE0F\u200D]+$/u;

/** The label at `from`; null if there isn't one. */
export function labelAt(line: TextLine, from: number, carrier: Carrier): Label | null {
  const label = wordAt(line, from, carrier);
  return label === null ? null : swallowLetter(line, label, carrier);
}

function wordAt(line: TextLine, from: number, carrier: Carrier): Label | null {
  const { text } = line;
  const start = skipDecoration(text, from);
  const numbered = numberedQuestion(line, start);
  if (numbered !== null) return numbered;
  const bracketed = bracketedLabel(line, start, from);
  if (bracketed !== null) return bracketed;
  const stop = findStop(text, start);
  // Fast path: most lines are not labels.
  if (stop - start > maxLabel || (stop === text.length && carrier === 'item' && line.marks.length === 0)) return null;
  const word = text.slice(start, stop).replace(trailingSigns, '');
  if (word === '') return null;
  const wordEnd = start + word.length;
  const loose = meaningOf(word, true);
  if (loose === null) return null;
  if (text[stop] === '[' || text[stop] === '(') {
    const compound = compoundAt(line, start, carrier);
    if (compound !== null) return { ...compound, start: from };
  }
  const emphasised = covers(line.marks, 'bold', start, wordEnd) || covers(line.marks, 'italic', start, wordEnd);
  const meaning = emphasised || carrier === 'heading' ? loose : meaningOf(word, false);
  if (meaning === null) return null;
  const after = skipRemark(text, stop);
  const separator = separatorAt(text, after ?? stop);
  if (separator === null || touchesCode(line.marks, start, stop)) return null;
  const letter = /^\p{L}(?:\s?\d{1,3})?$/u.test(word);
  const share = meaning.type === 'section' && isShare(line, separator.end, carrier);
  const end = share ? text.length : separator.end;
  const remarks = [text.slice(stop, after ?? stop), share ? text.slice(separator.end) : ''];
  const remark = remarkOf(remarks.join(' '), meaning);
  const form = separator.form;
  const label = { meaning, text: word, start: from, end, form, letter, emphasised, remark, spelled: false };
  return counts(label, carrier) ? label : null;
}

/** `[S] text` and `(Task) text` */
function bracketedLabel({ text, marks }: TextLine, start: number, from: number): Label | null {
  if (text[start] !== '[' && text[start] !== '(') return null;
  const found = /^(?:\[([A-Z]|\p{Lu}\p{L}{2,12})\]|\(([A-Z]|\p{Lu}\p{L}{2,12})\))[:\s]\s*/u.exec(
    text.slice(start, start + 20),
  );
  const word = found?.[1] ?? found?.[2] ?? '';
  const meaning = word === '' ? null : meaningOf(word, false);
  if (found === null || meaning?.type !== 'section' || touchesCode(marks, start, start + 1)) return null;
  const end = start + found[0].length;
  const more = { form: 'colon', letter: word.length === 1, remark: '', spelled: false } as const;
  return { meaning, text: word, start: from, end, emphasised: covers(marks, 'bold', start, start + 1), ...more };
}

/** `Q3. Why?`: after a number, a full stop is enough to set the label off. */
function numberedQuestion({ text, marks }: TextLine, start: number): Label | null {
  if (text[start] !== 'Q') return null;
  const found = /^(Q\s?\d{1,3})[.)]\s/.exec(text.slice(start, start + 10));
  if (found === null || touchesCode(marks, start, start + 1)) return null;
  const [written, word = ''] = found;
  const emphasised = covers(marks, 'bold', start, start + word.length);
  const meaning: Meaning = { type: 'structure', word: 'question' };
  return {
    meaning,
    text: word,
    start,
    end: start + written.length,
    form: 'colon',
    letter: true,
    emphasised,
    remark: '',
    spelled: false,
  };
}

/** `T [task] + A [action]`: several labels, with words in brackets that say the same. */
function compoundAt(line: TextLine, start: number, carrier: Carrier): Label | null {
  const { text, marks } = line;
  const stop = text.slice(0, start + maxLabel * 2).search(/[:：]/u);
  const written = text.slice(start, stop === -1 ? text.length : stop);
  if (written.length > maxLabel * 2) return null;
  const word = written
    .replace(/[([][^()[\]]*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const meaning = /[+&/]|\s\p{L}+\s/u.test(word) && kindsOf(word).length > 1 ? meaningOf(word, true) : null;
  if (meaning?.type !== 'section' || touchesCode(marks, start, start + written.length)) return null;
  const emphasised = covers(marks, 'bold', start, start + 1);
  const form = stop === -1 ? 'bare' : 'colon';
  const end = stop === -1 ? text.length : skipSpaces(text, stop + 1);
  const remark = remarkOf(written.replace(/[^([]*([([][^()[\]]*[)\]])?/g, '$1 '), meaning);
  const label: Label = { meaning, text: word, start, end, form, letter: false, emphasised, remark, spelled: false };
  return counts(label, carrier) ? label : null;
}

/** The remarks in brackets, but not those that name the section again. */
function remarkOf(written: string, meaning: Meaning): string {
  if (written.trim() === '') return '';
  const parts = written.split(/(?<=[)\]])/);
  const said = parts.filter((part) => {
    const word = part.replace(/[()[\]]/g, '').trim();
    return word !== '' && (meaning.type !== 'section' || meaningOf(word, true)?.type !== 'section');
  });
  return said.map((part) => part.trim()).join(' ');
}

/** Whether what looks like a label is meant as one. */
function counts(label: Label, carrier: Carrier): boolean {
  const capital = label.text !== label.text.toLowerCase();
  if (carrier === 'heading') return true;
  switch (label.form) {
    case 'colon':
      return true;
    case 'dash':
      return label.emphasised || (capital && label.meaning.type !== 'meta');
    case 'bare':
      if (label.meaning.type === 'meta') return false;
      if (label.emphasised || carrier === 'parent') return true;
      return carrier === 'line' && !label.letter && capital && standsAlone(label.meaning);
  }
}

/** Whether it may be a label alone on its line: pasted chats lose their formatting, so "Situation" was a heading. */
function standsAlone(meaning: Meaning): boolean {
  return meaning.type === 'section' || (meaning.type === 'structure' && meaning.word !== 'outline');
}

/** Reads `S – Situation: text` as one label, by its longer word. */
function swallowLetter(line: TextLine, label: Label, carrier: Carrier): Label {
  if (!label.letter || label.meaning.type !== 'section' || label.end >= line.text.length) return label;
  const next = wordAt(line, label.end, carrier === 'heading' ? carrier : 'line');
  if (next === null || next.letter || next.meaning.type !== 'section') return label;
  return next.meaning.kind === label.meaning.kind ? { ...next, start: label.start, spelled: true } : label;
}

function skipDecoration(text: string, from: number): number {
  // Fast path: most lines begin with a letter.
  if (isAsciiLetter(text.charCodeAt(from))) return from;
  decoration.lastIndex = from;
  decoration.test(text);
  return Math.max(from, decoration.lastIndex);
}

const space = 32;

/** The end of the words that may be a label: a colon, a dash, a bracket, or the end of the line. */
function findStop(text: string, start: number): number {
  const limit = Math.min(text.length, start + maxLabel + 2);
  for (let at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code) || code === space) continue;
    const char = text[at];
    if (char === ':' || char === '：' || char === '–' || char === '—' || char === '(' || char === '[') return at;
    if (char === '-' && (at + 1 === text.length || text[at + 1] === ' ')) return at;
    if (char === '=' && text[at + 1] === ' ') return at;
  }
  return limit;
}

/** Where the text after a remark such as `(Context - 15% of story)` begins; null if there isn't one. */
function skipRemark(text: string, at: number): number | null {
  const closing = text[at] === '(' ? ')' : text[at] === '[' ? ']' : '';
  if (closing === '') return null;
  const end = text.slice(at, at + maxRemark).indexOf(closing);
  return end === -1 ? null : skipSpaces(text, at + end + 1);
}

function separatorAt(text: string, at: number): { form: Label['form']; end: number } | null {
  const char = text[at];
  if (char === undefined) return { form: 'bare', end: at };
  if (char === ':' || char === '：') {
    // Some note-taking apps mark a field as `Situation:: text`.
    const next = skipSpaces(text, text[at + 1] === ':' ? at + 2 : at + 1);
    const dash = text[next] === '-' || text[next] === '–' || text[next] === '—';
    return { form: 'colon', end: dash ? skipSpaces(text, next + 1) : next };
  }
  if (char === '=' && text[at + 1] === ' ') return { form: 'colon', end: skipSpaces(text, at + 1) };
  if (char === '–' || char === '—') return { form: 'dash', end: skipSpaces(text, at + 1) };
  if (char === '-' && (at + 1 === text.length || text[at + 1] === ' ')) {
    return { form: 'dash', end: skipSpaces(text, at + 1) };
  }
  return null;
}

/**
 * Whether the rest of the line is only the section's share of the time: `ACTION - 60%` as a heading or in bold,
 * `Task: (0:20)`. A plain `Result: 60%` without brackets is a result.
 */
function isShare(line: TextLine, at: number, carrier: Carrier): boolean {
  const rest = line.text.slice(at);
  if (rest.length > 24 || !/^[([]?(?:~?\d{1,3}\s?%|\d{1,2}:\d\d|\d{1,3}\s?s(?:ec)?\.?)[)\]]?:?$/.test(rest))
    return false;
  return carrier === 'heading' || /^[([]/.test(rest) || covers(line.marks, 'bold', at, line.text.length);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

/** The usual order of sections. A label that continues it is more likely meant as one. */
export const sectionOrder = { other: -1, situation: 0, task: 1, action: 2, result: 3, reflection: 4 } as const;
