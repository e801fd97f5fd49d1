/** A block of an answer: a paragraph, or separate lines (a list, a table, hard breaks). */
export type AnswerBlock = { type: 'paragraph'; text: string } | { type: 'lines'; lines: string[] };

/** An answer’s plain text as blocks, which blank lines separate. */
export function blocksOf(text: string): AnswerBlock[] {
  return text.split(/\n{2,}/u).flatMap((block): AnswerBlock[] => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const [only] = lines;
    if (only === undefined) return [];
    return [lines.length === 1 ? { type: 'paragraph', text: only } : { type: 'lines', lines }];
  });
}

/** A piece of text; `url` where it is an address that may be opened. */
export interface TextPart {
  text: string;
  url: string | null;
}

/** Only https and mailto, since an answer’s text may come from anywhere. */
const address = /\b(?:https:\/\/|mailto:)[^\s<>"“”]+/giu;
/** Punctuation after an address, which isn’t part of it. */
const trailing = /[.,;:!?)\]}'’…]+$/u;

/** Text split into addresses and what is between them. Joined, the parts are the text. */
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
