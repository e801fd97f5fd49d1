import type { Position } from '../../src/core/voice/script.ts';

/** A sentence of a telling, and the row that it tells; null for a digression. */
export interface Line {
  row: number | null;
  text: string;
  /** Where it begins in a recording, in seconds; null if nobody noted it. */
  startS: number | null;
}

/** A story as somebody tells it. */
export interface Telling {
  name: string;
  lines: Line[];
}

/** Reads lines such as `S3|text`, `S3@12.5|text` with the second at which it begins, and `X|text` for digressions. */
export function readTelling(name: string, text: string): Telling {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    name,
    lines: lines.map((line, index) => {
      const found = /^(?:S(?<row>\d+)|X)(?:@(?<start>[\d.]+))?\|(?<text>.*)$/u.exec(line);
      if (found?.groups === undefined) throw new Error(`${name}, line ${index + 1}: expected S<row>|text or X|text.`);
      const { row, start, text = '' } = found.groups;
      return { row: row === undefined ? null : Number(row), text, startS: start === undefined ? null : Number(start) };
    }),
  };
}

/** In other words, without the digressions. */
export function paraphrase(given: Telling): Telling {
  return { name: 'paraphrase', lines: given.lines.filter(({ row }) => row !== null) };
}

/** Every second row is left out, and the digressions come in between. */
export function withRowsLeftOut(given: Telling): Telling {
  const kept = paraphrase(given).lines.filter(({ row }) => row !== null && row % 4 < 2);
  const asides = given.lines.filter(({ row }) => row === null);
  const third = Math.ceil(kept.length / 3);
  const lines = [0, 1, 2].flatMap((part) => [
    ...kept.slice(part * third, (part + 1) * third),
    ...asides.slice(part, part + 1),
  ]);
  return { name: 'rows left out', lines };
}

/** The middle comes in another order. */
export function reordered(given: Telling): Telling {
  const { lines } = paraphrase(given);
  const quarter = Math.ceil(lines.length / 4);
  const [first, second, third, last] = [0, 1, 2, 3].map((part) => lines.slice(part * quarter, (part + 1) * quarter));
  return { name: 'reordered', lines: [first, third, second, last].flatMap((part) => part ?? []) };
}

/** With fillers and a word begun again, at the same places each time. */
export function withFillers(given: Telling, fillers: readonly string[]): Telling {
  let index = 0;
  const lines = paraphrase(given).lines.map((line) => ({
    ...line,
    text: line.text
      .split(/(?<=,) /)
      .map((part) => {
        index += 1;
        const [first = ''] = part.split(' ');
        return index % 3 === 0
          ? `${first}, ${part}`
          : index % 3 === 1
            ? `${fillers[index % fillers.length] ?? ''}, ${part}`
            : part;
      })
      .join(' '),
  }));
  return { name: 'fillers', lines };
}

/** Another story, which tells no row. */
export function another(given: Telling): Telling {
  return { name: 'another story', lines: paraphrase(given).lines.map((line) => ({ ...line, row: null })) };
}

/** Word for word, as far as the recogniser knows the words. */
export function wordForWord(positions: readonly Position[]): Telling {
  const lines: { row: number; words: string[] }[] = [];
  for (const { row, shown } of positions) {
    const last = lines.at(-1);
    if (last?.row !== row) lines.push({ row, words: [shown] });
    // "61" is two words.
    else if (last.words.at(-1) !== shown) last.words.push(shown);
  }
  return {
    name: 'word for word',
    lines: lines.map(({ row, words }) => ({ row, text: words.join(' '), startS: null })),
  };
}
