import type { AnswerSection, SectionKind, Story } from '../stories/model.ts';
import { piecesOf } from '../stories/outline/pieces.ts';
import { sentenceStart, splitSentences } from '../stories/outline/sentences.ts';

/** Recognizes a story’s text under another heading. */
export interface Fingerprint {
  /** Of all its text; empty without any. */
  whole: string;
  /** One for each kind of section that has text, as `kind:hash`: they stay the same when other sections change. */
  parts: string[];
}

/** What finds a story’s history: its id, else its text, else what is similar. Plain data. */
export interface StoryPrint {
  id: string;
  group: string | null;
  title: string;
  question: string | null;
  /** Of the story itself, then of each variant. */
  fingerprints: Fingerprint[];
}

/**
 * The fingerprint of a story’s text, or of that of its variant with this index: 64-bit FNV-1a over its words in lower
 * case. Formatting, punctuation, blank lines and the order of sections don’t count, nor does the heading, so that a
 * renamed story keeps its fingerprint.
 */
export function fingerprintOf(story: Story, variant: number | null): Fingerprint {
  const chosen = variant === null ? undefined : story.variants[variant];
  const { outline, answer } = chosen ?? { outline: story.outline.sections, answer: story.answer };
  const isDerived = chosen === undefined ? story.outline.derived : outline.length === 0;
  const texts = new Map<SectionKind, string[]>();
  const add = (kind: SectionKind, text: string) => {
    const own = texts.get(kind);
    if (own === undefined) texts.set(kind, [wordsAlone(text)]);
    else own.push(wordsAlone(text));
  };
  if (isDerived) addBeginnings(answer, add);
  else for (const { kind, items } of outline) for (const { text } of items) add(kind, text);
  for (const { kind, text } of answer) add(kind, text);
  const filled = [...texts].filter(([, lines]) => lines.some((line) => line !== ''));
  const parts = filled.map(([kind, lines]) => `${kind}:${fnv1a64(lines.join('\n')).slice(8)}`).sort();
  const all = filled.map(([kind, lines]) => `${kind}\n${lines.join('\n')}`).sort();
  return { whole: all.length > 0 ? fnv1a64(all.join('\n\n')) : '', parts };
}

/**
 * Stands in for the outline that a text doesn’t have: its list items, and the beginnings of its sentences. They were
 * the outline once, so the logs of that time are found by them. They depend on the answer alone.
 */
function addBeginnings(answer: readonly AnswerSection[], add: (kind: SectionKind, text: string) => void): void {
  const told = answer.filter((section) => section.kind !== 'other' || section.label === '');
  for (const section of told.length === 0 ? answer : told) {
    for (const { text, depth } of piecesOf(section)) {
      if (depth !== null) add(section.kind, text);
      else for (const sentence of splitSentences(text)) add(section.kind, sentenceStart(sentence.text));
    }
  }
}

/** What `linkHistory` needs to know about a story. Costs about as much as reading its text once. */
export function storyPrint(story: Story): StoryPrint {
  const { id, group, title, question, variants } = story;
  const fingerprints = [null, ...variants.keys()].map((variant) => fingerprintOf(story, variant));
  return { id, group, title, question, fingerprints };
}

function wordsAlone(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? []).join(' ');
}

/** In every engine, but typed only together with the DOM, which core doesn’t know. */
declare const TextEncoder: new () => { encode: (text: string) => Uint8Array };
// Pure, so that a bundle without fingerprints leaves it out: the preload’s world has no such class.
const utf8 = /* @__PURE__ */ new TextEncoder();

/** The 64-bit FNV-1a of RFC 9923: offset basis 0xcbf29ce484222325, prime 2^40 + 2^8 + 0xb3. */
const basisHigh = 0xcbf29ce4;
const basisLow = 0x84222325;
const primeLow = 0x1b3;
const wordSize = 2 ** 32;

/**
 * A text’s 64-bit FNV-1a over its UTF-8 bytes, as 16 hexadecimal digits. It identifies texts; it isn’t meant for
 * secrets. Computed in two halves of 32 bits as plain numbers, which is exact: no product goes beyond 2^53.
 */
export function fnv1a64(text: string): string {
  let high = basisHigh;
  let low = basisLow;
  for (const byte of utf8.encode(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * primeLow;
    // The prime’s 2^40 moves the low half up by 40 bits: by 8 within the high half.
    high = (high * primeLow + Math.floor(product / wordSize) + low * 256) >>> 0;
    low = product >>> 0;
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
