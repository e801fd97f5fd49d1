/** A file's text, ready to be read line by line. */
interface Source {
  /** Without a byte order mark; lines end with `\n`. */
  text: string;
  /** The text's lines; line n of the file is `lines[n - 1]`. */
  lines: readonly string[];
}

/**
 * Unicode's mathematical letters, such as 𝗕𝗼𝗹𝗱, which people use for bold and italics where formatting isn't available.
 */
const styledLetters = /[\u{1D400}-\u{1D7FF}]+/u;

/** Evens out the differences between editors and systems. Line numbers stay as an editor shows them. */
export function readSource(text: string): Source {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const even = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const plain = styledLetters.test(even) ? even.replace(new RegExp(styledLetters, 'gu'), toPlain) : even;
  return { text: plain, lines: plain.split('\n') };
}

function toPlain(letters: string): string {
  return letters.normalize('NFKC');
}

/** The number of line ends in `text` up to `end`. */
export function countLineEnds(text: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
