import type { AnswerSection } from '../model.ts';

/** A list item, or prose up to the next one. */
export interface AnswerPiece {
  text: string;
  /** Of a list item; null for prose. */
  depth: number | null;
  /** The line of the file on which the character at an offset is. */
  lineAt: (offset: number) => number;
}

/** The list items and the prose of a section, in order. */
export function piecesOf({ text, line, lines = [{ at: 0, line, depth: null }] }: AnswerSection): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  for (let index = 0; index < lines.length;) {
    const first = index;
    const { at = 0, depth = null } = lines[first] ?? {};
    index += 1;
    if (depth === null) while (index < lines.length && lines[index]?.depth === null) index += 1;
    const own = lines.slice(first, index);
    const end = lines[index]?.at ?? text.length;
    pieces.push({
      text: text.slice(at, end).trimEnd(),
      depth,
      lineAt: (offset) => own.findLast((start) => start.at <= at + offset)?.line ?? line,
    });
  }
  return pieces;
}
