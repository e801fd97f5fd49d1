import { describe, expect, test } from 'vitest';
import { readStories } from '../../../src/core/stories/reader.ts';
import { docxToMarkdown } from '../../../src/services/library/docx.ts';
import { bakeryDocx, docxParts, paragraph, zipOf } from './docx-files.ts';

describe('a Word document', () => {
  test('becomes Markdown that reads as the same stories', async () => {
    const markdown = await docxToMarkdown(bakeryDocx);
    expect(markdown).toContain('## The oven that smoked\n\n**Situation:** The oven smoked & nobody knew why.');
    expect(markdown).toMatch(/^- +I opened the flue$/mu);
    const { stories } = readStories(markdown, 'bakery.md');
    expect(stories.map(({ group, title }) => `${group}: ${title}`)).toEqual([
      'Ownership: The oven that smoked',
      'Curiosity: The starter that died',
    ]);
    for (const { answer } of stories) {
      expect(answer.map(({ kind }) => kind)).toEqual(['situation', 'task', 'action', 'result']);
    }
  });

  test('keeps marks that were typed as text', async () => {
    const typed = zipOf(docxParts(paragraph('## Typed as Markdown') + paragraph('S: 5 &lt;b&gt; snake_case')));
    expect(await docxToMarkdown(typed)).toBe('## Typed as Markdown\n\nS: 5 \\<b> snake\\_case\n');
  });

  const whole = docxParts(paragraph('S: The oven'));
  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /isn’t a Word document/u],
    ['nothing', Buffer.alloc(0), /isn’t a Word document/u],
    ['another archive', zipOf({ 'notes.txt': 'S: the oven' }), /isn’t a Word document/u],
    ['half a document', zipOf(whole).subarray(200), /isn’t a Word document/u],
    ['a document with a password', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'), /has a password/u],
    ['encrypted parts', zipOf(whole, { flags: 1 }), /is encrypted/u],
    ['a bomb', zipOf({ ...whole, 'word/bomb.xml': Buffer.alloc(80 * 1024 * 1024) }), /unpacks to more than 64 MiB/u],
    [
      'a bomb that understates itself',
      zipOf({ 'word/document.xml': Buffer.alloc(80 * 1024 * 1024) }, { size: 100 }),
      /isn’t a Word/u,
    ],
  ])('isn’t %s', async (_what, bytes, why) => {
    await expect(docxToMarkdown(bytes)).rejects.toThrow(why);
  });
});
