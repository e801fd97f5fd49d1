import { keyOf, type Vocabulary } from './vocabulary.ts';

/** A word of an answer, or quoted words, which stay together. */
export interface Token {
  /** As a row shows it: without the punctuation around it. */
  text: string;
  /** Folded, for looking it up. */
  key: string;
  /** What its forms have in common. */
  stem: string;
  /** Where it begins in the piece of text. */
  at: number;
  /** How many words it is. */
  words: number;
  kind: TokenKind;
  /** How much it tells: see `worthOf`. */
  worth: number;
  /** Whether it follows the one before without a space. */
  isGlued: boolean;
  /** Whether an article or an auxiliary was dropped before it, so that a phrase begins here. */
  isHead?: boolean;
  /** Whether words before it were left out that it doesn’t read on without. */
  isApart?: boolean;
  /** What ends after it: nothing, what a comma ends, or what a colon, dash or bracket does. */
  ends: 'nothing' | 'clause' | 'part';
}

/** `count`: a figure in words; `weak`: a verb or an adverb that says little; `small`: a function word. */
type TokenKind = 'figure' | 'count' | 'name' | 'quote' | 'negation' | 'plain' | 'verb' | 'weak' | 'small';

/** Whether a word counts or measures something. */
export function isCount(token: Token | undefined): boolean {
  return token?.kind === 'figure' || token?.kind === 'count';
}

/** In characters: what comes after isn’t read. */
const longestSentence = 1500;

/** Scripts without spaces between words. */
const unspacedText = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** There, what ends at a punctuation mark is like a word. */
const unspacedChunks = /[^\s。！？，、；：]+[。！？，、；：]*/gu;
/** In characters: as long as a word. */
const unspacedWord = 2;
/** In words: no stretch without spaces counts as more, since it can’t be cut. */
const longestUnspaced = 7;

/** In words: a longer quote is read like other text. */
const longestQuote = 6;

const openQuotes = /^["“„«»]/u;
const closeQuotes = /["”“«»][.,;:!?…)]*$/u;
const before = /^[("'“”„‘«»¿¡[{*]+/u;
const after = /[)"'”“’»«.,;:!?…\]}*。！？，、；：]+$/u;
/** What belongs to the figure before it: "12 %". */
const unitSign = /^(?:[%‰°′″]|\p{Sc}|°\p{L})+$/u;
const dash = /^(?:[–—-]+|[-=]>|[→⇒/|•·])$/u;

/** What is known of a whole answer when its words are read. */
export interface Context {
  vocabulary: Vocabulary;
  /** Words that have a capital within sentences. */
  names: ReadonlySet<string>;
  /** How often each word occurs, by its stem. */
  counts: ReadonlyMap<string, number>;
}

/** The words of a sentence, which begins at `start` in its piece of text. */
export function tokensOf(sentence: string, start: number, context: Context): Token[] {
  const { vocabulary, names, counts } = context;
  const read =
    sentence.length > longestSentence ? sentence.slice(0, longestSentence).replace(/(?<=\s)\S+$/u, '') : sentence;
  const chunks = [...read.matchAll(unspacedText.test(read) ? unspacedChunks : /\S+/gu)];
  const tokens: Token[] = [];
  for (let index = 0; index < chunks.length; index += 1) {
    const [chunk = ''] = chunks[index] ?? [];
    const at = start + (chunks[index]?.index ?? 0);
    if (dash.test(chunk)) {
      endPart(tokens);
      continue;
    }
    if (/^[([{]/u.test(chunk)) endPart(tokens);
    const quoted = quoteAt(chunks, index);
    if (quoted !== null) {
      const { last, text } = quoted;
      const inner = text.slice(1, -1).trim();
      tokens.push({
        text,
        key: keyOf(inner),
        stem: keyOf(inner),
        at,
        words: last - index + 1,
        kind: 'quote',
        worth: /\p{N}/u.test(text) ? worth.figure : worth.quote,
        isGlued: false,
        ends: endsAfter(chunks[last]?.[0] ?? ''),
      });
      index = last;
      continue;
    }
    const bare = chunk.replace(before, '').replace(after, '');
    if (!/[\p{L}\p{N}]/u.test(bare)) {
      const last = tokens.at(-1);
      if (last?.kind === 'figure' && unitSign.test(bare)) {
        last.text += ` ${bare}`;
        last.ends = endsAfter(chunk);
      }
      if (/[:;]/u.test(chunk)) endPart(tokens);
      continue;
    }
    const first = tokens.length;
    for (const { part, isGlued } of partsOf(bare, vocabulary)) {
      const key = keyOf(part);
      const isFirst = index === 0;
      const kind = kindOf(part, key, isFirst, vocabulary, names);
      const text = isFirst && kind !== 'name' && !vocabulary.capitalNouns ? lowered(part) : part;
      const stem = kind === 'figure' ? key : stemOfWord(key);
      tokens.push({
        text,
        key,
        stem,
        at,
        words: isGlued ? 0 : lengthInWords(part),
        kind,
        worth: worthOf(stem, kind, counts),
        isGlued,
        ends: 'nothing',
      });
    }
    const own = tokens.at(-1);
    if (own !== undefined && tokens.length > first) own.ends = endsAfter(chunk);
  }
  return tokens;
}

/** What each kind of word is worth in a row. */
const worth: Readonly<Record<TokenKind, number>> = {
  figure: 8,
  count: 1.5,
  name: 1.4,
  quote: 1.6,
  negation: 1,
  plain: 1,
  verb: 0.6,
  weak: 0.2,
  small: 0,
};

/** A word that the answer comes back to is what the story is about. */
function worthOf(stem: string, kind: TokenKind, counts: ReadonlyMap<string, number>): number {
  const count = kind === 'figure' ? 1 : (counts.get(stem) ?? 1);
  return worth[kind] * (1 + 0.4 * (Math.min(count, 4) - 1));
}

/** Enough of a word to recognize its other forms. */
export function stemOfWord(key: string): string {
  const start = key.slice(0, 6);
  if (start.length < 4) return start;
  if (start.endsWith('ed') || start.endsWith('es')) return start.slice(0, -2);
  return start.endsWith('s') ? start.slice(0, -1) : start;
}

/** In words. */
function lengthInWords(word: string): number {
  return unspacedText.test(word) ? Math.min(longestUnspaced, Math.ceil(word.length / unspacedWord)) : 1;
}

/** Without the capital of a sentence’s first word. */
function lowered(word: string): string {
  return /^\p{Lu}[\p{Ll}'’-]/u.test(word) || /^\p{Lu}$/u.test(word) ? word.toLowerCase() : word;
}

function endPart(tokens: readonly Token[]): void {
  const last = tokens.at(-1);
  if (last !== undefined) last.ends = 'part';
}

function endsAfter(chunk: string): Token['ends'] {
  const [tail = ''] = after.exec(chunk) ?? [];
  if (/[:;)\].!?…。！？；：]/u.test(tail)) return 'part';
  return /[,，、]/u.test(tail) ? 'clause' : 'nothing';
}

/** The short quote that begins at a chunk; null if none does. */
function quoteAt(chunks: readonly RegExpExecArray[], index: number): { last: number; text: string } | null {
  const first = (chunks[index]?.[0] ?? '').replace(/^[([]+/u, '');
  if (!openQuotes.test(first)) return null;
  for (let last = index; last < Math.min(chunks.length, index + longestQuote); last += 1) {
    const written = last === index ? first : (chunks[last]?.[0] ?? '');
    if (!closeQuotes.test(last === index ? written.slice(1) : written)) continue;
    const words = chunks.slice(index, last + 1).map(([chunk], place) => (place === 0 ? first : chunk));
    const text = words.join(' ').replace(/[.,;:!?…)]+$/u, '');
    const opening = text.slice(0, 1);
    const closing = text.slice(-1);
    const inner = text.slice(1, -1).replace(/[.,;:…]+$/u, '');
    return { last, text: `${opening}${inner}${closing}` };
  }
  return null;
}

const elided = /^(?:[jldnmtsc]|qu|lorsqu|puisqu|jusqu)['’](?=.)/iu;

/** `l’équipe` is two words without a space between. */
function* partsOf(word: string, { elisions }: Vocabulary): Generator<{ part: string; isGlued: boolean }> {
  let rest = word;
  let isGlued = false;
  for (let prefix = elisions ? elided.exec(rest) : null; prefix !== null; prefix = elided.exec(rest)) {
    yield { part: prefix[0], isGlued };
    isGlued = true;
    rest = rest.slice(prefix[0].length);
  }
  yield { part: rest, isGlued };
}

function kindOf(
  word: string,
  key: string,
  isFirst: boolean,
  vocabulary: Vocabulary,
  names: ReadonlySet<string>,
): TokenKind {
  if (/\p{N}/u.test(word)) return 'figure';
  if (vocabulary.negations.has(key) || vocabulary.nobodies.has(key)) return 'negation';
  // "in May", "Will"
  const isCapital = !vocabulary.capitalNouns && !isFirst && /^\p{Lu}\p{Ll}/u.test(word);
  if (isCapital && vocabulary.auxiliaries.has(key)) return 'name';
  if (vocabulary.small.has(key)) return 'small';
  if (isName(word, vocabulary) && (!isFirst || names.has(key) || /.\p{Lu}/u.test(word))) return 'name';
  if (vocabulary.figures.has(key)) return 'count';
  if ([vocabulary.weakVerbs, vocabulary.hedges, vocabulary.vague].some((words) => words.has(key))) return 'weak';
  return vocabulary.verbs.has(key) || vocabulary.verbEnds?.test(key) ? 'verb' : 'plain';
}

/** Whether a word looks like a name within a sentence. */
export function isName(word: string, { capitalNouns, small }: Vocabulary): boolean {
  // "LLM", "iPad"
  if (/[\p{L}\p{N}]\p{Lu}/u.test(word)) return true;
  return !capitalNouns && /^\p{Lu}/u.test(word) && !small.has(keyOf(word));
}
