import Turndown from 'turndown';

/*
 * HTML as word processors and browsers copy it, as Markdown. It is parsed without a window: scripts in it never run, and
 * nothing that it names is fetched.
 */

/** What has no text, or text that nobody sees. */
const unread = [
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'template',
  'iframe',
  'object',
  'noscript',
] as const;

/** The Markdown of a page, or of a part of one. */
export function htmlToMarkdown(html: string): string {
  return tidied(converter().turndown(withoutLongGaps(html)));
}

/**
 * No more than a hundred spaces or line breaks in a row, which nobody needs. Turndown’s patterns take a time that grows
 * with the square of such a gap.
 */
function withoutLongGaps(html: string): string {
  return html
    .replaceAll(/(?:\s|&(?:nbsp|#160|#xa0);){100,}/giu, (gap) => {
      const kept = gap.replaceAll(/&[^;]+;/gu, '\u{a0}').slice(0, 100);
      return gap.includes('\n') ? `${kept}\n` : kept;
    })
    .replaceAll(/(?:<br\s*\/?>\s*){100,}/giu, '<br>'.repeat(100));
}

function converter(): Turndown {
  const turndown = new Turndown({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  // Whoever typed “- ” or “## ” in a word processor meant it. A mark within a line is only a character.
  turndown.escape = (text) => text.replaceAll(/[\\`*_]|<(?=[a-z!/?])/giu, (mark) => `\\${mark}`);
  turndown.remove([...unread]);
  // Later rules come before earlier ones.
  return turndown
    .addRule('picture', { filter: ['img'], replacement: () => '' })
    .addRule('link', { filter: 'a', replacement: (content, node) => linked(content, node as Styled) })
    .addRule('bold', {
      filter: (node) => isBold(node) && !parentsOf(node).some((parent) => isBold(parent) || isHeading(parent)),
      replacement: (content) => (content.trim() === '' ? content : `**${content}**`),
    })
    .addRule('italic', {
      filter: (node) => isItalic(node) && !parentsOf(node).some(isItalic),
      replacement: (content) => (content.trim() === '' ? content : `*${content}*`),
    })
    .addRule('plain', {
      filter: (node) => isMark(node),
      replacement: (content) => content,
    })
    .addRule('word list', {
      filter: (node) => node.nodeName === 'P' && /\bMsoListParagraph/u.test(node.className),
      replacement: (content, node) => `\n${'    '.repeat(wordLevel(node as Styled))}- ${content.trim()}\n`,
    })
    .addRule('word bullet', {
      filter: (node) => styles(node, 'mso-list', /ignore/iu),
      replacement: () => '',
    })
    .addRule('cell', { filter: ['td', 'th'], replacement: (content) => `| ${cellText(content)} ` })
    .addRule('row', { filter: 'tr', replacement: (content) => `\n${content}|\n` })
    .addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content })
    .addRule('table', { filter: 'table', replacement: (content) => `\n\n${tableText(content)}\n\n` });
}

/** What is used of an element; the library’s own types need those of a browser. */
interface Styled {
  nodeName: string;
  className: string;
  parentElement: Styled | null;
  getAttribute: (name: string) => string | null;
}

function styles(node: Styled, property: string, value: RegExp): boolean {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:([^;]*)`, 'iu').exec(node.getAttribute('style') ?? '');
  return value.test(found?.[1] ?? '');
}

/** Google’s documents are copied within a `<b>` that says it isn’t bold. */
function isBold(node: Styled): boolean {
  const isNamed = node.nodeName === 'B' || node.nodeName === 'STRONG';
  if (isNamed) return !styles(node, 'font-weight', /normal|lighter|\b[1-5]00/iu);
  return isInline(node) && styles(node, 'font-weight', /bold|\b[6-9]00/iu);
}

function isItalic(node: Styled): boolean {
  const isNamed = node.nodeName === 'I' || node.nodeName === 'EM';
  if (isNamed) return !styles(node, 'font-style', /normal/iu);
  return isInline(node) && styles(node, 'font-style', /italic|oblique/iu);
}

function isInline({ nodeName }: Styled): boolean {
  return nodeName === 'SPAN' || nodeName === 'FONT';
}

/** An element for bold or italic text that isn’t, or is within one that is. */
function isMark(node: Styled): boolean {
  if (!['B', 'STRONG', 'I', 'EM'].includes(node.nodeName)) return false;
  const parents = parentsOf(node);
  if (isBold(node)) return parents.some((parent) => isBold(parent) || isHeading(parent));
  return !isItalic(node) || parents.some(isItalic);
}

function isHeading({ nodeName }: Styled): boolean {
  return /^H[1-6]$/u.test(nodeName);
}

function parentsOf(node: Styled): Styled[] {
  const parents: Styled[] = [];
  for (let parent = node.parentElement; parent !== null; parent = parent.parentElement) parents.push(parent);
  return parents;
}

function linked(content: string, node: Styled): string {
  const address = node.getAttribute('href') ?? '';
  const isOutside = /^(?:https?:\/\/|mailto:)[^\s()<>]+$/iu.test(address);
  return content.trim() === '' || !isOutside ? content : `[${content}](${address})`;
}

/** How deep a list of Word’s is, from 0: `mso-list:l0 level2 lfo1`. */
function wordLevel(node: Styled): number {
  const [, level = '1'] = /mso-list:\s*l\d+\s+level(\d)/iu.exec(node.getAttribute('style') ?? '') ?? [];
  return Number(level) - 1;
}

const lineBreak = '<br>';

function cellText(content: string): string {
  return content
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/gu, lineBreak);
}

/** Rows as a table; a frame around text, which has one column, as that text. */
function tableText(content: string): string {
  const rows = content.split('\n').filter((line) => line.startsWith('|'));
  const columns = Math.max(0, ...rows.map(columnsOf));
  if (columns < 2) {
    const texts = rows.map((row) => row.slice(1, -1).trim().replaceAll('\\|', '|'));
    return texts.join('\n\n').replaceAll(lineBreak, '\n\n');
  }
  const [head = '', ...others] = rows.map((row) => row + ' |'.repeat(columns - columnsOf(row)));
  return [head, `|${' --- |'.repeat(columns)}`, ...others].join('\n');
}

function columnsOf(row: string): number {
  return [...row.matchAll(/(?<!\\)\|/gu)].length - 1;
}

function tidied(markdown: string): string {
  const text = markdown
    .replaceAll('\u{a0}', ' ')
    .replaceAll(/[\u{200b}\u{2060}\u{feff}]/gu, '')
    // Two bold pieces of one word.
    .replaceAll(/(?<=[^\s*])\*{4}(?=[^\s*])/gu, '')
    .replaceAll(/(?<![ \t])[ \t]+$/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
  return text === '' ? '' : `${text}\n`;
}
