import { readBlocks } from '../../../../src/core/stories/markdown/blocks.ts';
import { readFrontMatter } from '../../../../src/core/stories/markdown/front-matter.ts';
import { firstTooDeepLine, readSource } from '../../../../src/core/stories/markdown/source.ts';

/* Texts of any length that could take a Markdown reader more than twice as long for twice the text. */

/** Makes a text of about so many characters. */
export type Killer = (length: number) => string;

const atoms = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '*a',
    'a*',
    '*a*',
    '**a',
    'a**b',
    '**a *b',
    '*a **b',
    '*_',
    '_*',
    '*a_',
    '_a',
    'a_b',
  ],
  ...[
    '`',
    '``',
    '`a',
    '``a`',
    '~',
    '~~',
    '~~a',
    '[',
    '![',
    '](',
    ']',
    '[a]',
    '[a](b)',
    '[a](<b',
    '[a](b "',
    '[a][',
    '[]',
  ],
  ...[
    '[a]: ',
    '[a]: b',
    '[a]: b "c',
    '[^a]',
    '<',
    '<a ',
    '<a b="',
    '<a b c="d" ',
    '</a',
    '<b>',
    '</b>',
    '<!',
    '<!a',
    '<?',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- -->',
    '<![CDATA[',
    ']]>',
    '<http:',
    '<a@b',
    '<li>',
    '<ul>',
    '<br>',
    '<div>',
    '<details>',
    '<pre>',
  ],
  ...[
    '<script>',
    '<td>',
    '<blockquote>',
    'http://',
    'www.a.',
    'a@',
    'a@b.',
    '&',
    '&a',
    '&amp;',
    '&#1',
    '\\',
    '\\*',
    '\\[',
  ],
  ...[
    '|',
    '|a',
    '|-',
    '| - ',
    ':-',
    '-',
    '--',
    '- - ',
    '=',
    '+',
    '#',
    '## ',
    '>',
    '> ',
    '- ',
    '* ',
    '1.',
    '1. ',
    '9) ',
  ],
  ...['    ', '\t', ' ', '\u00A0', 'a', 'a ', '(', ')', '"', '[x] ', '- [ ] ', 'é', '👍', '𝗕', '\u2028', '\0'],
];

/** Where the same is written again and again. */
const frames: Readonly<Record<string, (atom: string) => Killer>> = {
  'in a row': (atom) => times(atom),
  'in lines': (atom) => times(`${atom}\n`),
  'before words': (atom) => times(`${atom} x\n`),
  'in paragraphs': (atom) => times(`${atom} x\n\n`),
  'in an item': (atom) => after('- ', times(atom)),
  'in a quote': (atom) => after('> ', times(atom)),
  'in a heading': (atom) => after('# ', times(atom)),
  'in a cell': (atom) => after('| a |\n|---|\n| ', times(atom)),
  'in items': (atom) => times(`- ${atom}x\n`),
  'in an item’s lines': (atom) => after('- x\n', times(`  ${atom}x\n`)),
  'in an item’s code': (atom) => after('- x\n', times(`\t${atom}x\n`)),
  'in a quote’s lines': (atom) => after('- x\n', times(`> ${atom}x\n`)),
  'in items in quotes': (atom) => times(`> - ${atom}x\n`),
  'in quotes in items': (atom) => times(`- > ${atom}x\n`),
  'below an item': (atom) => after('- x\n', times(`${atom}\n`)),
  'below quotes': (atom) => after('> > x\n', times(`${atom}\n`)),
  'below 90 quotes': (atom) => after(`${'>'.repeat(90)} x\n`, times(`${atom}\n`)),
  'below 90 lists': (atom) => after(`${'- '.repeat(90)}x\n`, times(`${atom}\n`)),
  'below a table': (atom) => after('| a | b |\n|---|---|\n', times(`${atom}\n`)),
  'in front matter': (atom) => (length) => `---\na: ${times(atom)(length)}\n---\n`,
};

const openers = ['*a ', '**a ', '_a ', '~~a ', '[', '![', '[a](', '<b>a ', '`a ', '*a _b ', '> ', '- ', '(', '<!-- '];
const closers = [' b*', ' b**', ' b_', ' b~~', ']', '](b)', ')', ' b</b>', ' b`', ' b_ c*', '\n', '-->'];

/** Each by its name. */
export function allKillers(): [string, Killer][] {
  const framed = Object.entries(frames).flatMap(([name, frame]) =>
    atoms.map((atom): [string, Killer] => [`${JSON.stringify(atom)} ${name}`, frame(atom)]),
  );
  const nested = openers.flatMap((opener) =>
    closers.map((closer): [string, Killer] => [
      `${JSON.stringify(opener)} closed by ${JSON.stringify(closer)}`,
      (length) => times(opener)(length / 2) + times(closer)(length / 2),
    ]),
  );
  return [...framed, ...nested, ...Object.entries(others)];
}

/** What isn’t just a repetition. */
const others: Readonly<Record<string, Killer>> = {
  'lists nested by two spaces': lines((line) => `${'  '.repeat(line % 99)}- x`),
  'lists nested by four spaces': lines((line) => `${'    '.repeat(line % 99)}- x`),
  'quotes nested and left': lines((line) => `${'>'.repeat(1 + (line % 99))} x`),
  '99 quotes and lines without': times(`${'>'.repeat(99)} x\ny\n`),
  'quotes and lines without': times('> > x\ny\n'),
  'quoted items and lines without': times('> - x\ny\n'),
  'backticks, each run longer': lines((line) => '`'.repeat(line + 1), ' '),
  'fences, each longer': lines((line) => '`'.repeat(line + 3)),
  'stars, each run longer': lines((line) => `${'*'.repeat(line + 1)}a`, ' '),
  'labels that are defined and used': (length) =>
    `${lines((line) => `[a${line}]: b`)(length / 2)}\n\n${lines((line) => `[a${line}]`)(length / 2)}`,
  'a label across lines': after('[', times('a\n')),
  'wide table': (length) => `|${times('a|')(length / 3)}\n|${times('-|')(length / 3)}\n${times('|\n')(length / 3)}`,
  'table of short rows': after(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n`, times('| x |\n')),
  'tables that aren’t': times('a | b\n|-\n'),
  'blanks between words': (length) => `a${' '.repeat(length)}b`,
  'blanks in a tag': (length) => `x <a b${' '.repeat(length)}!`,
  'blanks in a link': (length) => `[a](${' '.repeat(length)}b c`,
  'blank lines in an item': (length) => `- a${'\n'.repeat(length)}  b`,
  'lines of an underlined heading': after('', (length) => `${times('a\n')(length)}===\n`),
  'lines that nothing underlines': times('a\n= b\n'),
  'aliases in front matter': (length) => `---\nb: &b [x]\na: [${times('*b, ')(length)}]\n---\n`,
  'keys in front matter': (length) => `---\n${times('a: b\n')(length)}---\n`,
};

export function times(atom: string): Killer {
  return (length) => atom.repeat(Math.ceil(length / atom.length));
}

export function after(start: string, rest: Killer): Killer {
  return (length) => start + rest(length);
}

function lines(line: (index: number) => string, end = '\n'): Killer {
  return (length) => {
    const written: string[] = [];
    for (let size = 0; size < length; size += (written.at(-1)?.length ?? 0) + 1) written.push(line(written.length));
    return written.join(end);
  };
}

/** Reads a file as far as `markdown/` does it. */
export function readMarkdown(written: string): void {
  const { text, lines: all } = readSource(written);
  if (firstTooDeepLine(text) !== null) return;
  const { lineCount } = readFrontMatter(all);
  readBlocks(all.slice(lineCount).join('\n'), lineCount + 1);
}

/**
 * Why reading a killer takes too long, measured in processor time; null if it doesn’t. One of eight tries is enough, as
 * the compiler, a collection of garbage or other programs may fall into the others. The short text comes after the long
 * one, when the compiler has seen the code, and its quickest time counts.
 */
export function tooSlow(killer: Killer, read: (text: string) => void): string | null {
  const [longText, shortText] = [killer(131_072), killer(65_536)];
  let [long, short] = [Infinity, Infinity];
  for (let tries = 0; tries < 8; tries += 1) {
    long = Math.min(long, spentMs(longText, read));
    // Short times say nothing: they are mostly the compiler’s and the garbage collector’s.
    if (long <= 75) return null;
    if (long > 1000) continue;
    short = Math.min(short, spentMs(shortText, read), spentMs(shortText, read));
    if (long <= 2.5 * Math.max(short, 30)) return null;
  }
  return long > 1000
    ? `128 kB take ${long.toFixed(0)} ms`
    : `64 kB take ${short.toFixed(0)} ms, 128 kB ${long.toFixed(0)} ms`;
}

function spentMs(text: string, read: (text: string) => void): number {
  const start = process.threadCpuUsage();
  read(text);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
