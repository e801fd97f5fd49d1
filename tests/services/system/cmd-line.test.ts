import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchArguments } from '../../../src/services/system/cmd-line.ts';
import { cases } from '../../sizes.ts';

/*
 * What cmd.exe makes of a line, as far as it can harm: variables first, then the operators outside of quotes, once for
 * the line and once for the `%*` of the .cmd file; then how the program takes the line apart.
 */

const variables: Record<string, string> = { PATH: 'C:\\x" & calc & "', CD: 'C:\\here', A: '&calc' };

/** `%NAME%`, `%NAME:old=new%` and `%NAME:~from,length%`, as on a command line; anything else stays as it is. */
function expanded(line: string): string {
  return line.replace(/%([^%:]+)(?::~([^%,]*),([^%]*)|:([^%=]+)=([^%]*))?%/gu, (whole, name: string, ...parts) => {
    const [from, length, old, put] = parts as (string | undefined)[];
    const value = variables[name.toUpperCase()];
    if (value === undefined) return whole;
    if (from !== undefined) return value.slice(Number(from), Number(from) + Number(length));
    return old === undefined ? value : value.replaceAll(old, put ?? '');
  });
}

/** What is outside of quotes; the carets and operators in it would mean something. */
function unquoted(line: string): string {
  return line
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join('');
}

/** As the C runtime does: backslashes in pairs before a quote, and two quotes within quotes are one. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let [word, isQuoted, hasWord] = ['', false, false];
  for (let at = 0; at < line.length;) {
    const [slashes = ''] = /^\\*/u.exec(line.slice(at)) ?? [];
    const next = line[at + slashes.length];
    if (next === '"') {
      word += '\\'.repeat(slashes.length / 2);
      at += slashes.length + 1;
      hasWord = true;
      if (slashes.length % 2 === 1) word += '"';
      else if (isQuoted && line[at] === '"') {
        word += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (slashes === '' && next === ' ' && !isQuoted) {
      if (hasWord) words.push(word);
      [word, hasWord] = ['', false];
      at += 1;
    } else {
      word += slashes === '' ? (next ?? '') : slashes;
      at += slashes.length || 1;
      hasWord = true;
    }
  }
  return hasWord ? [...words, word] : words;
}

/** The words that the .cmd file's program gets. */
function received(file: string, words: readonly string[]): string[] {
  const args = batchArguments(file, words);
  expect(args.slice(0, -1)).toEqual(['/d', '/e:on', '/v:off', '/s', '/c']);
  const [line = ''] = args.slice(-1);
  const read = expanded(line.replace(/^"|"$/gu, ''));
  // Twice: the .cmd file passes on its words as they are, and their line is read again, without variables.
  expect(unquoted(read)).toMatch(/^ *$/u);
  return wordsOf(read);
}

const cmd = 'C:\\Program Files (x86)\\A & B\\bin\\code.cmd';

test.each([
  'plain.md',
  'two words.md',
  'a&calc.md',
  '^&|<>()!.md',
  '%PATH%.md',
  '%PATH:~0,9%.md',
  '%A:a=b%.md',
  '100%.md',
  '%%A%%.md',
  '%cd:~,%',
  'C:\\ends\\',
  'it’s “that” ÄÖÜ 日本.md',
  'a "quoted" word',
  'back\\"slash\\\\"quote',
  '" & calc & "',
  '',
])('%j comes through cmd.exe as it is', (word) => {
  expect(received(cmd, ['--goto', word, 'after'])).toEqual([cmd, '--goto', word, 'after']);
});

test('so does any other word', () => {
  const hostile = fc.constantFrom(
    '%',
    '"',
    '\\',
    '^',
    '&',
    '|',
    ' ',
    '!',
    ':',
    '=',
    '~',
    ',',
    '%PATH%',
    '%A:a=',
    'cd',
    'A',
  );
  const word = fc.array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 1 }))).map((parts) => parts.join(''));
  const taken = word.filter((text) => !/[\0\r\n]/u.test(text));
  fc.assert(
    fc.property(fc.array(taken, { maxLength: 4 }), (words) => {
      expect(received(cmd, words)).toEqual([cmd, ...words]);
    }),
    cases(150),
  );
});

test.each(['a\nb', 'a\rb', 'a\0b'])('%j can’t be written, and the error says so', (word) => {
  expect(() => batchArguments(cmd, [word])).toThrow('a line break can’t be passed on');
});
