/**
 * The pronunciations of the wanted words in a dictionary’s text: a word a line, then its phones; further pronunciations
 * as `word(2)`. Words that it lacks are missing. It is read once through, since it is larger than all else here.
 */
function lookUp(dictionary: string, wanted: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let start = 0;
  while (start < dictionary.length) {
    const newline = dictionary.indexOf('\n', start);
    const end = newline === -1 ? dictionary.length : newline;
    const space = dictionary.indexOf(' ', start);
    if (space > start && space < end) {
      const entry = dictionary.slice(start, space);
      const word = entry.endsWith(')') ? entry.replace(/\(\d+\)$/, '') : entry;
      if (wanted.has(word)) {
        const known = found.get(word);
        const phones = dictionary.slice(space + 1, end).trim();
        if (known === undefined) found.set(word, [phones]);
        else known.push(phones);
      }
    }
    start = end + 1;
  }
  return found;
}

/** In letters: with shorter parts, almost any word could be made of two others. */
const shortestPart = 4;

/**
 * The pronunciations of words, from a dictionary’s text. One of `own` that it lacks is spelt out if `initials`
 * has it, else as the two words it is made of, such as "homepage"; one that isn’t either is missing.
 */
export function pronunciationsFor(
  dictionary: string,
  wanted: ReadonlySet<string>,
  own: ReadonlySet<string>,
  initials: ReadonlySet<string>,
): Map<string, string[]> {
  const found = lookUp(dictionary, wanted);
  const missing = [...own].filter((word) => !found.has(word));
  if (missing.length === 0) return found;
  const waysOf = (word: string): string[][] => (initials.has(word) ? lettersOf(word) : halvesOf(word));
  const parts = lookUp(dictionary, new Set(missing.flatMap((word) => waysOf(word).flat())));
  for (const word of missing) {
    const way = waysOf(word).find((each) => each.every((part) => parts.has(part)));
    if (way !== undefined) found.set(word, [way.map((part) => parts.get(part)?.[0] ?? '').join(' ')]);
  }
  return found;
}

/** English dictionaries have the names of letters as "a.", since "a" is a word. */
function lettersOf(word: string): string[][] {
  return ['.', ''].map((sign) => Array.from(word, (letter) => letter + sign));
}

function halvesOf(word: string): string[][] {
  const halves: string[][] = [];
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1)
    halves.push([word.slice(0, cut), word.slice(cut)]);
  return halves;
}
