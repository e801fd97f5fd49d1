/** A file's text, ready to be read line by line. */
export interface Source {
  /** Without byte order mark, every line ended by `\n`. */
  text: string;
  /** The same, cut into lines; line n of the file is `lines[n - 1]`. */
  lines: readonly string[];
}

/** Evens out what editors and systems do differently. Line numbers stay those that an editor shows. */
export function readSource(text: string): Source {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const even = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  return { text: even, lines: even.split('\n') };
}

/** How many line ends lie in `text` up to `end`. */
export function countLineEnds(text: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
