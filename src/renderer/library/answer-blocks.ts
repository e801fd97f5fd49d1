/** A block of an answer: a paragraph, or lines that stand under one another (a list, a table, hard breaks). */
export type AnswerBlock = { type: 'paragraph'; text: string } | { type: 'lines'; lines: string[] };

/** An answer's plain text as blocks, which blank lines part. */
export function blocksOf(text: string): AnswerBlock[] {
  return text.split(/\n{2,}/u).flatMap((block): AnswerBlock[] => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const [only] = lines;
    if (only === undefined) return [];
    return [lines.length === 1 ? { type: 'paragraph', text: only } : { type: 'lines', lines }];
  });
}

/** A stretch of text; `url` where it is an address that may be opened. */
export interface TextPart {
  text: string;
  url: string | null;
}

/** Only https and mailto: an answer is text that may come from anywhere. */
const address = /\b(?:https:\/\/|mailto:)[^\s<>"“”]+/giu;
/** What ends a sentence or a bracket around an address is no part of it. */
const trailing = /[.,;:!?)\]}'’…]+$/u;

/** Text with the addresses in it apart. Put together, the parts are the text. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const url = found.replace(trailing, '');
    if (!isWhole(url)) continue;
    if (index > done) parts.push({ text: text.slice(done, index), url: null });
    parts.push({ text: url, url });
    done = index + url.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done), url: null });
  return parts;
}

/** More than the scheme alone. */
function isWhole(url: string): boolean {
  return URL.canParse(url) && !/^(?:https:\/\/|mailto:)$/iu.test(url);
}
