/** A stretch of a file that can be read by itself. */
export interface Chunk {
  text: string;
  /** How many lines lie before it. */
  linesBefore: number;
}

/** Chunks are about this long, in characters: small enough for the tokens of one to be gone before the next. */
const chunkLength = 32_768;

/** Link definitions count for the whole file, and such HTML may go on over blank lines and headings. */
const undivided = /^ {0,3}\[[^\]\n]{1,999}\]:|<(?:script|pre|style|textarea|!|\?)/im;

/**
 * Cuts Markdown before headings that follow a blank line, outside code. Every block lies in one chunk, so that the
 * chunks' blocks together are the file's.
 */
export function cutChunks(text: string): Chunk[] {
  if (text.length <= chunkLength || undivided.test(text)) return [{ text, linesBefore: 0 }];
  const chunks: Chunk[] = [];
  let chunkStart = 0;
  let linesBefore = 0;
  let line = 0;
  let blankBefore = true;
  let fence = '';
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const head = text.slice(start, Math.min(end, start + 80));
    if (fence === '' && blankBefore && start - chunkStart >= chunkLength && /^#{1,6}[ \t]/.test(head)) {
      chunks.push({ text: text.slice(chunkStart, start), linesBefore });
      chunkStart = start;
      linesBefore = line;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(head)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    blankBefore = head.trim() === '';
    start = end + 1;
  }
  chunks.push({ text: text.slice(chunkStart), linesBefore });
  return chunks;
}
