import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../../../src/core/stories/markdown/blocks.ts';
import { readStories } from '../../../../src/core/stories/reader.ts';
import { after, type Killer, readMarkdown, times, tooSlow } from './killers.ts';

describe('no text stalls the reader', () => {
  test.each(['*a', 'a**b', '**a *b', '_a', '*_', '<!', '<?', '[', '[a](', '`a', '~~a', '\\'])(
    '128 kB of %s',
    (atom) => {
      expect(tooSlow(after('**S:** ', times(atom)), (text) => readStories(text, 'a.md'))).toBeNull();
    },
  );

  test.each<[string, Killer]>([
    ['dashes in pairs', times('--\n')],
    ['tables that aren’t', times('a | b\n|-\n')],
    ['quotes with lines without a mark', times('> > x\ny\n')],
    ['quoted lists with lines without a mark', times('> - x\ny\n')],
    ['one item with lines without an indent', after('- x\n', times('b\n'))],
    ['one item with indented lines', after('- x\n', times('  b\n'))],
    ['short rows below a wide header', after(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n`, times('|\n'))],
    ['definitions with an open title', times('[a]: b "c\n')],
    ['runs of backticks, each longer', (length) => runs('`', length)],
  ])('%s', (_, killer) => {
    expect(tooSlow(killer, readMarkdown)).toBeNull();
  });

  test.each<[string, Killer]>([
    ['labelled items', times('- S: x\n')],
    ['labelled items below an item', after('- x\n', times('  - S: x\n'))],
    ['two labels in one', times('- S/T: x\n')],
    ['bold labels in items', times('- **a:** x\n')],
    ['bold labels in a line', times('**S:** x ')],
    ['bold words with a colon in a line', times('**a:** x ')],
    ['headings below quotes', times('> - x\n\n# x\n\n')],
    ['headings below one quote', after('# x\n\n> - x\n\n', times('## x\n\n'))],
    ['rows of HTML', (length) => `<table>${times('<tr><td>a</td><td>b</td></tr>\n')(length)}</table>`],
    ['rows of HTML in one line', (length) => `<table>${times('<tr><td>a</td><td>b</td></tr>')(length)}</table>`],
    ['rows of HTML without an end', (length) => `<table>${times('<tr ')(length)}</table>`],
    ['tables of HTML without an end', (length) => `<table></table>${times('<table>')(length)}`],
    ['tables of HTML that don’t open', (length) => `${times('<table ')(length)}</table>`],
  ])('%s', (_, killer) => {
    expect(tooSlow(killer, (text) => readStories(text, 'a.md'))).toBeNull();
  });

  test('what is too long to be read at once is read in parts, with nothing lost and a warning where', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `- item ${row}`);
    const { blocks, cuts } = readBlocks(rows.join('\n'), 1);
    const items = blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
    expect(items.map(({ line }) => line)).toEqual(rows.map((_, row) => row + 1));
    expect(cuts.length).toBeGreaterThan(0);
    const { problems } = readStories(rows.join('\n'), 'a.md');
    const long = problems.filter(({ code }) => code === 'long-part');
    expect(long.map(({ file, line, severity }) => ({ file, line, severity }))).toEqual(
      cuts.map((line) => ({ file: 'a.md', line, severity: 'warning' })),
    );
  });

  test('a table’s rows after the 20,000th cell are kept as text', () => {
    const rows = ['| a | b |', '|---|---|', ...Array.from({ length: 10_005 }, () => '|x|')];
    const { blocks, cuts } = readBlocks(rows.join('\n'), 1);
    expect(blocks.map((block) => [block.type, block.line, block.endLine])).toEqual([
      ['table', 1, 10_002],
      ['paragraph', 10_003, 10_007],
    ]);
    expect(cuts).toEqual([10_003]);
  });

  test.each([4000, 5000])('what comes after %i lines of code isn’t taken for code', (length) => {
    const rows = Array.from({ length }, (_, row) => `line ${row} of a log of the third oven`);
    const { blocks, cuts } = readBlocks(['````', ...rows, '````', '', 'Text'].join('\n'), 1);
    const code = blocks.flatMap((block) => (block.type === 'code' ? block.lines : []));
    expect(code.map(({ line, text }) => `${line} ${text}`)).toEqual(rows.map((text, row) => `${row + 2} ${text}`));
    expect(blocks.at(-1)).toMatchObject({ type: 'paragraph', line: length + 4 });
    expect(cuts).toEqual([]);
  });

  test('headings keep long files whole', () => {
    const text = '# Story\n\n**S:** text\n\n<!-- a comment -->\n\n'.repeat(10_000);
    expect(readBlocks(text, 1).cuts).toEqual([]);
  });
});

function runs(mark: string, length: number): string {
  const written: string[] = [];
  for (let size = 0; size < length; size += written.length) written.push(mark.repeat(written.length + 1));
  return written.join(' ');
}
