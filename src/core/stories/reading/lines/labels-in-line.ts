import { type Carrier, type Label, labelAt, sectionOrder } from './labels.ts';
import type { TextLine } from '../../markdown/text-line.ts';
import type { Meaning } from '../../words/lookup.ts';

/** In characters: how far before a colon a plain label in the middle of a line may begin. */
const maxPlainLabel = 30;

/** Only so many places in a line may be labels, as each is compared with all marks of the line. */
const mostPlaces = 200;

const none: readonly Label[] = [];

/** Ends a sentence; the next word may be a label. */
const sentenceEnd = /[.!?;…)"”»]/;

/**
 * All labels of a line. After its beginning they count if they are bold or italic, or if the line begins with a label
 * and continues, after full stops and in the usual order, with `Task:`, `Result:`. "The result: ..." in a sentence
 * isn't one.
 */
export function labelsIn(line: TextLine, carrier: Carrier): readonly Label[] {
  const first = labelAt(line, 0, carrier);
  if (first === null && line.marks.length === 0) return none;
  const inner =
    carrier === 'heading' ? [] : [...emphasisedLabels(line), ...(first === null ? [] : plainLabels(line, first))];
  const found: Label[] = first === null ? [] : [first];
  for (const label of inner.sort((one, other) => one.start - other.start)) {
    const last = found.at(-1);
    if (last !== undefined && label.start < last.end) continue;
    // `A: S: ...` is an answer that begins with its situation.
    const goesOn = last === undefined || label.start === last.end || rank(label.meaning) > rank(last.meaning);
    if (!label.emphasised && !goesOn) continue;
    found.push(label);
  }
  return found;
}

function emphasisedLabels(line: TextLine): Label[] {
  const found: Label[] = [];
  for (const mark of line.marks.slice(0, mostPlaces)) {
    if (mark.style !== 'bold' || mark.start === 0) continue;
    const label = labelAt(line, mark.start, 'item');
    if (label === null || !label.emphasised || label.form === 'bare') continue;
    const capital = label.text[0] !== label.text[0]?.toLowerCase();
    if (capital || sentenceEnd.test(line.text[mark.start - 2] ?? '')) found.push(label);
  }
  return found;
}

/** Labels in plain type, after a dash only if the first of the line has one. */
function plainLabels(line: TextLine, { form }: Label): Label[] {
  const { text } = line;
  const found: Label[] = [];
  let places = 0;
  for (const { index: stop } of text.matchAll(form === 'dash' ? dash : colon)) {
    places += 1;
    if (places > mostPlaces) break;
    const start = plainStart(text, stop);
    const label = start === null ? null : labelAt(line, start, 'item');
    if (label !== null && label.form === (form === 'dash' ? form : 'colon') && label.end > stop) found.push(label);
  }
  return found;
}

const colon = /:/g;
const dash = / [–—-] /g;

/** Where the words before the colon or the dash begin, if they follow the end of a sentence or are a single capital letter. */
function plainStart(text: string, stop: number): number | null {
  const lone = text[stop - 1] ?? '';
  if (text[stop] === ':' && lone !== '' && 'STAR'.includes(lone) && text[stop - 2] === ' ') return stop - 1;
  for (let at = stop - 1; at > 0 && at > stop - maxPlainLabel; at -= 1) {
    if (text[at] === ' ' && sentenceEnd.test(text[at - 1] ?? '')) return at + 1;
  }
  return null;
}

function rank(meaning: Meaning): number {
  if (meaning.type === 'section') return sectionOrder[meaning.kind];
  return meaning.type === 'structure' && meaning.word === 'question' ? -2 : -1;
}
