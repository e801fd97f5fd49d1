/**
 * The arguments that make cmd.exe run a .cmd or .bat file, to be passed on verbatim. Node doesn’t start these files:
 * cmd.exe parses its command line twice, by its own grammar, and a name such as `a&calc.md` or `%PATH%.md` must survive
 * that. Throws a sentence if a word can’t be written in it.
 */
export function batchArguments(file: string, words: readonly string[]): string[] {
  // AutoRun off, extensions on (for the trick with %), `!` without a meaning, and the outer quotes removed.
  return ['/d', '/e:on', '/v:off', '/s', '/c', `"${[file, ...words].map(quoted).join(' ')}"`];
}

/**
 * In quotes only `%` and `"` mean anything to cmd.exe. A `"` is doubled, which both cmd.exe and the program read as one
 * within quotes. A `%` can’t be escaped on a command line; it is followed by a variable cut to zero length, so that no
 * other variable’s name can begin there (Rust’s standard library does the same).
 */
function quoted(word: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/[\0\r\n]/u.test(word)) throw new Error('a line break can’t be passed on to a .cmd file');
  const escaped = word
    // Programs read backslashes before a quote in pairs, even before the closing one.
    .replace(/(\\*)("|$)/gu, (_whole, slashes: string, quote: string) => slashes + slashes + (quote && '""'))
    .replaceAll('%', '%%cd:~,%');
  return `"${escaped}"`;
}
