import type { LabelledKind } from '../../words/language.ts';
import { meaningOf } from '../../words/lookup.ts';

/** What note-taking apps and slips of the hand put into Markdown. A file without any of it isn’t touched. */
const signs = /%%|==|\[\[|\^|\[\^?\d|^ {0,3}#{1,6}[^#\s]|^\t*[•·o▪§–]\t/m;

/** `** Title`, a heading in Org. */
const orgHeadings = /^\*{2,6} \S[^*\n]*$/m;

function withoutOrg(text: string): string {
  return text.replace(/^(\*{1,6})(?= \S[^*\n]*$)/gm, (stars) => '#'.repeat(stars.length));
}

/** How deep the bullets are that a word processor pastes, each with a tab after it. */
const wordBullets: Readonly<Record<string, number>> = { '•': 0, '·': 0, o: 1, '–': 1, '▪': 2, '§': 2 };

/** `**Situation** text`: a bold label without its colon. */
const bareLabel = /^((?:[*+•-][ \t]+|\d{1,2}[.)][ \t]+)?\*\*)(\p{L}[\p{L} ]{0,30})(\*\*[ \t]+)(?=[\p{L}\p{N}"“])/gmu;
/** `**Situation:** text`, or with the colon outside. */
const fullLabel = /^\*\*(\p{L}[\p{L} ]{0,30})(?::\*\*|\*\*:)/gmu;
/** In characters: how far into its line such a label may end. */
const longestLabel = 44;
/** In kinds of sections, the first a situation or a task: other bold words at the beginning of lines are just bold words. */
const wholeStory = 3;

function withColons(text: string): string {
  const found: { kind: LabelledKind; isItem: boolean }[] = [];
  for (let end = text.indexOf('** '); end !== -1; end = text.indexOf('** ', end + 3)) {
    if (text[end - 1] === ':') continue;
    const from = Math.max(0, end - longestLabel);
    const line = text.slice(from, end + 4);
    const start = line.lastIndexOf('\n', end - from) + 1;
    const label = from > 0 && start === 0 ? undefined : [...line.slice(start).matchAll(bareLabel)][0];
    const meaning = label === undefined ? null : meaningOf(label[2] ?? '', true);
    if (meaning?.type === 'section') found.push({ kind: meaning.kind, isItem: label?.[1] !== '**' });
  }
  const [first] = found;
  if (first === undefined || found.length < wholeStory) return text;
  const isLabel = (word: string): boolean => meaningOf(word, true)?.type === 'section';
  // Bold words in lists below such labels are just bold words.
  const isAbove = !first.isItem || ![...text.matchAll(fullLabel)].some(([, word = '']) => isLabel(word));
  const kinds = new Set(found.map(({ kind }) => kind));
  const begins = first.kind === 'situation' || first.kind === 'task';
  if (!isAbove || !begins || kinds.size < wholeStory) return text;
  return text.replace(bareLabel, (all, before: string, word: string, after: string) =>
    isLabel(word) ? `${before}${word}:${after}` : all,
  );
}

const reference = /^ {0,3}\[\^?(\d{1,3})\](?:\(\S*\)|:\s)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Writes what is peculiar to note-taking apps as ordinary Markdown: `[[links|aliases]]`, `==highlights==`,
 * `%% comments %%`, block ids (`^a1`), footnotes, `##Headings` without a space, bold labels without a colon, and bullets pasted
 * from a word processor. Each line stays on its line.
 */
export function repaired(written: string): string {
  const text = withColons(orgHeadings.test(written) && !/^#/m.test(written) ? withoutOrg(written) : written);
  if (!signs.test(text)) return text;
  const lines = text.split('\n');
  const footnotes = new Set<string>();
  for (const line of lines) {
    const number = reference.exec(line)?.[1];
    if (number !== undefined) footnotes.add(number);
  }
  const unspaced = /^ {0,3}#{2,6}[^#\s]/m.test(text);
  let open = '';
  let commented = false;
  /** How many `%%` are left that have a partner; an odd one at the end is text. */
  let left = Math.floor((text.split('%%').length - 1) / 2) * 2;
  return lines
    .map((line) => {
      const mark = fence.exec(line)?.[1] ?? '';
      if (open !== '') {
        if (mark.startsWith(open)) open = '';
        return line;
      }
      open = mark;
      if (mark !== '') return line;
      if (commented || (left > 0 && line.includes('%%'))) {
        left -= line.split('%%').length - 1;
        const { shown, goesOn } = withComments(line, commented);
        commented = goesOn;
        return shown;
      }
      return signs.test(line) ? repairedLine(line, footnotes, unspaced) : line;
    })
    .join('\n');
}

/** `%% … %%` as an HTML comment, which may go on for several lines. */
function withComments(line: string, open: boolean): { shown: string; goesOn: boolean } {
  const parts = line.split('%%');
  let inside = open;
  let shown = '';
  for (const [index, part] of parts.entries()) {
    if (index > 0) inside = !inside;
    shown += inside ? `<!-- ${part.replaceAll('--', '—').trim()} -->` : part;
  }
  return { shown, goesOn: inside };
}

/** `unspaced`: the file’s headings have no space after their `#`. */
function repairedLine(line: string, footnotes: ReadonlySet<string>, unspaced: boolean): string {
  if (reference.test(line)) return `<!-- ${line.trim().replaceAll('--', '—')} -->`;
  return line
    .replace(/^\t*([•·o▪§–])\t+/u, (_, sign: string) => `${'  '.repeat(wordBullets[sign] ?? 0)}- `)
    .replace(/^( {0,3}#{2,6})(?=[^#\s])/, '$1 ')
    .replace(unspaced ? /^( {0,3}#)(?=[^#\s])/u : /^( {0,3}#)(?=\p{Lu}\S*\s+[^#\s])/u, '$1 ')
    .replace(/!\[\[([^\]\n]{1,200})\]\]/g, '<!-- $1 -->')
    .replace(/\[\[(?:[^\]|\n]{0,200}\|)?([^\]|\n]{1,200})\]\]/g, '$1')
    .replace(/==(?=\S)([^=\n]{1,400})==/g, '<mark>$1</mark>')
    .replace(/(?<=\S)\s?\[\^?(\d{1,3})\](?!\(|:)/g, (written, number: string) => (footnotes.has(number) ? '' : written))
    .replace(/(?<=\S)[ \t]+\^[\p{L}\p{N}-]{2,20}[ \t]*$/u, '');
}
