/** Runs of this many words are told apart; a shorter sentence counts as a whole. */
const runLength = 3;

/** What stands in place of text that is left out. */
export const leftOut = '…';

const word = /[\p{L}\p{N}]+/gu;

/**
 * What gives a text away: every run of three words in one of its sentences, a shorter sentence as a whole, and
 * names and figures alone. Words are in small letters, parted by a space.
 */
export function phrasesOf(texts: readonly string[]): Set<string> {
  const phrases = new Set<string>();
  for (const sentence of texts.flatMap((text) => text.split(/[.!?:;\n]+/u))) {
    const words = sentence.normalize('NFC').match(word) ?? [];
    const small = words.map((each) => each.toLowerCase());
    if (small.length > 0 && small.length < runLength) phrases.add(small.join(' '));
    for (let at = 0; at + runLength <= small.length; at += 1) phrases.add(small.slice(at, at + runLength).join(' '));
    for (const [at, each] of words.entries()) if (givesAway(each, at === 0)) phrases.add(each.toLowerCase());
  }
  return phrases;
}

/** A capital letter within a sentence makes a name; at its start every word has one. */
function givesAway(written: string, first: boolean): boolean {
  const isName = !first && written.length > 2 && /^\p{Lu}/u.test(written);
  return isName || (/\p{N}/u.test(written) && /\p{L}/u.test(written));
}

/** The line, composed as NFC, without these phrases, whatever stands between their words. */
export function withoutPhrases(line: string, phrases: ReadonlySet<string>): string {
  const words = [...line.matchAll(word)].map((found) => ({
    text: found[0].toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const hidden = words.map(() => false);
  for (let length = 1; length <= runLength; length += 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const run = words.slice(at, at + length).map(({ text }) => text);
      if (phrases.has(run.join(' '))) hidden.fill(true, at, at + length);
    }
  }
  let out = '';
  let from = 0;
  for (const [at, { start, end }] of words.entries()) {
    if (hidden[at] !== true) continue;
    // What stands between two hidden words goes with them.
    const joined = hidden[at - 1] === true;
    out += joined ? '' : line.slice(from, start) + leftOut;
    from = end;
  }
  return out + line.slice(from);
}
