import { countWords } from '../../prompter/plan.ts';
import type { ItemDraft, OutlineDraft } from '../ids.ts';
import type { AnswerSection, SectionKind } from '../model.ts';
import { meaningOf } from '../words/lookup.ts';
import { clausesOf } from './clauses.ts';
import { type AnswerPiece, piecesOf } from './pieces.ts';
import { capitalized, mostWordsFor, rowsOf, sumOf, textOf, trimmed, usualRow, lengthOf } from './rows.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { type Context, isName, stemOfWord, type Token, tokensOf } from './tokens.ts';
import { keyOf, type Vocabulary, vocabularyFor } from './vocabulary.ts';

/** How many rows a section of each kind may have. */
const mostRows: Readonly<Record<SectionKind, number>> = {
  situation: 3,
  task: 2,
  action: 7,
  result: 4,
  reflection: 2,
  other: 8,
};

/** What a row must be worth to be added to others. */
const leastRow = 1.3;
/** What a part of a row must be worth. */
const leastPart = 1;
/** How much a word counts that another row has. */
const seenBefore = 0.2;
/** How much more a paragraph’s first sentence tells than others. */
const firstSentence = 1.15;

/** More text than this isn’t somebody’s answer, and would take too long. */
const mostSentences = 200;
const mostCharacters = 50_000;

/** A row that could be in the outline. */
interface Candidate extends ItemDraft {
  /** As in the middle of a row. */
  plain: string;
  tokens: readonly Token[];
  rank: number;
  /** It is from a list item, and stays on its own. */
  isItem: boolean;
  /** It is a whole list item, as written. */
  isShort: boolean;
}

/** What holds for a whole answer. */
interface Scope extends Context {
  mostWords: number;
}

/**
 * Makes an outline from an answer: rows of a few words each for somebody who knows the story, under its own sections.
 */
export function deriveOutline(answer: readonly AnswerSection[]): OutlineDraft[] {
  const text = answer
    .map((section) => section.text)
    .join('\n')
    .slice(0, mostCharacters);
  const vocabulary = vocabularyFor(text);
  const names = namesIn(text, vocabulary);
  const scope = { vocabulary, names, counts: countsIn(text), mostWords: mostWordsFor(countWords(text)) };
  return answer.map((section) => ({ kind: section.kind, label: section.label, items: itemsOf(section, scope) }));
}

function itemsOf(section: AnswerSection, scope: Scope): ItemDraft[] {
  const sentences = piecesOf(section)
    .flatMap((piece) => splitSentences(piece.text).map((sentence) => ({ piece, sentence })))
    .slice(0, mostSentences);
  const candidates = sentences.flatMap(({ piece, sentence }) => candidatesOf(piece, sentence, scope));
  const rows = chosenOf(paired(candidates, scope.mostWords), mostRows[section.kind]);
  if (rows.length > 0) return rows;
  // Nothing tells much, but a section without a row can’t be prompted.
  return sentences.flatMap(({ piece, sentence }) => beginning(piece, sentence, scope)).slice(0, 1);
}

/** A sentence’s first words, up to one that a row may end in. */
function beginning({ lineAt }: AnswerPiece, { text, start }: Sentence, scope: Scope): ItemDraft[] {
  const tokens = tokensOf(text, start, scope).slice(0, usualRow);
  const row = textOf(trimmed(tokens, scope.vocabulary)) || textOf(tokens);
  return row === '' ? [] : [{ text: capitalized(row), depth: 0, line: lineAt(start) }];
}

/** Words with a capital within a sentence, where nothing but a name has one. */
function namesIn(text: string, vocabulary: Vocabulary): Set<string> {
  const found = text.match(/(?<=[\p{L}\p{N},;] )\p{Lu}[\p{L}\p{N}’'-]*/gu) ?? [];
  return new Set(found.filter((word) => isName(word, vocabulary)).map(keyOf));
}

function countsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []) {
    const stem = stemOfWord(keyOf(word));
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function candidatesOf({ text, depth, lineAt }: AnswerPiece, sentence: Sentence, scope: Scope): Candidate[] {
  const { vocabulary, mostWords } = scope;
  const tokens = tokensOf(sentence.text, sentence.start, scope);
  if (depth !== null && sentence.text === text && text.split(/\s+/u).length <= usualRow) {
    if (tokens.length === 0) return [];
    const own = withoutLabel(text).replace(/[.,;:]+$/u, '');
    return [{ text: own, plain: own, depth, line: lineAt(0), tokens, rank: 1, isItem: true, isShort: true }];
  }
  const rank = sentence.start === 0 ? firstSentence : 1;
  return rowsOf(clausesOf(tokens, vocabulary), vocabulary, mostWords).map((row) => ({
    text: capitalized(row.text),
    plain: row.text,
    depth: depth ?? 0,
    line: lineAt(row.at),
    tokens: row.tokens,
    rank: row.rank * rank,
    isItem: depth !== null,
    isShort: false,
  }));
}

/** “S: Late van”, a label that begins no section here: in an outline it would. */
function withoutLabel(text: string): string {
  const [label = '', name = ''] = /^(\p{L}[\p{L} ]{0,30}):\s+(?=\S)/u.exec(text) ?? [];
  return meaningOf(name, true)?.type === 'section' ? text.slice(label.length) : text;
}

/** Joins short rows, so that a section with many short sentences isn’t left half untold. */
function paired(candidates: readonly Candidate[], mostWords: number): Candidate[] {
  const rows: Candidate[] = [];
  for (const next of candidates) {
    if (!next.isItem && sumOf(next.tokens) < leastPart) continue;
    const last = rows.at(-1);
    if (last === undefined || last.isItem || next.isItem || lengthOf(last.tokens) + lengthOf(next.tokens) > mostWords) {
      rows.push(next);
      continue;
    }
    rows[rows.length - 1] = {
      ...last,
      text: `${last.text}, ${next.plain}`,
      tokens: [...last.tokens, ...next.tokens],
      rank: Math.max(last.rank, next.rank),
    };
  }
  return rows;
}

/**
 * The rows that carry the most, in order: those with figures first, as those are what nobody remembers. A word that is
 * already in the outline counts little.
 */
function chosenOf(candidates: readonly Candidate[], most: number): ItemDraft[] {
  const chosen = new Set<Candidate>();
  const seen = new Set<string>();
  const worthOf = ({ tokens, rank }: Candidate): number =>
    rank * tokens.reduce((sum, { stem, worth }) => sum + worth * (seen.has(stem) ? seenBefore : 1), 0);
  const hasNewFigure = ({ tokens }: Candidate): boolean =>
    tokens.some(({ kind, stem }) => kind === 'figure' && !seen.has(stem));
  while (chosen.size < most) {
    const open = candidates.filter(
      (candidate) =>
        !chosen.has(candidate) && (candidate.isShort || chosen.size === 0 || worthOf(candidate) >= leastRow),
    );
    const telling = open.filter(hasNewFigure);
    const best = (telling.length > 0 ? telling : open).reduce<Candidate | null>(
      (top, next) => (top === null || worthOf(next) > worthOf(top) ? next : top),
      null,
    );
    if (best === null) break;
    chosen.add(best);
    for (const { stem } of best.tokens) seen.add(stem);
  }
  return nested(candidates, chosen);
}

/** The chosen rows, each as deep as it has chosen rows above it. */
function nested(candidates: readonly Candidate[], chosen: ReadonlySet<Candidate>): ItemDraft[] {
  const above: Candidate[] = [];
  return candidates.flatMap((candidate) => {
    while ((above.at(-1)?.depth ?? -1) >= candidate.depth) above.pop();
    const depth = above.filter((each) => chosen.has(each)).length;
    above.push(candidate);
    return chosen.has(candidate) ? [{ text: candidate.text, depth, line: candidate.line }] : [];
  });
}
