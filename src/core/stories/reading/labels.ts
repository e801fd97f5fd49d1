import { covers, touchesCode, type TextLine } from '../markdown/text-line.ts';
import { type Meaning, meaningOf } from '../words/lookup.ts';

/** A label found in a line. */
export interface Label {
  meaning: Meaning;
  /** As written, without number, colon or remark. */
  text: string;
  /** Where the label begins, its number or emoji included, and where the text after it does. */
  start: number;
  end: number;
  /** How it is set off from what follows: `bare` is alone on its line without anything. */
  form: 'colon' | 'dash' | 'bare';
  /** A single letter, such as `S`. */
  letter: boolean;
  emphasised: boolean;
}

/** Where the line stands: labels of a heading, or of a list item that has a list below it, need nothing else. */
export type Carrier = 'heading' | 'line' | 'parent' | 'item';

/** No label is longer; a remark in brackets may be this long too. */
const maxLabel = 48;
const maxRemark = 120;

/** What may stand before a label: a number, an emoji, a bullet typed by hand. */
const decoration =
  /(?:[\s\p{Extended_Pictographic}•·▪◦‣►→✓✔*+-]|\uFE0F|\u20E3|\u200D|\d{1,2}(?:\uFE0F?\u20E3|[.)](?=\s))){0,8}/uy;

/** The label at `from`, if one stands there. */
export function labelAt(line: TextLine, from: number, carrier: Carrier): Label | null {
  const label = wordAt(line, from, carrier);
  return label === null ? null : swallowLetter(line, label, carrier);
}

function wordAt(line: TextLine, from: number, carrier: Carrier): Label | null {
  const { text } = line;
  const start = skipDecoration(text, from);
  const numbered = numberedQuestion(line, start);
  if (numbered !== null) return numbered;
  const stop = findStop(text, start);
  // Nearly every line ends here: its first words are no label's, or nothing sets them off.
  if (stop - start > maxLabel || (stop === text.length && carrier === 'item' && line.marks.length === 0)) return null;
  const word = text.slice(start, stop).trimEnd();
  if (word === '') return null;
  const wordEnd = start + word.length;
  const loose = meaningOf(word, true);
  if (loose === null) return null;
  const emphasised = covers(line.marks, 'bold', start, wordEnd) || covers(line.marks, 'italic', start, wordEnd);
  const meaning = emphasised || carrier === 'heading' ? loose : meaningOf(word, false);
  if (meaning === null) return null;
  const after = skipRemark(text, stop);
  const separator = separatorAt(text, after ?? stop);
  if (separator === null || touchesCode(line.marks, start, stop)) return null;
  const letter = /^\p{L}(?:\s?\d{1,3})?$/u.test(word);
  const share = meaning.type === 'section' && isShare(line, separator.end, carrier);
  const end = share ? text.length : separator.end;
  const label = { meaning, text: word, start: from, end, form: separator.form, letter, emphasised };
  return counts(label, carrier) ? label : null;
}

/** `Q3. Why?`: after the number a full stop does. */
function numberedQuestion({ text, marks }: TextLine, start: number): Label | null {
  if (text[start] !== 'Q') return null;
  const found = /^(Q\s?\d{1,3})[.)]\s/.exec(text.slice(start, start + 10));
  if (found === null || touchesCode(marks, start, start + 1)) return null;
  const [written, word = ''] = found;
  const emphasised = covers(marks, 'bold', start, start + word.length);
  const meaning: Meaning = { type: 'structure', word: 'question' };
  return { meaning, text: word, start, end: start + written.length, form: 'colon', letter: true, emphasised };
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

/** Chats lose their formatting when they are pasted: "Situation" alone on a line was a heading. */
function standsAlone(meaning: Meaning): boolean {
  return meaning.type === 'section' || (meaning.type === 'structure' && meaning.word !== 'outline');
}

/** `S – Situation: text` is one label, and the longer word is the better one. */
function swallowLetter(line: TextLine, label: Label, carrier: Carrier): Label {
  if (!label.letter || label.meaning.type !== 'section' || label.end >= line.text.length) return label;
  const next = wordAt(line, label.end, carrier === 'heading' ? carrier : 'line');
  if (next === null || next.letter || next.meaning.type !== 'section') return label;
  return next.meaning.kind === label.meaning.kind ? { ...next, start: label.start } : label;
}

function skipDecoration(text: string, from: number): number {
  decoration.lastIndex = from;
  decoration.test(text);
  return Math.max(from, decoration.lastIndex);
}

/** The end of the words that may be a label: a colon, a dash, a bracket, or the end of the line. */
function findStop(text: string, start: number): number {
  const limit = Math.min(text.length, start + maxLabel + 2);
  for (let at = start; at < limit; at += 1) {
    const char = text[at];
    if (char === ':' || char === '：' || char === '–' || char === '—' || char === '(' || char === '[') return at;
    if (char === '-' && (at + 1 === text.length || text[at + 1] === ' ')) return at;
  }
  return limit;
}

/** Where text goes on after `(Context - 15% of story)`; null when there is no remark. */
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
    // `Situation:: text` is how some note-takers mark a field.
    const next = skipSpaces(text, text[at + 1] === ':' ? at + 2 : at + 1);
    const dash = text[next] === '-' || text[next] === '–' || text[next] === '—';
    return { form: 'colon', end: dash ? skipSpaces(text, next + 1) : next };
  }
  if (char === '–' || char === '—') return { form: 'dash', end: skipSpaces(text, at + 1) };
  if (char === '-' && (at + 1 === text.length || text[at + 1] === ' ')) {
    return { form: 'dash', end: skipSpaces(text, at + 1) };
  }
  return null;
}

/**
 * Whether what is left of the line is no more than the section's share: `ACTION - 60%` as a heading or in bold,
 * `Task: (0:20)`. Without brackets a plain `Result: 60%` is what came of it.
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
