import fc from 'fast-check';
import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { BlockTokenizer } from '../../../../src/core/stories/markdown/block-tokenizer.ts';
import { cases } from '../../../sizes.ts';

/** Reads every list with marked's own rule. */
class MarkedLists extends BlockTokenizer {
  override list(src: string): Tokens.List | undefined {
    return Tokenizer.prototype.list.call(this, src);
  }
}

const starts = ['* ', '* ', '* ', '- ', '+ ', '1. ', '  * ', '  - ', '    * ', '  ', ' ', '\t', ''];
const rests = [
  ...['words', 'words  ', 'S:', '**bold** words', '**', '_em_', '“quoted”', '3 words', '- - -', '***', '', '  ', '\t'],
  ...[
    '```',
    '~~~',
    '# heading',
    '> quote',
    '[ ] task',
    '[a]: b',
    '<b>',
    '<div>',
    '===',
    '| a | b |',
    '| - | - |',
    '* ',
  ],
];
const line = fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...rests)).map((parts) => parts.join(''));
const text = fc.array(line, { minLength: 1, maxLength: 7 }).map((lines) => lines.join('\n'));

test('plain lists are read as marked reads them', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(tokens(written, new BlockTokenizer())).toEqual(tokens(written, new MarkedLists()));
    }),
    cases(2000),
  );
});

test('lists of words with others inside keep their lines', () => {
  const [list] = tokens('* one\n  * two\n    more\n* three  \n\n**S:** four', new BlockTokenizer());
  expect(list).toMatchObject({
    type: 'list',
    raw: '* one\n  * two\n    more\n* three',
    items: [{ raw: '* one\n  * two\n    more\n' }, { raw: '* three', tokens: [{ type: 'text', text: 'three' }] }],
  });
});

function tokens(written: string, tokenizer: BlockTokenizer): Token[] {
  return new Lexer({ gfm: true, tokenizer }).blockTokens(written);
}
