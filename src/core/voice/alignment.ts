import { sectionKey } from '../prompter/plan.ts';
import type { AnswerSection, OutlineSection } from '../stories/model.ts';
import { splitSentences } from '../stories/outline/sentences.ts';
import { stemOfWord } from '../stories/outline/tokens.ts';
import type { RecogniserLanguage } from './language.ts';
import { spokenWords } from './words.ts';

/** A part of what a person says, and the row of the outline that it belongs to, counted over all sections. */
export interface RowText {
  text: string;
  row: number;
}

/** What moving from row to row costs, against 1 for a word in common that no other row has. */
const costs = {
  /** To the next row: a part without a word in common belongs to the row before. */
  next: 0.05,
  /** Each row that is passed over. */
  skipped: 0.25,
  /** To an earlier row, and each row on the way. */
  back: 0.6,
  backRow: 0.1,
  /** Within a sentence. */
  midSentence: 0.3,
} as const;

/** In parts of sentences: more belong to the last row. */
const mostParts = 600;

/**
 * What a person says for each row: the full answer in its parts, in order, each with the row that has most words in common
 * with it, where rows follow each other as the answer does as far as their words allow. A row that no part goes to is
 * said as it is written, and so are all rows without a full answer. `isContent` says which words tell rows apart.
 */
export function alignRows(
  outline: readonly OutlineSection[],
  answer: readonly AnswerSection[],
  language: RecogniserLanguage,
  isContent: (word: string) => boolean,
): RowText[] {
  const stems = (text: string): Set<string> =>
    new Set(
      spokenWords(text, language, () => true)
        .filter(({ word }) => isContent(word))
        .map(({ word }) => stemOfWord(word)),
    );
  const rows = outline.flatMap((section) =>
    section.items.map(({ text }) => ({ key: sectionKey(section), text, stems: stems(text) })),
  );
  const parts = partsByShownKey(answer, new Set(rows.map(({ key }) => key)));
  const keys = rows.map(({ key }) => key);
  const said: RowText[] = [];
  for (const key of new Set(keys)) {
    const own = [...keys.keys()].filter((row) => keys[row] === key);
    const found = parts.get(key) ?? [];
    const aligned = bestPath(
      found.map((part) => ({ ...part, stems: stems(part.text) })),
      own.map((row) => rows[row]?.stems ?? new Set()),
    ).map((index, at) => ({ text: found[at]?.text ?? '', row: own[index] ?? 0 }));
    said.push(...aligned, ...found.slice(aligned.length).map(({ text }) => ({ text, row: own.at(-1) ?? 0 })));
  }
  const told = new Set(said.map(({ row }) => row));
  const lacking = rows.flatMap(({ text }, row) => (told.has(row) ? [] : [{ text, row }]));
  return [...said, ...lacking];
}

interface Part {
  text: string;
  /** Whether a sentence begins with it. */
  isStart: boolean;
}

/** The parts of an answer by kind. Those of a kind without rows are said while the rows before it are on screen. */
function partsByShownKey(answer: readonly AnswerSection[], shown: ReadonlySet<string>): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  let home = answer.map(sectionKey).find((key) => shown.has(key)) ?? [...shown][0] ?? '';
  for (const section of answer) {
    const key = sectionKey(section);
    if (shown.has(key)) home = key;
    const own = splitSentences(section.text).flatMap(({ text }) =>
      text
        .split(/(?<=[,;:])\s+|\s+[–—-]\s+|—/u)
        .filter((part) => /[\p{L}\p{N}]/u.test(part))
        .map((part, index) => ({ text: part, isStart: index === 0 })),
    );
    parts.set(home, [...(parts.get(home) ?? []), ...own]);
  }
  return parts;
}

/** The row of each part on the path that has most words in common with its rows, by dynamic programming. */
function bestPath(
  all: readonly { stems: ReadonlySet<string>; isStart: boolean }[],
  rows: readonly ReadonlySet<string>[],
): number[] {
  const rowsWith = new Map<string, number>();
  for (const row of rows) for (const stem of row) rowsWith.set(stem, (rowsWith.get(stem) ?? 0) + 1);
  const inCommon = (part: ReadonlySet<string>, row: ReadonlySet<string>): number =>
    [...part].reduce((sum, stem) => sum + (row.has(stem) ? 1 / Math.sqrt(rowsWith.get(stem) ?? 1) : 0), 0);

  const parts = all.slice(0, mostParts);
  let scores = rows.map((_, row) => -costs.skipped * row);
  const before: number[][] = [];
  for (const [index, { stems, isStart }] of parts.entries()) {
    const from: number[] = [];
    scores = rows.map((row, to) => {
      let [best, bestFrom] = [Number.NEGATIVE_INFINITY, to];
      for (const [other, score] of scores.entries()) {
        const reached = index === 0 && other !== to ? Number.NEGATIVE_INFINITY : score - costOf(to - other, isStart);
        if (reached > best) [best, bestFrom] = [reached, other];
      }
      from.push(bestFrom);
      return best + inCommon(stems, row);
    });
    before.push(from);
  }
  const ends = scores.map((score, row) => score - costs.skipped * (rows.length - 1 - row));
  let row = ends.indexOf(Math.max(...ends));
  const path: number[] = [];
  for (const from of before.toReversed()) {
    path.push(row);
    row = from[row] ?? 0;
  }
  return path.toReversed();
}

function costOf(distance: number, isStart: boolean): number {
  if (distance === 0) return 0;
  const within = isStart ? 0 : costs.midSentence;
  if (distance < 0) return within + costs.back - costs.backRow * distance;
  return within + costs.next + costs.skipped * (distance - 1);
}
