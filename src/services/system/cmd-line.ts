/**
 * The arguments that make cmd.exe run a .cmd or .bat file, to be passed on verbatim. Node doesn't start these files:
 * cmd.exe reads a line of its own grammar, twice, and a name such as `a&calc.md` or `%PATH%.md` must survive that.
 * Throws a sentence where a word can't be written in it.
 */
export function batchArguments(file: string, words: readonly string[]): string[] {
  // AutoRun off, extensions on (for the trick with %), `!` means nothing, and the outer quotes are taken off.
  return ['/d', '/e:on', '/v:off', '/s', '/c', `"${[file, ...words].map(quoted).join(' ')}"`];
}

/**
 * In quotes nothing but `%` and `"` means anything to cmd.exe. A `"` is doubled, which both cmd.exe and the program
 * read as one within quotes. A `%` can't be escaped on a command line; after it comes a variable that is cut to
 * nothing, so that no name of another one can begin there (Rust's standard library does the same).
 */
function quoted(word: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/[\0\r\n]/u.test(word)) throw new Error('a line break can’t be passed on to a .cmd file');
  const escaped = word
    // A program takes backslashes before a quote in pairs, also before the one that closes the word.
    .replace(/(\\*)("|$)/gu, (_whole, slashes: string, quote: string) => slashes + slashes + (quote && '""'))
    .replaceAll('%', '%%cd:~,%');
  return `"${escaped}"`;
}
