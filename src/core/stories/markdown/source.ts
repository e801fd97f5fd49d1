/** A file's text, ready to be read line by line. */
export interface Source {
  /** Without byte order mark, every line ended by `\n`. */
  text: string;
  /** The same, cut into lines; line n of the file is `lines[n - 1]`. */
  lines: readonly string[];
}

/** Letters that networks without formatting stand in for bold and italics, such as 𝗕𝗼𝗹𝗱: Unicode's mathematical ones. */
const styledLetters = /[\u{1D400}-\u{1D7FF}]+/u;

/** Evens out what editors and systems do differently. Line numbers stay those that an editor shows. */
export function readSource(text: string): Source {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const even = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const plain = styledLetters.test(even) ? even.replace(new RegExp(styledLetters, 'gu'), toPlain) : even;
  return { text: plain, lines: plain.split('\n') };
}

function toPlain(letters: string): string {
  return letters.normalize('NFKC');
}

/** How many line ends lie in `text` up to `end`. */
export function countLineEnds(text: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
